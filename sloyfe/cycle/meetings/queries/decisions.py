"""What a meeting decided, and its neighbours on the red thread."""

from uuid import UUID

from django.db.models import Prefetch
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from sloyfe.access.policy import Can
from sloyfe.access.visit import Visit
from sloyfe.cycle.meetings.models import Meeting, MeetingDecision, Outcome
from sloyfe.cycle.partnership.contract import ThreadLink
from sloyfe.cycle.partnership.models import Party, PartyRole, Round
from sloyfe.cycle.plan.queries.links import measure_url

WITH = ("responsible_person", "responsible_party__organisation", "measure__unit", "meeting__round", "meeting__space")


def decisions(meeting: Meeting) -> list[MeetingDecision]:
    """In the order they were made."""
    became = Outcome.objects.exclude(work=None).select_related("work__unit__organisation", "work__unit__place")
    rows = MeetingDecision.objects.filter(meeting=meeting).select_related(*WITH)
    return list(rows.prefetch_related(Prefetch("outcomes", became)))


def unit_of(meeting: Meeting) -> Party | None:
    """The unit that met, if it was one alone."""
    places = list(meeting.places.all())
    if len(places) != 1:
        return None
    rows = Party.objects.in_space(meeting.space).filter(place=places[0], role=PartyRole.UNIT, until=None)
    return rows.select_related("organisation").first()


def may_plan(visit: Visit, unit: Party | None) -> bool:
    """Whoever writes the plan that the decision would go into."""
    return visit.may(Can.UNIT_PLAN_WRITE, unit.place) if unit else visit.may(Can.PLAN_WRITE)


def came_from(key: UUID, this_round: Round) -> list[ThreadLink]:
    """Upwards: the meeting in which a measure was decided."""
    space = this_round.space
    rows = Meeting.objects.in_space(space).filter(decisions__measure=key)
    language = get_language() or "nb"
    return [
        ThreadLink(_("Møte"), each.title.read(language), reverse("meetings:meeting", args=[space.slug, each.pk]))
        for each in rows
    ]


def came_of(key: UUID, this_round: Round) -> list[ThreadLink]:
    """Downwards: the measures that a meeting decided."""
    rows = MeetingDecision.objects.filter(meeting=key, meeting__space=this_round.space, measure__removal=None)
    found = rows.exclude(measure=None).select_related("measure__unit")
    language = get_language() or "nb"
    planned = [each.measure for each in found if each.measure]
    return [ThreadLink(_("Tiltak"), each.title.read(language), measure_url(each, this_round.space)) for each in planned]
