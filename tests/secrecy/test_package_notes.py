"""What somebody notes beside a page of a package: for themselves alone, or by their own hand to their unit."""

import io
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from django.core import mail
from django.db import connection, transaction
from django.test import Client

from conftest import Member, World, member, seat
from sloyfe.access.roles import Role
from sloyfe.cycle.competence.models import OwnNote, PackageVersion, Page
from sloyfe.cycle.competence.tests.making import table
from sloyfe.cycle.competence.tests.test_reading import cartridge, read_in
from sloyfe.people import sealing
from sloyfe.site.jobs import fold_in_the_journal
from tests.rights.addresses import addresses
from tests.secrecy.needles import holds, layers
from tests.secrecy.places import SKIPPED, Places, backup_bytes, is_paper, open_to, raw_bytes
from tests.secrecy.test_secrecy import COLUMN
from tests.secrecy.walk import NOT_TO_OPEN, SHARED, UNSHARED, Leak

BODIES = {
    "les": "<p>Les dette om blåbær.</p>",
    "prov": table("[udir-task]", "<h3>Prøv det ut</h3><p>Tell sammen.</p>"),
    "mer": "<p>Mer om blåbær.</p>",
}
COLUMNS = COLUMN | {"colleague": "staff", "next door": "staff"}
AT_THE_UNIT = {"ola", "colleague"}
NOTES = "p/<slug:slug>/pakker/<uuid:package>/sider/<uuid:page>/notater/"


@dataclass
class Beside:
    """The author, everybody else, and what they have been shown."""

    world: World
    version: PackageVersion
    author: Member
    others: dict[str, Client]
    leaks: list[Leak] = field(default_factory=list)
    seen: set[tuple[str, str]] = field(default_factory=set)

    def write(self) -> None:
        """A sentence for oneself on every page, and one to the unit on the first."""
        for page in self.pages:
            said = f"{UNSHARED} tenker jeg på øya, «& <b>{page.identity}</b>"
            assert self.author.client.post(self.path(page) + "notater/", {"own": said}).status_code == 302
        told = {"team": f"Blåbær {SHARED} på øya"}
        assert self.author.client.post(self.path(self.pages[0]) + "notater/felles/", told).status_code == 302

    @property
    def pages(self) -> list[Page]:
        """Of the package, in their order."""
        return list(self.version.pages.order_by("position"))

    def path(self, page: Page) -> str:
        """Of a page."""
        return self.world.url(f"pakker/{self.version.package_id}/sider/{page.pk}/")

    def everywhere(self) -> Places:
        """Every address of the product; those of one page for each page."""
        first, *rest = [str(page.pk) for page in reversed(self.pages)]
        found = [
            (address.route, address.path.replace(first, key) if key != first else address.path)
            for address in addresses(self.world.space, self.world.owner.place, self.world.school.place)
            for key in ([first, *rest] if f"/sider/{first}/" in address.path else [first])
        ]
        found += [(route, f"{path}?q={word}") for route, path in found if "/sok/" in path for word in ("tenker", "øya")]
        return [(route, path) for route, path in found if route not in SKIPPED and not is_paper(path)]

    def ask(self, who: str, browser: Client, places: Places) -> None:
        """Open every one of these."""
        for route, path in places:
            reply = browser.get(path)
            content = b"".join(reply.streaming_content) if reply.streaming else reply.content
            self.judge((who, "GET", route), content)
            if reply.status_code == NOT_TO_OPEN or "pakker/" in path:
                self.judge((who, "POST", route), self.said_to_nothing(browser, path))

    @staticmethod
    def said_to_nothing(browser: Client, path: str) -> bytes:
        """The answer to an empty form, which is then undone."""
        with transaction.atomic():
            reply = browser.post(path)
            transaction.set_rollback(True)
        return b"".join(reply.streaming_content) if reply.streaming else reply.content

    def judge(self, place: Leak, said: bytes) -> None:
        """What is for oneself leaks wherever it is; what is for the unit, wherever there is nobody of the unit."""
        if holds(said, UNSHARED):
            self.leaks.append(place)
        if holds(said, SHARED):
            self.seen.add((place[0], place[2]))

    def judge_what_is_left(self, log: io.StringIO, folder: Path) -> None:
        """Logs, letters, backup and disk; what is for the unit may be in the last two."""
        fold_in_the_journal()
        left = {"log": log.getvalue().encode(), "mail": repr([vars(each) for each in mail.outbox]).encode()}
        left |= {"backup": backup_bytes(folder), "disk": raw_bytes()}
        for place, content in left.items():
            self.judge((place, "", ""), content)


@pytest.fixture
def keys(settings: Any, tmp_path: Path) -> Path:
    settings.KEY_DIR = tmp_path / "keys"
    return settings.KEY_DIR


@pytest.fixture
def beside(world: World, kari: Member, nils: Member, others: dict[str, Client], keys: Path) -> Beside:
    colleague, next_door = member("Mona Moe", "mona@example.org"), member("Grete Vik", "grete@example.org")
    seat(colleague.person, world.school.place, Role.STAFF)
    seat(next_door.person, world.kindergarten.place, Role.STAFF)
    everybody = {name: each for name, each in others.items() if name != "nils"}
    everybody |= {"colleague": colleague.client, "next door": next_door.client}
    return Beside(world, read_in(world, kari, cartridge(bodies=BODIES)), nils, everybody)


def test_an_own_note_is_told_to_nobody_and_one_to_the_unit_to_nobody_else(
    beside: Beside, log: io.StringIO, tmp_path: Path
):
    beside.write()
    places = beside.everywhere()
    for who, browser in beside.others.items():
        near = [(route, path) for route, path in places if "/pakker/" in path]
        beside.ask(who, browser, sorted({*open_to(COLUMNS[who], places), *near}))
    shown = {(who, route) for who, route in beside.seen if route}
    beside.judge_what_is_left(log, tmp_path)

    assert beside.leaks == []
    assert {who for who, _route in shown} == AT_THE_UNIT
    assert shown >= {(who, route) for who in AT_THE_UNIT for route in (NOTES, NOTES.removesuffix("notater/"))}
    assert {who for who, route in beside.seen if not route} == {"backup", "disk"}
    assert OwnNote.objects.in_space(beside.world.space).count() == len(BODIES)
    beside.ask("the author", beside.author.client, [(NOTES, f"{beside.path(beside.pages[0])}notater/")])
    assert ("the author", "GET", NOTES) in beside.leaks


def test_what_is_looked_at_would_have_told_of_a_note_that_is_not_sealed(
    beside: Beside, log: io.StringIO, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(sealing, "sealed", lambda words, _key: words.encode())
    beside.write()
    beside.judge_what_is_left(log, tmp_path)

    assert [where for where, _how, _route in beside.leaks] == ["backup", "disk"]


def test_where_saving_breaks_neither_the_page_nor_the_log_has_the_words(beside: Beside, log: io.StringIO):
    for name in ("ownnote", "teamnote"):
        with connection.cursor() as cursor:
            cursor.execute(
                f"CREATE TRIGGER full_{name} BEFORE INSERT ON competence_{name} BEGIN SELECT RAISE(ABORT, 'full'); END"
            )
    browser, path = beside.author.client, beside.path(beside.pages[0])
    browser.raise_request_exception = False
    replies = [
        browser.post(f"{path}notater/", {"own": UNSHARED}), browser.post(f"{path}notater/felles/", {"team": SHARED})
    ]  # fmt: skip
    for reply in replies:
        beside.judge(("broken", "POST", NOTES), reply.content)
    beside.judge(("log", "", ""), log.getvalue().encode())

    assert ([reply.status_code for reply in replies], beside.leaks, beside.seen) == ([500, 500], [], set())
    assert "IntegrityError" in log.getvalue()


def test_the_key_to_own_notes_is_in_nothing_that_is_taken_along(beside: Beside, log: io.StringIO, tmp_path: Path):
    beside.write()
    outer = sealing.key_file().read_bytes()
    fold_in_the_journal()

    for content in (backup_bytes(tmp_path), raw_bytes(), log.getvalue().encode()):
        for layer in layers(content):
            assert outer not in layer
            assert outer.hex().encode() not in layer
