"""A meeting from its door to its minutes: one writes for themselves, and everybody else looks everywhere."""

from dataclasses import dataclass, field
from uuid import uuid4

from django.db import transaction
from django.test import Client
from django.utils import timezone

from conftest import Member, World
from sloyfe.cycle.meetings.actions import door as doors
from sloyfe.cycle.meetings.models import Attendee, Door, MeetingPhase, Point
from sloyfe.cycle.meetings.queries.groups import seated_by, table_of
from sloyfe.cycle.meetings.queries.points import takes_points
from sloyfe.cycle.meetings.rooms import sights
from sloyfe.cycle.meetings.tests.live_room import Room, begin, held_in, session_of
from sloyfe.live.tests.line import Stream, ask
from tests.secrecy.needles import holds
from tests.secrecy.places import Places, everywhere, of_the_meeting

UNSHARED, SHARED = "zqhemmelig7x", "zqdelt4w"
PEOPLE = 10
PATIENCE = 60
SHARE, NOT_TO_OPEN = 7, 405
Leak = tuple[str, str, str]  # when, who, where


@dataclass
class Walk:
    """What has been written and shared so far, and who has seen which of it."""

    world: World
    door: Door
    by: Member
    others: dict[str, Client]
    leaks: list[Leak] = field(default_factory=list)
    seen: set[Leak] = field(default_factory=set)
    has_written: bool = False
    has_shared: bool = False
    places: Places = field(default_factory=list)
    turn: int = 0
    swept: bool = False  # once, while somebody writes
    forms_only: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        """Everybody comes in; the first is the author."""
        self.keys = [f"{n}" * 43 for n in range(PEOPLE)]
        for n, key in enumerate(self.keys):
            doors.come_in(self.door, f"Deltaker {chr(65 + n)}", key=key, place=None, at=timezone.now(), role="")
        self.author = browser_with(self.keys[0])
        self.places = everywhere(self.world, self.door, str(self._author.pk))

    def go_to(self, phase: MeetingPhase) -> None:
        """The phase begins; where one may write, the author does, and in a group something is shared."""
        begin(self.door, phase.key, self.by, 0)
        self.write()
        self.share(phase)

    def write(self) -> None:
        """In every phase that takes it now: a sentence that stays, and one that will be shared."""
        for phase in [each for each in self.door.meeting.phases.all() if each.is_private]:
            words = f"{UNSHARED} tenker jeg på øya, «& <b>{SHARED}</b>" if not self.has_shared else f"{UNSHARED} igjen"
            said = {"words": words, "after": ""}
            if self.author.post(f"/m/{self.door.code}/notater/{phase.pk}/", said).status_code == 302:
                self.has_written = True

    def share(self, phase: MeetingPhase) -> None:
        """One sentence is put on the table by hand, and the table agrees on it."""
        if self._table(phase) and takes_points(phase) and not self.has_shared:
            point = str(uuid4())
            said = {"words": f"Blåbær {SHARED} på øya", "name": point}
            if self.author.post(f"/m/{self.door.code}/punkter/", said).status_code == 302:
                self.author.post(f"/m/{self.door.code}/punkter/{Point.objects.get(pk=point).pk}/enighet/")
                self.has_shared = True

    def look(self, when: str, phase: MeetingPhase, *, whole: bool = False) -> None:
        """Whoever leads at the pages of the meeting, two who take part at theirs, and all at what is live.

        Where it is not asked for the whole, one in seven of the leader's pages is opened, in turn.
        """
        pages = of_the_meeting(self.door, self.places)
        self.ask_for(when, {"leader": self.by.client}, pages if whole else pages[self.turn % SHARE :: SHARE])
        self.turn += 1
        self.swept |= whole
        near = self.near(phase)
        at_theirs = [(route, path) for route, path in self.places if self.door.code in path]
        self.ask_for(when, {who: browser_with(key) for who, key in near.items()}, at_theirs)
        self.listen(when, near)

    def near(self, phase: MeetingPhase) -> dict[str, str]:
        """The keys of somebody at the author's table and of somebody who is not."""
        keys = {doors.digest(key): key for key in self.keys}
        mates = {each.digest for each in self._table(phase)} & keys.keys()
        apart = [digest for digest in list(keys)[1:] if digest not in mates]
        mates -= {self._author.digest}
        return {"elsewhere": keys[apart[0]]} | ({"mate": keys[min(mates)]} if mates else {})

    def ask_for(self, when: str, browsers: dict[str, Client], places: Places) -> None:
        """Everybody opens every place; one that is only for forms says so once."""
        for who, browser in browsers.items():
            for route, path in [place for place in places if place[0] not in self.forms_only]:
                reply = browser.get(path)
                self.judge((when, who, route), reply.content)
                if reply.status_code == NOT_TO_OPEN:
                    self.forms_only.add(route)

    def send_nothing(self, when: str, browsers: dict[str, Client], places: Places) -> None:
        """Everybody posts an empty form everywhere, which is then undone: what is refused has a page too."""
        for who, browser in browsers.items():
            for route, path in places:
                with transaction.atomic():
                    said = browser.post(path).content
                    transaction.set_rollback(True)
                self.judge((when, who, route), said)

    def listen(self, when: str, near: dict[str, str]) -> None:
        """What the live addresses tell those who take part and whoever leads."""

        async def course(room: Room) -> None:
            leads = session_of(self.by)
            said = (await ask(room.live, room.leaders_address("tilstand/"), cookies=leads)).body
            self.judge((when, "leader", "live"), said)
            async with room.leading(self.by) as stream:
                await self._hear(stream, (when, "leader", "stream"))
            for who, key in near.items():
                browser = room.browser(key=key)
                for rest in ("rom/", "rom/?del=bord", "tilstand/"):
                    self.judge((when, who, f"live {rest}"), (await browser.look(rest)).body)
                async with browser.follow() as stream:
                    await self._hear(stream, (when, who, "stream"))

        sights.forget_everything()  # nobody has listened between the phases
        held_in(self.door, course)

    async def _hear(self, stream: Stream, place: Leak) -> None:
        assert stream.status == 200, place
        await stream.until(lambda one: one.frames, PATIENCE)
        self.judge(place, b"".join(words for _at, words in stream.words))

    def judge(self, place: Leak, said: bytes) -> None:
        """What is not shared leaks wherever it is; what is shared may be seen."""
        shared = holds(said, SHARED)
        if holds(said, UNSHARED) or (shared and not self.has_shared):
            self.leaks.append(place)
        elif shared:
            self.seen.add(place)

    @property
    def _author(self) -> Attendee:
        return Attendee.objects.get(digest=doors.digest(self.keys[0]))

    def _table(self, phase: MeetingPhase) -> list[Attendee]:
        forming = seated_by(self.door.meeting, phase)
        table = table_of(self._author, forming) if forming else None
        return table.people if table else []


def browser_with(key: str) -> Client:
    """Of somebody who takes part."""
    browser = Client()
    browser.cookies["mote"] = key
    return browser
