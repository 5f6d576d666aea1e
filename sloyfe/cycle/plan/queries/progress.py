"""How far the plan has come, and what is left before the start."""

from django.urls import reverse
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from sloyfe.cycle.partnership.content.gate import gate_content
from sloyfe.cycle.partnership.contract import CalendarEvent, Check, State, Summary
from sloyfe.cycle.partnership.models import Round
from sloyfe.cycle.plan import content
from sloyfe.cycle.plan.models import OwnerPlan
from sloyfe.cycle.plan.queries.goals import goals
from sloyfe.cycle.plan.queries.links import measure_url
from sloyfe.cycle.plan.queries.measures import measures
from sloyfe.cycle.plan.queries.owner_plans import owners_at_a_glance
from sloyfe.kit.text import Text

BEFORE_START = ("time_frame", "owner_support", "evaluation")
ALL = 12


def summary(this_round: Round) -> Summary:
    """How far the plan has come in this round."""
    set_goals, planned = goals(this_round), measures(this_round)
    owners = owners_at_a_glance(this_round)
    if not set_goals and not planned and all(each.answered is None for each in owners):
        return Summary(State.NOT_STARTED, _("Ingen mål eller tiltak ennå"))
    all_set = bool(set_goals) and all(each.is_settled for each in set_goals)
    all_planned = bool(planned) and all(each.is_settled for each in planned)
    done = all_set and all_planned and all(each.answered == ALL for each in owners)
    line = _("%(goals)s og %(measures)s") % {
        "goals": ngettext("%(count)s mål", "%(count)s mål", len(set_goals)) % {"count": len(set_goals)},
        "measures": ngettext("%(count)s tiltak", "%(count)s tiltak", len(planned)) % {"count": len(planned)},
    }
    return Summary(State.DONE if done else State.UNDER_WAY, line)


def checks(this_round: Round) -> list[Check]:
    """The plan's part of G3: goals, measures, and what owners must have answered before the start."""
    set_goals, planned = goals(this_round), measures(this_round)
    vague = sum(not each.is_settled for each in set_goals)
    unowned = sum(not each.is_settled for each in planned)
    return [
        _check(this_round, "goals_with_signs", met=bool(set_goals) and not vague, page="goals", count=vague),
        _check(this_round, "measures_owned", met=bool(planned) and not unowned, page="measures", count=unowned),
        _owners_check(this_round),
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


def _owners_check(this_round: Round) -> Check:
    missing = unanswered(this_round)
    return Check(
        gate="G3",
        key="owner_plan_answered",
        title=_("Eierne har svart på tid, støtte og evaluering"),
        met=not missing,
        detail=_("Dette mangler i eiernes planer: %(names)s.") % {"names": "; ".join(missing)},
        who=_("Eier kan svare i planen sin."),
        url=reverse("plan:overview", args=[this_round.space.slug]),
    )


def unanswered(this_round: Round) -> list[str]:
    """What each owner has yet to answer before the start, in words."""
    answered: dict[object, set[str]] = {}
    for plan in OwnerPlan.objects.in_space(this_round.space).filter(round=this_round).prefetch_related("elements"):
        answered[plan.party_id] = {each.key for each in plan.elements.all() if each.is_answered}
    wording = content.owner_plan()
    found = []
    for each in owners_at_a_glance(this_round):
        left = [key for key in BEFORE_START if key not in answered.get(each.party.pk, set())]
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
