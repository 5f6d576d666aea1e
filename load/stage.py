"""A meeting to load: one network, one IGP, an open door, and somebody signed in who leads."""

from dataclasses import dataclass

from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from django.utils import timezone

from sloyfe.access.models import Seat, Space
from sloyfe.access.roles import Role
from sloyfe.cycle.meetings.actions.door import open_door
from sloyfe.cycle.meetings.actions.meetings import make_meeting
from sloyfe.cycle.meetings.content import method
from sloyfe.cycle.meetings.models import Attendee, Meeting, Note, Point
from sloyfe.cycle.partnership.models import Partnership, Round
from sloyfe.kit.text import Text
from sloyfe.people.models import Person

PLACES = 40


@dataclass(frozen=True)
class Stage:
    """What a browser needs to know: the code from the wall, and the leader's way in."""

    code: str
    leader: str
    session: str
    phases: tuple[str, ...]
    places: tuple[str, ...]


def set_stage() -> Stage:
    """Everything in the database of this process."""
    now, today = timezone.now(), timezone.localdate()
    by = Person.objects.create(email=f"load-{now:%H%M%S%f}@example.org", name="Leder")
    space = Space.root(f"last-{now:%H%M%S%f}", "Last")
    words = Text.of(nb="Planleggingsdag", nn="Planleggingsdag")
    Partnership.objects.create(space=space, name=words, begun_on=today)
    Seat.objects.create(person=by, space=space, role=Role.COORDINATOR, since=today)
    this_round = Round.objects.create(space=space, title=words, school_year=today.year, opened_at=now)
    places = [space.place(f"Enhet {n}") for n in range(PLACES)]
    meeting = make_meeting(
        this_round,
        method("igp"),
        on=today,
        starts=timezone.localtime().time(),
        by=by,
        at=now,
        title=words,
        places=places,
    )
    door = open_door(meeting, naming="name", by=by, at=now)
    phases = tuple(str(phase.pk) for phase in meeting.standing)
    path = f"/p/{space.slug}/moter/{meeting.pk}/"
    return Stage(door.code, path, _signed_in(by), phases, tuple(str(place.pk) for place in places))


@dataclass(frozen=True)
class Found:
    """What the database holds afterwards."""

    attendees: int
    notes: dict[str, str]
    points: dict[str, int]


def found(stage: Stage, keys: dict[str, str]) -> Found:
    """Every note by its author's digest, opened with the key that only the browser had; every point by its name."""
    meeting = Meeting.objects.in_space(Space.objects.get(slug=stage.leader.split("/")[2])).get()
    notes = {}
    for note in Note.objects.filter(phase__meeting=meeting).select_related("attendee"):
        notes[note.attendee.digest] = note.words(keys[note.attendee.digest])
    names = [str(key) for key in Point.objects.filter(phase__meeting=meeting).values_list("pk", flat=True)]
    return Found(Attendee.objects.filter(meeting=meeting).count(), notes, {name: names.count(name) for name in names})


def _signed_in(person: Person) -> str:
    session = SessionStore()
    session[SESSION_KEY] = str(person.pk)
    session[BACKEND_SESSION_KEY] = "django.contrib.auth.backends.ModelBackend"
    session[HASH_SESSION_KEY] = person.get_session_auth_hash()
    session.save()
    return session.session_key or ""
