"""Those who lead and watch: known by their session, and asked again as long as they watch."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.contrib.auth import get_user
from django.contrib.sessions.backends.db import SessionStore
from django.http import HttpRequest
from django.utils import timezone

from sloyfe.access.queries import visit
from sloyfe.cycle.meetings.models import Meeting
from sloyfe.cycle.meetings.queries.meetings import may_lead, watched
from sloyfe.people.models import Person

LEADER = "leader:"


@dataclass(frozen=True, slots=True)
class Knock:
    """A session at a meeting's page."""

    session: str
    slug: str
    meeting: UUID

    @property
    def who(self) -> str:
        """By what the stream is known; it stays in this process."""
        return f"{LEADER}{self.slug}:{self.session}"


def led_meetings(knocks: Sequence[Knock]) -> list[Meeting | None]:
    """The meeting of each, for those who lead it."""
    found = watched({knock.meeting for knock in knocks})
    meetings = [found.get(knock.meeting) for knock in knocks]
    return [one if one and still_leading(knock.who, one) else None for knock, one in zip(knocks, meetings, strict=True)]


def still_leading(who: str, meeting: Meeting) -> bool:
    """Whether the session still belongs to somebody who leads the meeting."""
    slug, _colon, session = who.removeprefix(LEADER).partition(":")
    person = _person(session)
    if person is None or slug != meeting.space.slug:
        return False
    here = visit(person, slug, on=timezone.localdate())
    return here is not None and may_lead(here, meeting)


def _person(session: str) -> Person | None:
    request = HttpRequest()
    request.session = SessionStore(session)
    user = get_user(request)
    return user if isinstance(user, Person) else None
