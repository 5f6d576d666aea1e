"""Every address × role × phase gives the answer that stands in expected.txt."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command
from django.db import connection, transaction
from django.test import Client, override_settings

from conftest import World, make_world
from sloyfe.access.models import Space
from sloyfe.access.roles import Role
from tests.rights import table
from tests.rights.addresses import Address, addresses
from tests.rights.people import COLUMNS, everybody

LET_IN = {200, 201, 302, 405, 422, 429}
PAPERS = ("/dokument/", "/skjema/", "/regneark/")  # only ever read
SIGN_OUT = "utlogging/"  # would take the session along; it has a test of its own
MARKS = {403: "x", 404: ".", 409: "!"}


@pytest.fixture(autouse=True)
def _only_the_status_matters() -> Iterator[None]:
    """Half of the time went into drawing the pages that say no; what they say is tested elsewhere."""
    (engine,) = settings.TEMPLATES
    with override_settings(TEMPLATES=[{**engine, "DIRS": [Path(__file__).parent / "bare"]}]):
        yield


@pytest.fixture(autouse=True)
def _one_database_is_enough(db: None) -> None:
    if connection.vendor != "sqlite":
        pytest.skip("who may does not depend on the database: asked on SQLite")


def test_in_a_draft_partnership_everybody_gets_the_expected_answer(db: None):
    world: World = make_world()
    browsers = everybody(
        world.space, world.owner.place, world.school.place, world.kindergarten.place, world.university.place
    )
    compare("draft", ask(addresses(world.space, world.owner.place, world.school.place), browsers))


def test_later_in_the_round_everybody_gets_the_expected_answer(db: None):
    call_command("load_demo", verbosity=0)
    for phase, slug in (("begun", "tall-og-undring"), ("done", "med-i-leken")):
        space = Space.objects.get(slug=slug)
        open_owners = Space.objects.filter(parent=space, shielded=False, children__isnull=False)
        owners = list(open_owners.distinct().order_by("title"))
        units = list(owners[0].children.order_by("title")[:2])
        partners = Space.objects.filter(parent=space, children=None, seats__role=Role.PARTNER)
        partner = partners.distinct().order_by("title")[0]
        with transaction.atomic():
            browsers = everybody(space, owners[0], units[0], units[1], partner)
            compare(phase, ask(addresses(space, owners[0], units[0]), browsers))
            transaction.set_rollback(True)  # the same people are made again for the next phase


def ask(known: list[Address], browsers: dict[str, Client]) -> table.Table:
    """Ask every address as everybody, and undo what each question did."""
    found: table.Table = {}
    for method in ("GET", "POST"):
        for address in known:
            if address.route == SIGN_OUT or (method == "POST" and any(word in address.route for word in PAPERS)):
                continue
            marks = "".join(_mark(browsers[column], method, address.path) for column in COLUMNS)
            if "-" not in marks:
                found["", method, address.route] = marks
    return found


def compare(phase: str, found: table.Table) -> None:
    """Against the reviewed file; with SLOYFE_RIGHTS set, write what was found there for review instead."""
    now = {(phase, method, route or "(start)"): marks for (_none, method, route), marks in found.items()}
    if target := os.environ.get("SLOYFE_RIGHTS"):
        table.write(now, COLUMNS, Path(target) / f"{phase}.txt")
        return
    expected = {key: marks for key, marks in table.read().items() if key[0] == phase}
    different = [
        f"{key}: {now.get(key)} instead of {expected.get(key)}"
        for key in expected | now
        if now.get(key) != expected.get(key)
    ]

    assert different == []


def _mark(browser: Client, method: str, path: str) -> str:
    with transaction.atomic():
        answer = browser.get(path) if method == "GET" else browser.post(path)
        transaction.set_rollback(True)
    status = answer.status_code
    if status in (302, 303) and answer.headers["Location"].startswith("/inn/?neste"):
        return ">"
    if status == 405:
        return "-"
    return "o" if status in LET_IN else MARKS[status]
