"""How far the plan has come, and what is left before the start."""

from collections.abc import Sequence

from django.urls import reverse
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from sloyfe.access.visit import Visit
from sloyfe.cycle.partnership.content.gate import gate_content
from sloyfe.cycle.partnership.contract import CalendarEvent, Check, Glance, Reading, State, Summary
from sloyfe.cycle.partnership.models import Round
from sloyfe.cycle.plan import content
from sloyfe.cycle.plan.queries.counts import ALL, Counts, OwnerAnswers, counts
from sloyfe.cycle.plan.queries.links import measure_url
from sloyfe.cycle.plan.queries.measures import measures
from sloyfe.cycle.plan.queries.turns import turns
from sloyfe.kit.text import Text

BEFORE_START = ("time_frame", "owner_support", "evaluation")


def glance(reading: Reading, visit: Visit) -> Glance:
    """The line and the turns, from the same counts."""
    now = counts(reading)
    return Glance(_summary(now), turns(now, reading, visit))


def checks(reading: Reading) -> list[Check]:
    """The plan's part of G3: goals, measures, and what owners must have answered before the start."""
    now, this_round = counts(reading), reading.round
    vague, unowned = now.vague, now.unowned
    return [
        _check(this_round, "goals_with_signs", met=bool(now.goals) and not vague, page="goals", count=vague),
        _check(this_round, "measures_owned", met=bool(now.measures) and not unowned, page="measures", count=unowned),
        _owners_check(this_round, now.owners),
    ]


def events(this_round: Round) -> list[CalendarEvent]:
    """The first and last days of the network's measures."""
    found = []
    for each in measures(this_round):
        title, url = _here(each.title), measure_url(each, this_round.space)
        if each.starts:
            found.append(CalendarEvent(each.starts, _("%(title)s begynner") % {"title": title}, url))
        if each.ends and each.ends != each.starts:
            found.append(CalendarEvent(each.ends, _("%(title)s slutter") % {"title": title}, url))
    return found


def _summary(now: Counts) -> Summary:
    if not now.goals and not now.measures and all(each.keys is None for each in now.owners):
        return Summary(State.NOT_STARTED, _("Ingen mål eller tiltak ennå"))
    settled = now.goals and now.measures and not now.vague and not now.unowned
    done = settled and all(each.answered == ALL for each in now.owners)
    goals, measures = len(now.goals), len(now.measures)
    line = _("%(goals)s og %(measures)s") % {
        "goals": ngettext("%(count)s mål", "%(count)s mål", goals) % {"count": goals},
        "measures": ngettext("%(count)s tiltak", "%(count)s tiltak", measures) % {"count": measures},
    }
    return Summary(State.DONE if done else State.UNDER_WAY, line)


def _owners_check(this_round: Round, owners: Sequence[OwnerAnswers]) -> Check:
    missing = unanswered(owners)
    return Check(
        gate="G3",
        key="owner_plan_answered",
        title=_("Eierne har svart på tid, støtte og evaluering"),
        met=not missing,
        detail=_("Dette mangler i eiernes planer: %(names)s.") % {"names": "; ".join(missing)},
        who=_("Eier kan svare i planen sin."),
        url=reverse("plan:overview", args=[this_round.space.slug]),
    )


def unanswered(owners: Sequence[OwnerAnswers]) -> list[str]:
    """What each owner has yet to answer before the start, in words."""
    wording = content.owner_plan()
    found = []
    for each in owners:
        left = [key for key in BEFORE_START if key not in (each.keys or ())]
        if left:
            names = ", ".join(_here(wording.element(key).heading).lower() for key in left)
            found.append(f"{each.party.organisation.name} ({names})")
    return found


def _check(this_round: Round, key: str, *, met: bool, page: str, count: int) -> Check:
    words = gate_content().checks[key]
    none_yet = not met and count == 0
    nothing = _("Ingen mål er satt ennå.") if page == "goals" else _("Ingen tiltak er planlagt ennå.")
    return Check(
        gate="G3",
        key=key,
        title=_here(words.title),
        met=met,
        detail=nothing if none_yet else _here(words.missing).format(count=count),
        who=_here(words.who),
        url=reverse(f"plan:{page}", args=[this_round.space.slug]),
    )


def _here(words: Text) -> str:
    return words.read(get_language() or "nb")
