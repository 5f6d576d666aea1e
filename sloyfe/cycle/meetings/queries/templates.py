"""Scripts of our own, and who may use them and put them away."""

from uuid import UUID

from sloyfe.access.policy import Can
from sloyfe.access.visit import Visit
from sloyfe.cycle.meetings.models import ScriptTemplate


def templates_seen(visit: Visit) -> list[ScriptTemplate]:
    """Those of the partnership, and those of places where this person sees meetings; put away ones too."""
    rows = ScriptTemplate.objects.in_space(visit.space).select_related("place__opening", "removal", "space")
    return [row for row in rows.order_by("made_at") if _may_see(visit, row)]


def templates_to_use(visit: Visit) -> list[ScriptTemplate]:
    """Those that stand."""
    return [row for row in templates_seen(visit) if not row.is_removed]


def template_seen(visit: Visit, key: UUID) -> ScriptTemplate | None:
    """One of them."""
    return next((row for row in templates_seen(visit) if row.pk == key), None)


def may_keep(visit: Visit, template: ScriptTemplate) -> bool:
    """Those who lead meetings at its place; for one of the partnership those who gather the network."""
    return visit.may(Can.MEETING_LEAD, template.place) if template.place else visit.may(Can.MEETING_GATHER)


def _may_see(visit: Visit, template: ScriptTemplate) -> bool:
    if template.place is None:
        return visit.may(Can.METHOD_SEE)
    return not visit.is_guest and visit.may(Can.MEETING_SEE, template.place)
