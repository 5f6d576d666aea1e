"""What came of a meeting as neighbours on the red thread."""

from uuid import UUID

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from sloyfe.cycle.meetings.models import Meeting, Outcome
from sloyfe.cycle.meetings.queries.outcomes import WITH, Kind, link_of
from sloyfe.cycle.partnership.contract import ThreadLink
from sloyfe.cycle.partnership.models import Round


def came_from(key: UUID, this_round: Round) -> list[ThreadLink]:
    """Upwards: the meeting from which a need, a finding, an expectation or work came."""
    named = Q()
    for column in (Kind.NEED, Kind.FINDING, Kind.EXPECTATION, Kind.WORK, Kind.PLAN_ELEMENT):
        named |= Q(**{f"outcomes__{column}": key})
    rows = Meeting.objects.in_space(this_round.space).filter(named).distinct()
    language, slug = get_language() or "nb", this_round.space.slug
    return [
        ThreadLink(_("Møte"), each.title.read(language), reverse("meetings:meeting", args=[slug, each.pk]))
        for each in rows
    ]


def came_of(key: UUID, this_round: Round) -> list[ThreadLink]:
    """Downwards: what a meeting became, decisions apart, for they have links of their own."""
    rows = Outcome.objects.filter(meeting=key, meeting__space=this_round.space, decided=None).select_related(*WITH)
    return list(dict.fromkeys(link_of(each, this_round.space) for each in rows))
