"""Which counts of a table may be shown, so that small groups stay out of sight."""

from sloyfe.algorithms.disclosure.protecting import protect
from sloyfe.algorithms.disclosure.searching import NotProtectedError
from sloyfe.algorithms.disclosure.tables import ALL, SMALLEST, Release, Snapshot, Sum, Tables, cross_tabulated

__all__ = ["ALL", "SMALLEST", "NotProtectedError", "Release", "Snapshot", "Sum", "Tables", "cross_tabulated", "protect"]
