"""How far the work between gatherings has come, what waits for a unit's leader, and its place on the red thread."""

from collections.abc import Iterator
from datetime import date, timedelta
from uuid import UUID

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from sloyfe.access.policy import Can
from sloyfe.access.visit import Visit
from sloyfe.cycle.networks.models import BetweenWork, Step
from sloyfe.cycle.networks.queries.between import standing_works
from sloyfe.cycle.partnership.contract import Glance, Reading, State, Summary, ThreadLink, Turn
from sloyfe.cycle.partnership.models import Round
from sloyfe.cycle.plan.models import Goal
from sloyfe.kit.text import Text

SOON = timedelta(days=14)


def glance(now: Reading, visit: Visit) -> Glance:
    """The summary, and what waits for this person."""
    works = standing_works(now.round)
    return Glance(_summary(works), list(_turns(works, visit, timezone.localdate())))


def work_url(work: BetweenWork, slug: str | None) -> str:
    """Its page."""
    return reverse("networks:work", args=[slug, work.unit.place_id, work.pk])


def came_from(key: UUID, this_round: Round) -> list[ThreadLink]:
    """Upwards: the goal that the work serves."""
    works = BetweenWork.objects.in_space(this_round.space).filter(pk=key).exclude(goal=None)
    goals = Goal.objects.in_space(this_round.space).filter(pk__in=works.values("goal"), removal=None)
    slug = this_round.space.slug
    return [ThreadLink(_("Mål"), _read(each.wording), reverse("plan:goal", args=[slug, each.pk])) for each in goals]


def came_of(key: UUID, this_round: Round) -> list[ThreadLink]:
    """Downwards: the work that serves a goal; named by its unit, for its words are the unit's."""
    rows = BetweenWork.objects.in_space(this_round.space).filter(goal=key, removal=None)
    works = rows.select_related("unit__organisation", "unit__place").order_by("written_at")
    slug = this_round.space.slug
    return [ThreadLink(_("Mellomarbeid"), each.unit.organisation.name, work_url(each, slug)) for each in works]


def _summary(works: list[BetweenWork]) -> Summary:
    if not works:
        return Summary(State.NOT_STARTED, _("Ingen har mellomarbeid ennå"))
    back = sum(each.step == Step.BROUGHT_BACK for each in works)
    said = ngettext("%(back)s av %(count)s er tatt med tilbake", "%(back)s av %(count)s er tatt med tilbake", back)
    state = State.DONE if back == len(works) else State.UNDER_WAY
    return Summary(state, said % {"back": back, "count": len(works)})


def _turns(works: list[BetweenWork], visit: Visit, today: date) -> Iterator[Turn]:
    """To the unit's own leader, and to nobody above."""
    for each in works:
        waits = each.step != Step.BROUGHT_BACK and each.due is not None and each.due - today <= SOON
        if not waits or not _leads(visit, each):
            continue
        title, url = {"title": _read(each.title)}, work_url(each, visit.space.slug)
        yield Turn(_("Mellomarbeid: %(title)s") % title, url, each.due, weight=35)


def _leads(visit: Visit, work: BetweenWork) -> bool:
    at_home = any(seat.space_id == work.unit.place_id for seat in visit.seats)
    return at_home and visit.may(Can.BETWEEN_WRITE, work.unit.place)


def _read(words: Text) -> str:
    return words.read(get_language() or "nb")
