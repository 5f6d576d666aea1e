"""What must hold for a method to be run: said in words, one sentence a fault."""

import re
from collections.abc import Collection, Iterator

from sloyfe.cycle.meetings.scripts import Form, Grouping, GroupRole, Method, Output, Phase, Span

KEY = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
TOGETHER = (Form.PAIR, Form.GROUP, Form.HOME)
WITHOUT_SEATING = (Form.PLENARY, Form.BREAK)
# These come of earlier work; a phase that leaves them says what lies on the table.
GATHERED = (Output.MERGED, Output.PRIORITIES, Output.DECISIONS, Output.ELEMENTS)


def check(method: Method, *, key: str, purposes: Collection[str]) -> list[str]:
    """Everything that is wrong; nothing for a method that can be run."""
    return [*_of_method(method, key, purposes), *_of_phases(method.phases)]


def _of_method(method: Method, key: str, purposes: Collection[str]) -> Iterator[str]:
    if method.key != key or not KEY.fullmatch(key):
        yield f"key is {method.key!r}; it must be the file's name in small ASCII letters, digits and hyphens"
    if method.purpose not in purposes:
        yield f"purpose is {method.purpose!r}; it must be one of {', '.join(sorted(purposes))}"
    total = sum(phase.minutes.usual for phase in method.phases)
    if total != method.minutes:
        yield f"minutes is {method.minutes}, but the phases make {total}"
    if not _is_rising(method.people):
        yield "people must rise from least to most"
    if all(phase.output is None for phase in method.phases):
        yield "no phase leaves anything behind"


def _of_phases(phases: tuple[Phase, ...]) -> Iterator[str]:
    for number, phase in enumerate(phases):
        before = {earlier.key: earlier for earlier in phases[:number]}
        for fault in (*_of_phase(phase, before), *_of_seating(phase, before), *_of_groups(phase, before)):
            yield f"phase {number + 1} ({phase.key}): {fault}"


def _of_phase(phase: Phase, before: dict[str, Phase]) -> Iterator[str]:
    if not KEY.fullmatch(phase.key) or phase.key in before:
        yield "key must be small ASCII letters, digits and hyphens, and its own within the method"
    if not _is_rising(phase.minutes) or phase.minutes.most is None:
        yield "minutes must rise from least to most, and end"
    for key in phase.builds_on:
        if key not in before or before[key].output is None:
            yield f"builds_on names {key!r}, which is no earlier phase that leaves something behind"
    if phase.output in GATHERED and not phase.builds_on:
        yield f"output {phase.output} comes of something; say of what in builds_on"
    if phase.form is Form.BREAK and (phase.output or phase.roles or phase.material):
        yield "a break leaves nothing behind and asks for nothing"
    if phase.beforehand and not phase.is_private:
        yield "only an individual phase can be done beforehand"


def _of_seating(phase: Phase, before: dict[str, Phase]) -> Iterator[str]:
    sits = phase.grouping is not Grouping.NONE
    if phase.form in TOGETHER and not sits:
        yield f"form {phase.form} needs a grouping"
    if phase.form in WITHOUT_SEATING and sits:
        yield f"form {phase.form} has no grouping"
    if phase.grouping is Grouping.SAME and not (phase.groups_from in before and before[phase.groups_from].forms_groups):
        yield "grouping same needs an earlier phase that formed groups"
    if phase.grouping is not Grouping.SAME and phase.groups_from:
        yield "groups_from goes with grouping same only"
    kept = before.get(phase.groups_from, phase)
    if phase.form is Form.HOME and kept.grouping is not Grouping.HOME:
        yield "form home needs grouping home, or groups from a phase that has it"


def _of_groups(phase: Phase, before: dict[str, Phase]) -> Iterator[str]:
    kept = before.get(phase.groups_from, phase)
    if phase.form in TOGETHER and (phase.size is None or not _is_rising(phase.size) or phase.size.most is None):
        yield "size must be [least, usual, most] where people sit in groups"
    if phase.roles and phase.form not in TOGETHER:
        yield "roles are drawn in groups only"
    if phase.by_turns and GroupRole.CHAIR not in (*phase.roles, *kept.roles):
        yield "one point per turn needs a chair among the roles"
    if phase.hosts_stay and not any(GroupRole.HOST in each.roles for each in before.values()):
        yield "hosts can only stay when an earlier phase has drawn them"


def _is_rising(span: Span) -> bool:
    return span.least <= span.usual and (span.most is None or span.usual <= span.most)
