"""The rehearsals that stand, and the people who do not exist in them: who they are and when they do something."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from random import Random

from sloyfe.access.models import Space
from sloyfe.cycle.meetings.content.made_up import made_up
from sloyfe.cycle.meetings.models import Attendee, Meeting, MeetingPhase, Occupation, Rehearsal
from sloyfe.people.models import Person

SIZES = (6, 24, 120)
LIVELY = timedelta(hours=8)
ROLES = (
    Occupation.TEACHER,
    Occupation.STAFF,
    Occupation.TEACHER,
    Occupation.LEADER,
    Occupation.TEACHER,
    Occupation.STAFF,
)
ARRIVAL, LATE = timedelta(seconds=25), timedelta(seconds=60)
LONGEST_WAIT = timedelta(seconds=90)
SILENT = 12  # one in so many writes nothing


@dataclass(frozen=True)
class Player:
    """Somebody who does not exist, and the key that their browser would have held."""

    nth: int
    name: str
    key: str
    place: Space | None
    role: str

    @property
    def digest(self) -> str:
        """What is kept of the key."""
        return sha256(self.key.encode()).hexdigest()

    @property
    def writes(self) -> bool:
        """Not everybody does, in a real meeting either."""
        return self.nth % SILENT != SILENT - 1

    @property
    def is_late(self) -> bool:
        """Some come when the meeting has begun."""
        return self.nth % SILENT == SILENT // 2


@dataclass(frozen=True)
class Scene:
    """A phase that goes on in a rehearsal, and those who are in; `finishing` is when it is about to end."""

    rehearsal: Rehearsal
    meeting: Meeting
    phase: MeetingPhase
    begun: datetime
    now: datetime
    finishing: bool
    here: Mapping[Player, Attendee]

    @property
    def language(self) -> str:
        """What they write: as whoever made the rehearsal."""
        return self.rehearsal.by.language

    def due(self, who: object, share: float) -> datetime | None:
        """When somebody does something so far into the time that people use, if it is by now.

        A long phase does not make whoever rehearses wait as long.
        """
        span = min(timedelta(minutes=self.phase.minutes) * 0.7, LONGEST_WAIT)
        chance: float = dice(self.rehearsal, self.phase.pk, who).random()
        when = self.begun + span * (share + 0.1 * chance)
        return min(when, self.now) if self.finishing or when <= self.now else None


def rehearsal_of(meeting: Meeting, by: Person) -> Rehearsal | None:
    """The one that this person has made of the meeting and not thrown away."""
    return Rehearsal.objects.filter(of=meeting, by=by).select_related("meeting__space").order_by("at").first()


def lively(*, at: datetime) -> list[Rehearsal]:
    """Those in which something may still happen by itself."""
    rows = Rehearsal.objects.filter(at__gte=at - LIVELY).select_related("by", "meeting__space", "meeting__door")
    return list(rows.prefetch_related("meeting__places", "meeting__phases__omission"))


def players(rehearsal: Rehearsal, places: Sequence[Space], *, asks_role: bool) -> list[Player]:
    """The same people every time, spread over the places and roles."""
    words, seed = made_up(), str(rehearsal.pk)
    every = [f"{first} {last}" for first in words.first_names for last in words.last_names]
    names = Random(seed).sample(every, rehearsal.people)  # noqa: S311 - no secret: the same every time
    return [
        Player(
            nth,
            name,
            sha256(f"{seed}:{nth}".encode()).hexdigest(),
            places[nth % len(places)] if places else None,
            ROLES[nth // max(1, len(places)) % len(ROLES)] if asks_role else "",
        )
        for nth, name in enumerate(names)
    ]


def arrives_at(rehearsal: Rehearsal, player: Player, begun: datetime | None) -> datetime | None:
    """When somebody comes in; latecomers once the meeting has begun."""
    share = dice(rehearsal, "door", player.nth).random()
    if player.is_late:
        return begun + LATE * share if begun else None
    return rehearsal.at + ARRIVAL * share


def dice(rehearsal: Rehearsal, *of: object) -> Random:
    """Chance that falls the same way every time it is asked about the same thing."""
    return Random(":".join(map(str, (rehearsal.pk, *of))))  # noqa: S311 - no secret: to fall the same way again
