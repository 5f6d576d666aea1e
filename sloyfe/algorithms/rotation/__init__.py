"""Groups over several rounds, so that people meet as many others as they can, and mixed ones.

This door needs no compiler. The search is `rotating.rotate`, for jobs.
"""

from sloyfe.algorithms.rotation.certificate import Bound, Certificate, certified
from sloyfe.algorithms.rotation.event import Attribute, Event, ImpossibleEventError
from sloyfe.algorithms.rotation.repairing import repaired
from sloyfe.algorithms.rotation.rotation import Repair, Rotation

__all__ = [
    "Attribute",
    "Bound",
    "Certificate",
    "Event",
    "ImpossibleEventError",
    "Repair",
    "Rotation",
    "certified",
    "repaired",
]
