"""What a unit has done together, how that looks from above, and the certificate that anybody can look up."""

from datetime import timedelta

import pytest
import time_machine
from django.test import Client

from conftest import NOW, TODAY, Member, World
from sloyfe.cycle.competence.models import PackageVersion, UnitCertificate, UnitDone
from sloyfe.cycle.competence.queries.certificates import MISSES
from sloyfe.cycle.competence.tests.making import item, manifest, module, module_meta, resource, wiki, zipped
from sloyfe.cycle.competence.tests.test_reading import BODIES, address, cartridge, read_in
from sloyfe.cycle.partnership.models import Party
from sloyfe.cycle.partnership.tests.asking import asks
from sloyfe.kit.misses import CALM


@pytest.fixture(autouse=True)
def today():
    with time_machine.travel(NOW):
        yield


@pytest.fixture
def version(world: World, kari: Member) -> PackageVersion:
    """Three pages that count in one module; those for leaders, owners and nobody do not."""
    return read_in(world, kari, cartridge(bodies=BODIES | {"to": "<p>To.</p>", "tre": "<p>Tre.</p>"}))


def here(world: World, version: PackageVersion, rest: str = "", unit: Party | None = None) -> str:
    place = (unit or world.school).place_id
    return world.url(f"enheter/{place}/pakker/{version.package_id}/fremdrift/{rest}")


def note(who: Member, world: World, version: PackageVersion, *pages: str, **said: str) -> int:
    typed = {"pages": [f"en-{page}" for page in pages], "on": str(TODAY), "team": "", "words": ""} | said
    return who.client.post(here(world, version, "gjort/"), typed).status_code


def undo_all(who: Member, world: World, version: PackageVersion, page: str) -> None:
    for row in UnitDone.objects.in_space(world.space).filter(identity=f"en-{page}"):
        who.client.post(here(world, version, f"gjort/{row.pk}/angring/"))


def codes(world: World) -> list[str]:
    return [row.code for row in UnitCertificate.objects.in_space(world.space)]


def test_a_leader_notes_what_the_unit_did_and_the_unit_sees_it(
    world: World, version: PackageVersion, ola: Member, nils: Member, ute: Member
):
    assert note(ola, world, version, "start", team="Team 2", words="Vi prøvde en ny start.") == 302

    seen = nils.client.get(here(world, version)).text
    assert "Team 2: Vi prøvde en ny start." in seen
    assert "Noter at vi har gjort det" not in seen
    assert "Ola" not in seen
    assert "Lia skole lesing gjorde dette saman" in nils.client.get(address(world, version, "start")).text
    assert ute.client.get(here(world, version)).status_code == 404


def test_only_those_who_lead_the_work_note_it(world: World, version: PackageVersion, nils: Member, kari: Member):
    assert [note(who, world, version, "start") for who in (nils, kari)] == [403, 403]
    assert not UnitDone.objects.in_space(world.space).exists()


def test_bad_input_is_told_and_nothing_typed_is_lost(world: World, version: PackageVersion, ola: Member):
    later = str(TODAY + timedelta(days=3))
    answer = ola.client.post(
        here(world, version, "gjort/"), {"pages": ["en-start"], "on": later, "team": "Team 9", "words": "Ord"}
    )

    assert answer.status_code == 422
    assert "Team 9" in answer.text
    assert note(ola, world, version) == 422
    assert note(ola, world, version, "utkast") == 422


def test_doing_again_changes_the_day_and_undo_takes_it_away(world: World, version: PackageVersion, ola: Member):
    note(ola, world, version, "start", words="Først")
    note(ola, world, version, "start", words="Så")
    assert [row.words for row in UnitDone.objects.in_space(world.space)] == ["Så"]

    undo_all(ola, world, version, "start")
    assert not UnitDone.objects.in_space(world.space).exists()


def test_pages_for_some_readers_do_not_count(world: World, version: PackageVersion, ola: Member):
    seen = ola.client.get(here(world, version)).text

    assert seen.count('name="pages"') == 3
    assert "leder" not in seen


def test_what_the_package_asks_for_is_what_counts(world: World, kari: Member, ola: Member):
    names = ("a", "b")
    files = {f"wiki_content/{name}.html": wiki(name, name, "<p>Ord.</p>") for name in names}
    asked = '<completionRequirement type="must_view"><identifierref>i-a</identifierref></completionRequirement>'
    files["imsmanifest.xml"] = manifest("".join(resource(name, f"wiki_content/{name}.html") for name in names))
    items = [item(f"i-{name}", name, name) for name in names]
    files["course_settings/module_meta.xml"] = module_meta(module("m", "M", *items, requirements=asked))
    version = read_in(world, kari, zipped(files))
    seen = ola.client.get(here(world, version)).text

    assert seen.count('name="pages"') == 1


def test_from_above_units_stand_by_name_and_never_by_how_far_they_are(
    world: World, version: PackageVersion, ola: Member, kari: Member
):
    note(ola, world, version, "start", "to", "tre")
    seen = kari.client.get(world.url(f"pakker/{version.package_id}/fremdrift/")).text

    assert seen.index("Bekken barnehage") < seen.index("Lia skole")
    assert seen.count("Ferdig") == seen.count("Ikke begynt") == 1
    assert "%" not in seen.partition("<main")[2].partition("</main>")[0]


def test_a_shielded_place_is_hidden_from_above(world: World, version: PackageVersion, kari: Member):
    world.school.place.shielded = True
    world.school.place.save()
    seen = kari.client.get(world.url(f"pakker/{version.package_id}/fremdrift/")).text

    assert "Lia skole" not in seen.partition("<main")[2]
    assert kari.client.get(here(world, version)).status_code == 403


def test_a_finished_unit_gets_a_certificate_that_anybody_can_look_up(
    world: World, version: PackageVersion, ola: Member
):
    ola.client.post(here(world, version, "bevis/"))
    assert codes(world) == []
    note(ola, world, version, "start", "to", "tre")
    ola.client.post(here(world, version, "bevis/"))
    ola.client.post(here(world, version, "bevis/"))
    (code,) = codes(world)
    seen = Client().get(f"/bevis/{code.lower()}/").text

    assert len(code) == 12
    assert not set(code) & set("O0I1")
    for told in ("Beviset gjelder", "Lia skole", "Pakke en", "utgave 1", "1. september 2026"):
        assert told in seen
    assert "Ola" not in seen
    typed = Client().post("/bevis/", {"code": f"{code[:4]}-{code[4:8]}-{code[8:]}"})
    assert typed.headers["Location"] == f"/bevis/{code}/"


def test_undoing_withdraws_the_certificate(world: World, version: PackageVersion, ola: Member):
    note(ola, world, version, "start", "to", "tre")
    ola.client.post(here(world, version, "bevis/"))
    (code,) = codes(world)
    undo_all(ola, world, version, "to")

    assert "Beviset er trukket tilbake" in Client().get(f"/bevis/{code}/").text
    note(ola, world, version, "to")
    ola.client.post(here(world, version, "bevis/"))
    assert len(codes(world)) == 2


@pytest.mark.parametrize(("kind", "language"), [("docx", "nn"), ("odt", "nb"), ("pdf", "nn")])
def test_the_certificate_is_a_document(world: World, version: PackageVersion, ola: Member, kind: str, language: str):
    note(ola, world, version, "start", "to", "tre")
    ola.client.post(here(world, version, "bevis/"))
    answer = ola.client.get(here(world, version, f"bevis/{codes(world)[0]}/{language}.{kind}"))

    assert answer.status_code == 200
    assert len(answer.content) > 1000
    assert ola.client.get(here(world, version, f"bevis/{codes(world)[0]}/se.{kind}")).status_code == 404


def test_wrong_codes_are_slowed_and_right_ones_always_answered(world: World, version: PackageVersion, ola: Member):
    note(ola, world, version, "start", "to", "tre")
    ola.client.post(here(world, version, "bevis/"))
    MISSES.times.clear()
    assert Client().get("/bevis/FINNESIKKEXX/").status_code == 404
    for _try in range(CALM + 1):
        MISSES.note(NOW)

    assert Client().get("/bevis/FINNESIKKEXX/").status_code == 429
    assert Client().get(f"/bevis/{codes(world)[0]}/").status_code == 200
    MISSES.times.clear()


@pytest.mark.parametrize("rows", [1, 3])
def test_the_pages_ask_the_same_however_much_is_done(world: World, kari: Member, ola: Member, rows: int):
    bodies = {f"side{row}": "<p>Ord.</p>" for row in range(rows)}
    version = read_in(world, kari, cartridge(bodies=bodies))
    note(ola, world, version, *bodies)
    ola.client.post(here(world, version, "bevis/"))
    with asks(15):
        ola.client.get(here(world, version))
    with asks(12):
        kari.client.get(world.url(f"pakker/{version.package_id}/fremdrift/"))
