"""What a partnership holds, counted; the same for every load."""

from sloyfe.access.models import Seat, Space
from sloyfe.cycle.partnership.models import Party, Signature
from sloyfe.people.models import Person


def tally(space: Space) -> dict[str, int]:
    """How many of each, for people and for tests."""
    return {
        "people": Person.objects.count(),
        "seats": Seat.objects.filter(space__path__startswith=space.path).count(),
        "parties": Party.objects.in_space(space).count(),
        "signatures": Signature.objects.in_space(space).count(),
    }
