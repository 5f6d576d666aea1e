"""The script of a method: plain values that a page shows and that a running meeting can follow.

Seating and activity are two things. `grouping` says with whom people sit from this phase on; `form` says what they do
there. A phase knows by key which earlier phases lie on the table (`builds_on`), so that results can be gathered from
the phases themselves. What people write in an individual phase is theirs alone until they share it.
"""

from dataclasses import dataclass
from enum import StrEnum
from itertools import accumulate

from sloyfe.kit.text import Text


class Form(StrEnum):
    """What people do in a phase."""

    INDIVIDUAL = "individual"
    PAIR = "pair"
    GROUP = "group"
    HOME = "home"
    PLENARY = "plenary"
    BREAK = "break"


class Grouping(StrEnum):
    """With whom people sit: nobody in particular, strangers, their own, whom they like, or as before."""

    NONE = "none"
    MIXED = "mixed"
    HOME = "home"
    CHOICE = "choice"
    SAME = "same"


class GroupRole(StrEnum):
    """What somebody in a group looks after; drawn, never appointed."""

    CHAIR = "chair"
    TIMEKEEPER = "timekeeper"
    NOTE_TAKER = "note_taker"
    DIGRESSION_GUARD = "digression_guard"
    HOST = "host"
    TELLER = "teller"


class Output(StrEnum):
    """What a phase leaves behind, and so which rows may come of it."""

    NOTES = "notes"
    POINTS = "points"
    MERGED = "merged"
    PRIORITIES = "priorities"
    DECISIONS = "decisions"
    FINDINGS = "findings"
    NEEDS = "needs"
    EXPECTATIONS = "expectations"
    TASKS = "tasks"
    STORY = "story"
    ELEMENTS = "elements"


class Material(StrEnum):
    """What is laid on the table when a phase begins, and comes from outside the meeting."""

    LAST_TRIAL = "last_trial"
    RELEASE = "release"
    PREPARATION = "preparation"
    EXPECTATIONS = "expectations"


@dataclass(frozen=True)
class Span:
    """A number with its room: `most` is None where there is no upper end."""

    least: int
    usual: int
    most: int | None

    def holds(self, number: int) -> bool:
        """Whether the number lies inside."""
        return self.least <= number and (self.most is None or number <= self.most)


@dataclass(frozen=True)
class Phase:
    """One stretch of a meeting in which everybody does the same kind of thing.

    `groups_from` is the key of the phase whose groups sit together again (only with `Grouping.SAME`); `how_many` is how
    many points, needs or dots are asked of each group or person; `beforehand` means that the phase may be done at home
    and is then caught up in a moment; `hosts_stay` that one host a table remains while the others move on.
    """

    key: str
    title: Text
    form: Form
    minutes: Span
    grouping: Grouping
    groups_from: str
    size: Span | None
    roles: tuple[GroupRole, ...]
    task: Text
    help: Text
    output: Output | None
    how_many: int | None
    builds_on: tuple[str, ...]
    material: Material | None
    by_turns: bool
    parks_objections: bool
    beforehand: bool
    hosts_stay: bool

    @property
    def is_private(self) -> bool:
        """What is written stays with its author until they share it."""
        return self.form is Form.INDIVIDUAL

    @property
    def forms_groups(self) -> bool:
        """People find new places when it begins."""
        return self.grouping not in (Grouping.NONE, Grouping.SAME)


@dataclass(frozen=True)
class Timed:
    """A phase with the minutes of the meeting at which it begins and ends."""

    number: int
    phase: Phase
    begins: int
    ends: int


@dataclass(frozen=True)
class Script:
    """Phases in the order they happen, and the minutes that makes."""

    phases: tuple[Phase, ...]

    @property
    def minutes(self) -> int:
        """How long it takes as it stands."""
        return sum(phase.minutes.usual for phase in self.phases)

    @property
    def timed(self) -> tuple[Timed, ...]:
        """The phases with the minute each begins and ends."""
        ends = accumulate(phase.minutes.usual for phase in self.phases)
        pairs = enumerate(zip(self.phases, ends, strict=True), 1)
        return tuple(Timed(number, phase, end - phase.minutes.usual, end) for number, (phase, end) in pairs)


@dataclass(frozen=True)
class Purpose:
    """What methods are gathered under: what a meeting wants to get done."""

    key: str
    title: Text
    lead: Text


@dataclass(frozen=True)
class Method:
    """A way of working together, with its script; `version` rises when the script changes."""

    key: str
    version: int
    title: Text
    purpose: str
    position: int
    what_for: Text
    when: tuple[Text, ...]
    when_not: tuple[Text, ...]
    people: Span
    minutes: int
    materials: tuple[Text, ...]
    preparation: tuple[Text, ...]
    task_before: Text
    after: tuple[Text, ...]
    phases: tuple[Phase, ...]

    @property
    def least_minutes(self) -> int:
        """The time it takes when every phase is as short as it can be."""
        return sum(phase.minutes.least for phase in self.phases)

    @property
    def roles(self) -> tuple[GroupRole, ...]:
        """Every role that is drawn, in the order it is first needed."""
        return tuple(dict.fromkeys(role for phase in self.phases for role in phase.roles))

    @property
    def outputs(self) -> tuple[Output, ...]:
        """What it leaves behind, in the order it comes."""
        return tuple(dict.fromkeys(phase.output for phase in self.phases if phase.output))

    @property
    def script(self) -> Script:
        """Its phases alone, to be timed and drawn."""
        return Script(self.phases)
