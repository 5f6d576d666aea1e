"""Notes to pages: one's own for oneself alone, the unit's for the unit, and earlier ones beside an activity."""

import logging
from pathlib import Path

import pytest
from django.apps import apps
from django.test import Client

from conftest import Member, World, member, seat
from sloyfe.access.models import AuditEvent, Seat
from sloyfe.access.roles import Role
from sloyfe.cycle.competence.models import OwnNote, PackageVersion, TeamNote
from sloyfe.cycle.competence.tests.making import table
from sloyfe.cycle.competence.tests.test_reading import address, cartridge, read_in
from sloyfe.cycle.partnership.tests.asking import asks
from sloyfe.people import sealing
from sloyfe.people.models import OwnKey

SECRET = "Kråkebolle og hestesko"
BODIES = {"les": "<p>Les dette.</p>", "prov": table("[udir-task]", "<p>Prøv det ut.</p>"), "mer": "<p>Mer.</p>"}


@pytest.fixture(autouse=True)
def key_file(settings, tmp_path: Path) -> Path:
    settings.KEY_DIR = tmp_path / "keys"
    return settings.KEY_DIR / sealing.FILE


@pytest.fixture
def version(world: World, kari: Member) -> PackageVersion:
    return read_in(world, kari, cartridge(bodies=BODIES))


@pytest.fixture
def colleague(world: World) -> Member:
    """Somebody else at the school."""
    found = member("Mona Moe", "mona@example.org")
    seat(found.person, world.school.place, Role.STAFF)
    return found


def write(who: Member, world: World, version: PackageVersion, page: str, words: str, **to: str) -> int:
    url = address(world, version, page) + "notater/"
    return who.client.post(f"{url}felles/" if to else url, {"team" if to else "own": words}).status_code


@pytest.fixture
def others(ola: Member, kari: Member, siri: Member, colleague: Member) -> dict[str, Member]:
    """Leader, owner, adviser and colleague."""
    return {"ola": ola, "kari": kari, "siri": siri, "colleague": colleague}


def test_nobody_else_reads_what_somebody_notes_for_themselves(
    world: World, version: PackageVersion, nils: Member, others: dict[str, Member], caplog: pytest.LogCaptureFixture
):
    caplog.set_level(logging.DEBUG)
    assert write(nils, world, version, "les", SECRET) == 302

    for page in BODIES:
        for where in ("", "notater/"):
            for other in others.values():
                assert SECRET not in other.client.get(address(world, version, page) + where).text
    assert SECRET in nils.client.get(address(world, version, "les") + "notater/").text
    assert SECRET in nils.client.get(address(world, version, "prov")).text
    assert SECRET not in caplog.text
    assert not AuditEvent.objects.filter(by=nils.person).exists()


def test_an_own_note_lies_sealed_and_its_length_tells_nothing(world: World, version: PackageVersion, nils: Member):
    write(nils, world, version, "les", SECRET)
    write(nils, world, version, "prov", "x" * 4000)
    first, second = OwnNote.objects.in_space(world.space)

    assert SECRET.encode() not in bytes(first.sealed)
    assert len(bytes(first.sealed)) == len(bytes(second.sealed))
    assert {"sealed", "key"} == {field.name for field in OwnNote._meta.fields} - {
        "id",
        "space",
        "author",
        "package",
        "identity",
    }


def test_the_author_reads_it_in_any_browser(world: World, version: PackageVersion, nils: Member):
    write(nils, world, version, "les", SECRET)
    another = Client()
    another.force_login(nils.person, backend="django.contrib.auth.backends.ModelBackend")

    assert SECRET in another.get(address(world, version, "les") + "notater/").text


def test_while_the_key_is_away_nothing_is_shown_saved_or_lost(
    world: World, version: PackageVersion, nils: Member, key_file: Path
):
    write(nils, world, version, "les", SECRET)
    page, activity = address(world, version, "les") + "notater/", address(world, version, "prov")
    kept = key_file.rename(key_file.with_name("kept"))

    assert "kan ikkje opnast no" in nils.client.get(page).text
    assert "kan ikkje opnast no" in nils.client.get(activity).text
    answer = nils.client.post(page, {"own": "Noe nytt jeg skrev"})
    assert (answer.status_code, "Noe nytt jeg skrev" in answer.text) == (503, True)
    kept.rename(key_file)
    assert SECRET in nils.client.get(page).text


def test_nothing_is_written_over_a_note_that_another_key_sealed(
    world: World, version: PackageVersion, nils: Member, key_file: Path
):
    write(nils, world, version, "les", SECRET)
    right = key_file.read_bytes()
    key_file.write_bytes(b"\x07" * sealing.HALF)
    page = address(world, version, "les") + "notater/"
    answer = nils.client.post(page, {"own": "Noe nytt jeg skrev"})
    assert (answer.status_code, "Noe nytt jeg skrev" in answer.text) == (409, True)
    assert write(nils, world, version, "mer", "På en annen side") == 302

    key_file.write_bytes(right)
    assert SECRET in nils.client.get(page).text
    assert OwnNote.objects.in_space(world.space).count() == 2


def test_its_author_takes_away_a_note_that_cannot_be_opened(
    world: World, version: PackageVersion, nils: Member, key_file: Path
):
    write(nils, world, version, "les", SECRET)
    key_file.write_bytes(b"\x07" * sealing.HALF)

    assert write(nils, world, version, "les", "") == 302
    assert write(nils, world, version, "les", "Et nytt") == 302
    assert "Et nytt" in nils.client.get(address(world, version, "les") + "notater/").text


def test_the_notes_and_the_key_of_somebody_who_is_erased_go_with_them(
    world: World, version: PackageVersion, nils: Member, colleague: Member
):
    write(nils, world, version, "les", SECRET)
    write(colleague, world, version, "les", "Mitt")
    Seat.objects.filter(person=nils.person).delete()
    nils.person.delete()

    assert [note.words for note in OwnNote.objects.in_space(world.space)] == ["Mitt"]
    assert [key.person for key in OwnKey.objects.all()] == [colleague.person]


def test_own_notes_are_in_no_export(world: World, version: PackageVersion, nils: Member, kari: Member):
    write(nils, world, version, "les", SECRET)
    answer = kari.client.get(world.url(f"pakker/{version.package_id}/nedlasting/arkiv/"))

    assert SECRET.encode() not in answer.content


def test_the_module_that_asks_for_own_notes_asks_by_author():
    """Whoever reads own notes names their author in the same breath."""
    station = Path(apps.get_app_config("competence").path)
    told = [
        line
        for path in station.rglob("*.py")
        if not {"tests", "migrations", "models"} & set(path.parts)
        for line in path.read_text(encoding="utf-8").splitlines()
        if "OwnNote.objects" in line and "author=" not in line and "update_or_create" not in line
    ]
    assert told == []


def test_an_emptied_note_is_gone(world: World, version: PackageVersion, nils: Member):
    write(nils, world, version, "les", SECRET)
    write(nils, world, version, "les", " ")

    assert not OwnNote.objects.in_space(world.space).exists()


def test_the_unit_reads_what_is_written_to_it_and_nobody_above(
    world: World, version: PackageVersion, nils: Member, others: dict[str, Member]
):
    write(nils, world, version, "les", "Vi begynte ute.", to="team")
    page = address(world, version, "les") + "notater/"

    assert "Vi begynte ute." in others["colleague"].client.get(page).text
    assert "Vi begynte ute." in others["colleague"].client.get(address(world, version, "prov")).text
    assert [("Vi begynte ute." in others[who].client.get(page).text) for who in ("kari", "siri")] == [False, False]
    assert write(others["kari"], world, version, "les", "Fra oven", to="team") == 403


def test_only_who_wrote_it_takes_it_away(world: World, version: PackageVersion, nils: Member, colleague: Member):
    write(nils, world, version, "les", "Vi begynte ute.", to="team")
    row = TeamNote.objects.in_space(world.space).get()
    url = address(world, version, "les") + f"notater/felles/{row.pk}/fjerning/"

    assert colleague.client.post(url).status_code == 404
    assert nils.client.post(url).status_code == 302
    assert not TeamNote.objects.in_space(world.space).exists()


def test_earlier_notes_stand_beside_an_activity_and_nowhere_else(world: World, version: PackageVersion, nils: Member):
    write(nils, world, version, "les", SECRET)
    write(nils, world, version, "mer", "Etterpå")

    assert SECRET in nils.client.get(address(world, version, "prov")).text
    assert "Etterpå" not in nils.client.get(address(world, version, "prov")).text
    assert SECRET not in nils.client.get(address(world, version, "mer")).text


def test_too_long_a_note_is_told_and_kept(world: World, version: PackageVersion, nils: Member):
    answer = nils.client.post(address(world, version, "les") + "notater/", {"own": "x" * 4001})

    assert answer.status_code == 422
    assert "x" * 4001 in answer.text


@pytest.mark.parametrize("rows", [1, 3])
def test_notes_ask_the_same_however_many(world: World, version: PackageVersion, nils: Member, rows: int):
    for row in range(rows):
        write(nils, world, version, "les", f"Nr. {row}", to="team")
    write(nils, world, version, "les", SECRET)
    with asks(9):
        nils.client.get(address(world, version, "les") + "notater/")


@pytest.mark.parametrize("rows", [1, 3])
def test_earlier_notes_ask_the_same_however_many(world: World, kari: Member, nils: Member, rows: int):
    before = {f"side{row}": "<p>Les dette.</p>" for row in range(rows)}
    version = read_in(world, kari, cartridge(bodies=before | {"prov": BODIES["prov"]}))
    for page in before:
        write(nils, world, version, page, SECRET)
    with asks(13):
        assert nils.client.get(address(world, version, "prov")).text.count(SECRET) == rows
