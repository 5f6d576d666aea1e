"""Coming in without a page being fetched for it: the form of the door, for hundreds at a time."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from http.cookies import SimpleCookie
from typing import Any

from django.conf import settings
from django.db.models import Prefetch
from django.utils import translation

from sloyfe.access.models import Space
from sloyfe.cycle.meetings.actions.door import Coming, come_in_together
from sloyfe.cycle.meetings.actions.notes import NotInside
from sloyfe.cycle.meetings.forms.door import ComeInForm
from sloyfe.cycle.meetings.models import Attendee, Door
from sloyfe.cycle.meetings.queries.groups import places_to_come_from
from sloyfe.cycle.meetings.queries.guessing import MISSES, passes
from sloyfe.cycle.meetings.views.shown import cookies, life
from sloyfe.kit.refusal import Refusal

KEY = re.compile(r"[A-Za-z0-9_-]{43}")


class NotRight(Refusal):
    """Something in the form must be said otherwise; `errors` by field."""

    status = 422

    def __init__(self, errors: Mapping[str, Sequence[str]]) -> None:
        super().__init__()
        self.errors = errors


@dataclass(frozen=True, slots=True)
class Knocking:
    """What the form said, and the key that the browser has made: sent twice, it lets in once."""

    code: str
    key: str
    said: Mapping[str, Any]
    language: str
    at: datetime


@dataclass(frozen=True, slots=True)
class LetIn:
    """Who it is, and the cookies that make them known again."""

    name: str
    cookies: tuple[tuple[bytes, bytes], ...]


def knock(knockings: Sequence[Knocking]) -> list[LetIn | Refusal]:
    """Each is in, or is told what is wrong."""
    rows = Door.objects.filter(code__in={each.code for each in knockings})
    rows = rows.select_related("meeting__holding", "meeting__cancellation", "meeting__space")
    doors = {
        door.code: door for door in rows.prefetch_related(Prefetch("meeting__places", Space.objects.order_by("title")))
    }
    places = {code: places_to_come_from(door.meeting) for code, door in doors.items()}
    asked = [_read(each, doors.get(each.code), places.get(each.code, [])) for each in knockings]
    comings = [each for each in asked if isinstance(each, Coming)]
    outcomes = dict(zip(map(id, comings), come_in_together(comings), strict=True))
    return [_told(one, outcomes[id(one)]) if isinstance(one, Coming) else one for one in asked]


def _read(knocking: Knocking, door: Door | None, places: Sequence[Space]) -> Coming | Refusal:
    if door is None or not passes(knocking.code, str(knocking.said.get("k", "")), at=knocking.at):
        MISSES.note(knocking.at)
        return NotInside()
    with translation.override(knocking.language):
        form = ComeInForm(door.naming, places, dict(knocking.said), asks_role=door.asks_role)
        if not form.is_valid():
            return NotRight({name: [str(error) for error in errors] for name, errors in form.errors.items()})
        name, place, role = form.cleaned_data["name"], form.from_where(), form.works_as()
    return Coming(door, name, knocking.key, place, knocking.at, role)


def _told(coming: Coming, outcome: Attendee | Refusal) -> LetIn | Refusal:
    if isinstance(outcome, Refusal):
        return outcome
    return LetIn(outcome.name, keys_for(coming.door, coming.key))


def keys_for(door: Door, key: str) -> tuple[tuple[bytes, bytes], ...]:
    """What makes a browser known again at the addresses of the code that the meeting has now."""
    return tuple(_cookie(name, path, door, key) for name, path in cookies(door.code))


def _cookie(name: str, path: str, door: Door, key: str) -> tuple[bytes, bytes]:
    cookie: SimpleCookie = SimpleCookie({name: key})
    rules: dict[str, Any] = {"path": path, "max-age": round(life(door).total_seconds()), "samesite": "Lax"}
    cookie[name].update(rules | {"httponly": True, "secure": settings.SECURE})
    return b"set-cookie", cookie[name].OutputString().encode()
