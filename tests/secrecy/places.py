"""Everywhere that something could come out: every address of the product, the database, and its backup."""

from pathlib import Path

from django.db import connection

from conftest import World
from sloyfe.cycle.meetings.models import Door
from tests.rights.addresses import WORDS, addresses
from tests.rights.people import COLUMNS
from tests.rights.table import read
from tools.backup import back_up

TABLE, START = read(), "(start)"

SKIPPED = {"utlogging/"}  # ends the session of whoever asks, and shows nothing
PAPERS = ("/dokument/", "/referat/nb.", "/skjema/", "/regneark/")  # slow to make
KINDS = ("pdf", "docx", "odt", "html", "xlsx", "csv", "json")
Places = list[tuple[str, str]]


def everywhere(world: World, door: Door, *keys: str) -> Places:
    """Route and path of every address of the product; those of one attendee for each of the `keys`."""
    found: dict[str, str] = {}
    for address in addresses(world.space, world.owner.place, world.school.place):
        if address.route in SKIPPED:
            continue
        path = address.path.replace(f"/m/{WORDS['code']}/", f"/m/{door.code}/")
        found |= dict.fromkeys(_varied(path, keys), address.route)
    return [(route, path) for path, route in found.items()]


def of_the_meeting(door: Door, places: Places) -> Places:
    """Those of the meeting alone, but for its papers."""
    near = [(route, path) for route, path in places if str(door.meeting_id) in path or door.code in path]
    return [(route, path) for route, path in near if not is_paper(path)]


def open_to(column: str, places: Places) -> Places:
    """Those that a role may be let in to in some phase of a round, and those that nobody has judged yet."""
    nth = COLUMNS.index(column)
    judged = {route for _phase, method, route in TABLE if method == "GET"}
    let_in = {route for (_phase, method, route), marks in TABLE.items() if method == "GET" and marks[nth] in "o!"}
    return [(route, path) for route, path in places if (route or START) in let_in or (route or START) not in judged]


def is_paper(path: str) -> bool:
    """Whether it is a file that takes time to make."""
    return any(part in path for part in PAPERS)


def as_files(places: Places, *languages: str) -> Places:
    """The papers among them, in each of these languages and in every kind."""
    papers = [(route, path) for route, path in places if path.endswith("nb.pdf")]
    return [
        (route, f"{path[: -len('nb.pdf')]}{language}.{kind}")
        for route, path in papers
        for language in languages
        for kind in KINDS
    ]


def raw_bytes() -> bytes:
    """The database as it lies on the disk."""
    files = sorted(Path(connection.settings_dict["NAME"]).parent.glob("database.sqlite3*"))
    return b"".join(file.read_bytes() for file in files)


def backup_bytes(folder: Path) -> bytes:
    """A backup, as somebody would find it."""
    file = folder / "kopi.tar.gz"
    file.unlink(missing_ok=True)
    back_up(file, quiet=True)
    return file.read_bytes()


def _varied(path: str, keys: tuple[str, ...]) -> list[str]:
    """Where one of the keys stands, each of them."""
    stands = next((key for key in keys if key in path), None)
    return [path.replace(stands, key) for key in keys] if stands else [path]
