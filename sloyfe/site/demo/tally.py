"""What a partnership holds, counted; the same for every load."""

from sloyfe.access.models import Seat, Space
from sloyfe.cycle.needs.models import Finding, Need, Priority
from sloyfe.cycle.partnership.models import Party, Signature
from sloyfe.cycle.plan.models import Goal, Measure
from sloyfe.organisations.models import Employment
from sloyfe.surveys import queries


def tally(space: Space) -> dict[str, int]:
    """How many of each, for people and for tests."""
    inside = Seat.objects.filter(space__path__startswith=space.path)
    staff = queries.staff_wave(space)
    people = set(inside.values_list("person", flat=True))
    return {
        "people": len(people),
        "employed": Employment.objects.filter(person__in=people).count(),
        "parties": Party.objects.in_space(space).count(),
        "answers": staff.release.responses or 0 if staff and hasattr(staff, "release") else 0,
        "findings": Finding.objects.in_space(space).count(),
        "needs": Need.objects.in_space(space).count(),
        "priorities": Priority.objects.in_space(space).count(),
        "goals": Goal.objects.in_space(space).count(),
        "measures": Measure.objects.in_space(space).count(),
        "signatures": Signature.objects.in_space(space).count(),
    }
