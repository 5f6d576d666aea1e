"""The attacker of hidden counts: reads what is shown as a stranger would, and tells what can be worked out."""

from sloyfe.algorithms.disclosure_audit.audit import audit
from sloyfe.algorithms.disclosure_audit.findings import Finding, Kind
from sloyfe.algorithms.disclosure_audit.history import Crowd, Moved, Past

__all__ = ["Crowd", "Finding", "Kind", "Moved", "Past", "audit"]
