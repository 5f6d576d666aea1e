"""Groups over several rounds, so that people meet as many others as they can, and mixed ones.

This door brings the compiled search; whoever only repairs or reads a rotation goes to the modules behind it.
"""

from sloyfe.algorithms.rotation.certificate import Bound, Certificate, certified
from sloyfe.algorithms.rotation.event import Attribute, Event, ImpossibleEventError
from sloyfe.algorithms.rotation.repairing import repaired
from sloyfe.algorithms.rotation.rotating import rotate
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
    "rotate",
]
