"""A method and its phases as their page reads them, in words."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from sloyfe.cycle.meetings.forms.words import FORMS, GROUPINGS, MATERIALS, OUTPUTS, ROLES
from sloyfe.cycle.meetings.scripts import Method, Phase, Script, Span, Timed


@dataclass(frozen=True)
class PhaseCard:
    """One phase in words; `details` are lines for whoever leads."""

    timed: Timed
    clock: str
    form: str
    seating: str
    details: list[tuple[str, str]]
    output: str


@dataclass(frozen=True)
class MethodCard:
    """The method at a glance."""

    people: str
    groups: str
    roles: str
    outputs: str
    can_be_shorter: bool


def glance(method: Method) -> MethodCard:
    """How many, in which groups, with which roles, and what is left afterwards."""
    sizes = dict.fromkeys(span(phase.size) for phase in method.phases if phase.size and phase.forms_groups)
    roles = ", ".join(str(ROLES[role]) for role in method.roles)
    outputs = ", ".join(str(OUTPUTS[output]) for output in method.outputs)
    return MethodCard(people(method), _either(list(sizes)), roles, outputs, method.least_minutes < method.minutes)


def people(method: Method) -> str:
    """From how many, and to how many where there is an end."""
    if method.people.most is None:
        return _("fra %(least)s og oppover") % {"least": method.people.least}
    return span(method.people)


def phases(script: Script) -> list[PhaseCard]:
    """Every phase with its minutes of the meeting."""
    return [_card(each, {one.phase.key: one for one in script.timed}) for each in script.timed]


def span(size: Span) -> str:
    """`4–6`, or one number."""
    return str(size.least) if size.least == size.most else f"{size.least}–{size.most}"


def _card(timed: Timed, known: dict[str, Timed]) -> PhaseCard:
    phase = timed.phase
    output = str(OUTPUTS[phase.output]) if phase.output else ""
    if output and phase.how_many:
        output = _("%(output)s, høyst %(count)s") % {"output": output, "count": phase.how_many}
    clock = f"{_clock(timed.begins)}–{_clock(timed.ends)}"
    return PhaseCard(timed, clock, str(FORMS[phase.form]), _seating(phase), _details(phase, known), output)


def _seating(phase: Phase) -> str:
    words = str(GROUPINGS[phase.grouping])
    if not phase.forms_groups or phase.size is None:
        return words
    return _("%(groups)s, %(size)s i hver") % {"groups": words, "size": span(phase.size)}


def _details(phase: Phase, known: dict[str, Timed]) -> list[tuple[str, str]]:
    lines = []
    if phase.material:
        lines.append((_("Legg fram"), str(MATERIALS[phase.material])))
    if numbers := [str(known[key].number) for key in phase.builds_on if key in known]:
        said = ngettext("fase %(numbers)s", "fasene %(numbers)s", len(numbers)) % {"numbers": _either(numbers, _("og"))}
        lines.append((_("Bygger på"), said))
    if phase.roles:
        lines.append((_("Trekk roller"), ", ".join(str(ROLES[role]) for role in phase.roles)))
    if rules := _rules(phase):
        lines.append((_("Regler"), "; ".join(rules)))
    return lines


def _rules(phase: Phase) -> list[str]:
    rules = {
        _("ett punkt om gangen, etter tur"): phase.by_turns,
        _("innvendinger venter"): phase.parks_objections,
        _("kan gjøres på forhånd"): phase.beforehand,
        _("verten blir sittende"): phase.hosts_stay,
        _("notatene er private"): phase.is_private and phase.output is not None,
    }
    return [words for words, holds in rules.items() if holds]


def _either(words: list[str], last: str = "") -> str:
    """`1, 2 og 3`; with `eller` unless another word is given."""
    joint = f" {last or _('eller')} "
    return joint.join(part for part in (", ".join(words[:-1]), *words[-1:]) if part)


def _clock(minutes: int) -> str:
    return f"{minutes // 60}:{minutes % 60:02d}"
