"""Neighbours on the red thread, with their addresses."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from sloyfe.access.models import Space
from sloyfe.access.visit import Visit
from sloyfe.cycle.needs.models import Finding, Priority
from sloyfe.cycle.partnership.contract import ThreadLink
from sloyfe.cycle.partnership.models import Party, Round
from sloyfe.cycle.plan import content
from sloyfe.cycle.plan.models import Element, Goal, Measure
from sloyfe.cycle.plan.queries.thread import findings_behind, need_with_grounds
from sloyfe.kit.refusal import Sentence
from sloyfe.kit.text import Text

KINDS = (("docx", "Word"), ("odt", "ODT"), ("pdf", "PDF"))


@dataclass(frozen=True)
class Knot:
    """One step of the thread as a page draws it."""

    kind: Sentence
    title: str
    url: str
    note: str = ""
    current: bool = False


@dataclass(frozen=True)
class FileLink:
    """One file to download."""

    name: str
    url: str


@dataclass(frozen=True)
class FilesInLanguage:
    """The same document in every format, in one language."""

    language_name: Sentence
    links: list[FileLink]


def files(url_name: str, *args: object) -> list[FilesInLanguage]:
    """A document's addresses in both languages; the last two parts of the address are language and format."""
    return [
        FilesInLanguage(
            name, [FileLink(title, reverse(url_name, args=[*args, language, kind])) for kind, title in KINDS]
        )
        for language, name in (("nb", _("Bokmål")), ("nn", _("Nynorsk")))
    ]


def thread_of_goal(goal: Goal, visit: Visit) -> list[Knot]:
    """Findings that this person may see → need → priority → goal → its measures."""
    space = visit.space
    findings = findings_behind(need_with_grounds(goal.priority), visit)
    seen = [Knot(each.get_kind_display(), _read(each.title), _finding_url(each, space)) for each in findings]
    here = _goal(goal, space, current=True)
    return [*seen, *_before(goal, space), here, *_measures(goal.measures.all(), space)]


def thread_of_measure(measure: Measure, space: Space) -> list[Knot]:
    """Needs → priorities → goals → measure."""
    goals = list(measure.goals.all())
    before = {knot.url: knot for goal in goals for knot in _before(goal, space)}
    here = Knot(_("Tiltak"), _read(measure.title), "", current=True)
    return [*before.values(), *(_goal(goal, space) for goal in goals), here]


def came_from(key: UUID, this_round: Round) -> list[ThreadLink]:
    """Upwards: a measure's goals, a goal's priority."""
    space = this_round.space
    goals = list(Goal.objects.in_space(space).filter(measures=key, removal=None))
    goal = Goal.objects.in_space(space).filter(pk=key).select_related("priority__need").first()
    links = [ThreadLink(_("Mål"), _read(each.wording), _goal_url(each, space)) for each in goals]
    if goal:
        links.append(
            ThreadLink(_("Prioritering"), _read(goal.priority.need.wording), _priority_url(goal.priority, space))
        )
    return links


def came_of(key: UUID, this_round: Round) -> list[ThreadLink]:
    """Downwards: a priority's goals, a goal's measures."""
    space = this_round.space
    goals = Goal.objects.in_space(space).filter(priority=key, removal=None)
    measures = Measure.objects.in_space(space).filter(goals=key, removal=None, unit=None)
    return [
        *(ThreadLink(_("Mål"), _read(each.wording), _goal_url(each, space)) for each in goals),
        *(ThreadLink(_("Tiltak"), _read(each.title), measure_url(each, space)) for each in measures),
    ]


def unit_link(unit: Party, space: Space) -> ThreadLink:
    """The page of a unit's plan, by the unit's name and kind."""
    url = reverse("plan:unit_plan", args=[space.slug, unit.place_id])
    return ThreadLink(unit.organisation.get_kind_display(), unit.organisation.name, url)


def element_link(element: Element, space: Space) -> ThreadLink:
    """A question of an owner's plan, where it stands."""
    url = reverse("plan:owner_plan", args=[space.slug, element.plan.party.place_id])
    heading = content.owner_plan().element(element.key).heading
    return ThreadLink(_("Eiers plan"), _read(heading), f"{url}#e-{element.number}")


def measure_url(measure: Measure, space: Space) -> str:
    """The page of a measure: the network's, or in the plan of the unit that added it."""
    if measure.unit:
        return reverse("plan:unit_measure", args=[space.slug, measure.unit.place_id, measure.pk])
    return reverse("plan:measure", args=[space.slug, measure.pk])


def _before(goal: Goal, space: Space) -> list[Knot]:
    need = goal.priority.need
    return [
        Knot(_("Behov"), _read(need.wording), reverse("needs:network_need", args=[space.slug, need.pk])),
        Knot(
            _("Prioritering"), _rank(goal.priority), _priority_url(goal.priority, space), _read(goal.priority.grounds)
        ),
    ]


def _goal(goal: Goal, space: Space, *, current: bool = False) -> Knot:
    return Knot(_("Mål"), _read(goal.wording), _goal_url(goal, space), current=current)


def _measures(measures: Iterable[Measure], space: Space) -> list[Knot]:
    return [Knot(_("Tiltak"), _read(each.title), measure_url(each, space)) for each in measures]


def _goal_url(goal: Goal, space: Space) -> str:
    return reverse("plan:goal", args=[space.slug, goal.pk])


def _finding_url(finding: Finding, space: Space) -> str:
    return reverse("needs:finding", args=[space.slug, finding.pk])


def _priority_url(_priority: Priority, space: Space) -> str:
    return reverse("needs:prioritisation", args=[space.slug])


def _rank(priority: Priority) -> str:
    return _("Nummer %(rank)s i rekkefølgen") % {"rank": priority.rank}


def _read(text: Text) -> str:
    return text.read(get_language() or "nb")
