"""The live addresses of meetings: translate in, one call, translate out."""

from collections.abc import Awaitable, Callable
from typing import Any
from uuid import UUID

from django.conf import settings
from django.utils import timezone, translation

from sloyfe.cycle.meetings.actions.notes import Writing, WrittenElsewhere, keep_notes
from sloyfe.cycle.meetings.actions.points import Laying, lay_points
from sloyfe.cycle.meetings.forms.door import NoteForm
from sloyfe.cycle.meetings.forms.points import PointForm
from sloyfe.cycle.meetings.rooms.attending import admitted, key_of
from sloyfe.cycle.meetings.rooms.coming import KEY, Knocking, LetIn, NotRight, knock
from sloyfe.cycle.meetings.rooms.leaders import Knock, led_meetings
from sloyfe.cycle.meetings.rooms.regions import Looking, Regions, regions
from sloyfe.cycle.meetings.rooms.snapshots import leading
from sloyfe.kit.languages import language_of
from sloyfe.kit.refusal import Refusal
from sloyfe.live.app import Admission, Floor, Route
from sloyfe.live.requests import Answer, Broken, Request, told

Said = Callable[[Floor, Request], Awaitable[Answer | Admission]]


def in_words(handler: Said) -> Said:
    """A refusal is answered with its sentence, in the reader's language."""

    async def answered(floor: Floor, request: Request) -> Answer | Admission:
        try:
            return await handler(floor, request)
        except Refusal as refusal:
            with translation.override(_language(request)):
                said: dict[str, Any] = {"sentence": str(refusal)}
            if isinstance(refusal, NotRight):
                said["errors"] = refusal.errors
            if isinstance(refusal, WrittenElsewhere):
                said |= {"words": refusal.words, "version": refusal.version}
            return told(said, refusal.status)

    return answered


async def stream(floor: Floor, request: Request) -> Admission:
    """Follow the meeting."""
    admission: Admission = await floor.reads.put(admitted, key_of(request))
    return admission


async def state(floor: Floor, request: Request) -> Answer:
    """The same for those whom no stream reaches."""
    admission: Admission = await floor.reads.put(admitted, key_of(request))
    return Answer(body=await floor.hub.state(admission.parts))


async def room(floor: Floor, request: Request) -> Answer:
    """What the page holds now."""
    whole = request.query.get("del") != "bord"
    shown, code = request.query.get("eget", ""), request.names["code"]
    looking = Looking(key_of(request), _language(request), shown, whole, code)
    found: Regions = await floor.pages.put(regions, looking)
    return Answer(body=found.body, headers=found.cookies)


async def attendees(floor: Floor, request: Request) -> Answer:
    """Come in."""
    said = request.said()
    key = said.get("key")
    if not isinstance(key, str) or not KEY.fullmatch(key):
        raise Broken(400)
    language = _language(request)
    let_in: LetIn = await floor.writes.put(
        knock, Knocking(request.names["code"], key, _words(said), language, timezone.now())
    )
    return told({"name": let_in.name}, headers=let_in.cookies)


async def notes(floor: Floor, request: Request) -> Answer:
    """Keep what one writes for oneself."""
    at, said = timezone.now(), request.said()
    form = NoteForm(_words(said))
    if not form.is_valid():
        raise NotRight({name: [str(error) for error in errors] for name, errors in form.errors.items()})
    clean = form.cleaned_data
    writing = Writing(
        key_of(request), UUID(request.names["phase"]), clean["words"], clean["after"], _uuid(said, "mark"), at
    )
    return told({"version": await floor.writes.put(keep_notes, writing)})


async def points(floor: Floor, request: Request) -> Answer:
    """Lay a point on the table."""
    at, said = timezone.now(), request.said()
    form = PointForm(_words(said))
    if not form.is_valid():
        raise NotRight({name: [str(error) for error in errors] for name, errors in form.errors.items()})
    phase = UUID(request.names["phase"])
    clean = form.cleaned_data
    laying = Laying(key_of(request), phase, clean["words"], _uuid(said, "name"), at, clean["element"])
    laid = await floor.writes.put(lay_points, laying)
    return told({"nth": laid.nth})


async def leaders_stream(floor: Floor, request: Request) -> Admission:
    """Follow a meeting that one leads."""
    knocking = Knock(
        request.cookie(settings.SESSION_COOKIE_NAME), request.names["slug"], UUID(request.names["meeting"])
    )
    meeting = await floor.reads.put(led_meetings, knocking)
    if meeting is None:
        raise Broken(404)
    return leading(knocking.who, meeting)


async def leaders_state(floor: Floor, request: Request) -> Answer:
    """The same for those whom no stream reaches."""
    return Answer(body=await floor.hub.state((await leaders_stream(floor, request)).parts))


def _language(request: Request) -> str:
    chosen = request.cookie(settings.LANGUAGE_COOKIE_NAME)
    return language_of(chosen, request.header(b"accept-language"), dict(settings.LANGUAGES))


def _words(said: dict[str, Any]) -> dict[str, Any]:
    """Only what a form may hold."""
    return {name: value for name, value in said.items() if isinstance(value, str | int)}


def _uuid(said: dict[str, Any], name: str) -> UUID:
    try:
        return UUID(str(said.get(name)))
    except ValueError:
        raise Broken(400) from None


_ROW = r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"
_ATTENDEE = r"/live/m/(?P<code>\d{8})/"
_LEADER = rf"/live/p/(?P<slug>[-\w]+)/moter/(?P<meeting>{_ROW})/"
_PHASE = rf"(?P<phase>{_ROW})/"
ROUTES = [
    Route("GET", _ATTENDEE + r"strom/", in_words(stream)),
    Route("GET", _ATTENDEE + r"tilstand/", in_words(state)),
    Route("GET", _ATTENDEE + r"rom/", in_words(room)),
    Route("POST", _ATTENDEE + r"deltakere/", in_words(attendees)),
    Route("POST", _ATTENDEE + r"notater/" + _PHASE, in_words(notes)),
    Route("POST", _ATTENDEE + r"punkter/" + _PHASE, in_words(points)),
    Route("GET", _LEADER + r"strom/", in_words(leaders_stream)),
    Route("GET", _LEADER + r"tilstand/", in_words(leaders_state)),
]
