"""The attacker of hidden counts: reads what is shown as a stranger would, and tells what can be worked out."""

from sloyfe.algorithms.disclosure_audit.audit import audit
from sloyfe.algorithms.disclosure_audit.findings import Finding, Kind

__all__ = ["Finding", "Kind", "audit"]
