"""What a station gives the whole, as typed values; `site` assembles them in one explicit list."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from uuid import UUID

from sloyfe.access.policy import Can
from sloyfe.access.visit import Visit
from sloyfe.cycle.partnership.content.gate import Statement
from sloyfe.cycle.partnership.models import Answer, Party, PartyRole, Round, Start
from sloyfe.kit.refusal import Sentence


class Stage(StrEnum):
    """Bygg · Lær · Del · Voks: labels on the stations, never folders."""

    BUILD = "build"
    LEARN = "learn"
    SHARE = "share"
    GROW = "grow"


class State(StrEnum):
    """How far a station has come in a round."""

    COMING = "coming"
    NOT_STARTED = "not_started"
    UNDER_WAY = "under_way"
    DONE = "done"


@dataclass(frozen=True)
class Answered:
    """A statement of the readiness list in brief."""

    statement: Statement
    answer: Answer | None
    needs_task: bool

    @property
    def settled(self) -> bool:
        """Answered, and a no has its action."""
        return self.answer is not None and not self.needs_task


@dataclass(frozen=True)
class Reading:
    """A round as one page reads it: what several parts of the page ask about, read once and passed along.

    `answered` gives the readiness list; the pages that do not ask for it do not read it.
    """

    round: Round
    parties: Sequence[Party]
    start: Start | None
    answered: Callable[[], Sequence[Answered]]

    def with_role(self, role: PartyRole) -> list[Party]:
        """The parties that take part as this."""
        return [party for party in self.parties if party.role == role]


@dataclass(frozen=True)
class Summary:
    """A station's state in a round, in one line."""

    state: State
    line: Sentence


@dataclass(frozen=True)
class Turn:
    """Something that waits for this person; `due` first, then `weight`."""

    title: Sentence
    url: str
    due: date | None = None
    weight: int = 50


@dataclass(frozen=True)
class Glance:
    """A station's summary and what waits for one person there, read in one go."""

    summary: Summary
    turns: Sequence[Turn]


@dataclass(frozen=True)
class Check:
    """One checkable condition of a gate (G0 to G3); `detail` is said while it is open, `who` can mend it."""

    gate: str
    title: Sentence
    met: bool
    detail: Sentence = ""
    url: str = ""
    key: str = ""
    who: Sentence = ""
    after_gate: bool = False


@dataclass(frozen=True)
class ThreadLink:
    """One neighbour on the red thread."""

    kind: Sentence
    title: str
    url: str


@dataclass(frozen=True)
class Origin:
    """Where a row was first said, told on its own page; `where` and `words` say more closely, if that is known."""

    link: ThreadLink
    where: str = ""
    words: str = ""


@dataclass(frozen=True)
class Onward:
    """What a later station lets one begin from a row, and what was begun from it; told on the row's own page."""

    begin: ThreadLink | None
    heading: Sentence
    begun: Sequence[ThreadLink]


@dataclass(frozen=True)
class CalendarEvent:
    """A date that others should see."""

    on: date
    title: str
    url: str = ""


@dataclass(frozen=True)
class Retention:
    """How long a table's rows are kept, and why, in words people can read."""

    model: str
    keep: Sentence
    why: Sentence


def _nothing(_now: Reading) -> list[Check]:
    return []


def _no_events(_round: Round) -> list[CalendarEvent]:
    return []


def _no_links(_row: UUID, _round: Round) -> list[ThreadLink]:
    return []


def _no_origins(_rows: Collection[UUID], _visit: Visit) -> Mapping[UUID, Origin]:
    return {}


def _nothing_onward(_row: UUID, _visit: Visit) -> Onward | None:
    return None


@dataclass(frozen=True)
class Station:
    """A station's contributions to the whole."""

    name: str
    title: Sentence
    stage: Stage
    url_name: str
    see: Can
    glance: Callable[[Reading, Visit], Glance]
    checks: Callable[[Reading], Sequence[Check]] = _nothing
    events: Callable[[Round], Sequence[CalendarEvent]] = _no_events
    came_from: Callable[[UUID, Round], Sequence[ThreadLink]] = _no_links
    came_of: Callable[[UUID, Round], Sequence[ThreadLink]] = _no_links
    origins: Callable[[Collection[UUID], Visit], Mapping[UUID, Origin]] = _no_origins
    onward: Callable[[UUID, Visit], Onward | None] = _nothing_onward
    retention: Sequence[Retention] = field(default_factory=tuple)
