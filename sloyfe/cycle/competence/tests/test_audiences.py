"""A person decides whom a page is for; the decision outlives the version, can be undone, and holds everywhere."""

from datetime import timedelta

import pytest

from conftest import NOW, Member, World
from sloyfe.cycle.competence.actions import audiences
from sloyfe.cycle.competence.models import AudienceChoice, PackageVersion, Page
from sloyfe.cycle.competence.queries.audiences import judged
from sloyfe.cycle.competence.tests.making import table
from sloyfe.cycle.competence.tests.test_reading import BODIES, address, cartridge, read_in
from sloyfe.cycle.partnership.tests.asking import asks

LATER = NOW + timedelta(days=1)


def page_of(version: PackageVersion, name: str) -> Page:
    return Page.objects.in_space(version.space).get(version=version, identity__endswith=f"-{name}")


def form_of(version: PackageVersion, **wanted: str) -> dict[str, str]:
    """The form as the page shows it, with these answers instead."""
    said = {}
    for row in judged(version):
        name = row.page.identity.partition("-")[2]
        said[f"seen-{row.page.pk}"] = row.chosen
        said[f"sees-{row.page.pk}"] = wanted.get(name, row.chosen)
    return said


def choose(world: World, by: Member, version: PackageVersion, **wanted: str) -> None:
    answer = by.client.post(where(world, version), form_of(version, **wanted))
    assert answer.status_code == 302, answer.text


def where(world: World, version: PackageVersion) -> str:
    return world.url(f"pakker/{version.package_id}/malgrupper/")


def readers(version: PackageVersion, name: str) -> str:
    return page_of(version, name).readers


def test_the_proposal_stands_with_the_signs_it_rests_on(world: World, kari: Member):
    version = read_in(world, kari, cartridge())
    seen = kari.client.get(where(world, version)).text

    assert "begynner med en boks til den som leder" in seen
    assert "overskriften i boksen nevner eiere" in seen
    assert "Som foreslått: De som leder arbeidet" in seen
    assert "Godta forslagene for 2 sider" in seen


def test_what_a_person_decides_holds_for_everybody(  # noqa: PLR0917 - the whole cast
    world: World, kari: Member, ola: Member, nils: Member, siri: Member, ute: Member
):
    version = read_in(world, kari, cartridge())
    choose(world, kari, version, start="owners", leder="everyone", eier="leaders")
    asked = {
        page: [who.client.get(address(world, version, page)).status_code for who in (kari, siri, ola, nils, ute)]
        for page in ("start", "leder", "eier")
    }

    assert asked == {
        "start": [200, 200, 404, 404, 404],
        "leder": [200, 200, 200, 200, 404],
        "eier": [200, 200, 200, 404, 404],
    }


def test_the_files_of_a_page_follow_its_readers(world: World, kari: Member, ola: Member, nils: Member):
    version = read_in(world, kari, cartridge())
    asset = version.assets.get(path__endswith="tavle.png")
    through = f"{address(world, version, 'start')}filer/{asset.pk}/"
    assert nils.client.get(through).status_code == 200
    choose(world, kari, version, start="leaders")

    assert [who.client.get(through).status_code for who in (kari, ola, nils)] == [200, 200, 404]


def test_who_decided_and_when_is_remembered(world: World, kari: Member):
    version = read_in(world, kari, cartridge())
    choose(world, kari, version, leder="everyone")
    row = AudienceChoice.objects.in_space(world.space).get()

    assert (row.by, row.readers, row.proposed) == (kari.person, "everyone", "leaders")
    assert "Valgt av Kari Eide" in kari.client.get(where(world, version)).text


def test_a_new_version_keeps_the_decision_and_says_when_it_proposes_otherwise(world: World, kari: Member):
    first = read_in(world, kari, cartridge())
    choose(world, kari, first, leder="everyone")
    bodies = {**BODIES, "leder": table("[udir-leader]", "<h3>For eiere</h3><p>Sett av tid.</p>")}
    second = read_in(world, kari, cartridge(bodies=bodies))

    assert (readers(second, "leder"), readers(second, "eier")) == ("everyone", "owners")
    assert "foreslår noe annet enn da dere valgte" in kari.client.get(where(world, second)).text


def test_a_decision_reaches_the_versions_before_too(world: World, kari: Member):
    first = read_in(world, kari, cartridge())
    second = read_in(world, kari, cartridge(bodies={**BODIES, "eier": "<p>Noe nytt.</p>"}))
    choose(world, kari, second, start="owners")

    assert (readers(first, "start"), readers(second, "start")) == ("owners", "owners")


def test_all_proposals_are_accepted_at_once_and_undone_at_once(world: World, kari: Member):
    version = read_in(world, kari, cartridge())
    choose(world, kari, version, start="owners")
    audiences.accept(version, by=kari.person, at=LATER + timedelta(days=900))
    assert AudienceChoice.objects.in_space(world.space).count() == 3
    kari.client.post(f"{where(world, version)}angring/")

    assert [row.identity for row in AudienceChoice.objects.in_space(world.space)] == ["en-start"]
    assert (readers(version, "start"), readers(version, "leder")) == ("owners", "leaders")


def test_undone_the_page_is_for_those_it_was_for_before(world: World, kari: Member):
    version = read_in(world, kari, cartridge())
    choose(world, kari, version, leder="everyone")
    choose(world, kari, version, leder="owners")
    found = []
    for _time in range(2):
        kari.client.post(f"{where(world, version)}angring/")
        found.append(readers(version, "leder"))

    assert found == ["everyone", "leaders"]
    assert kari.client.post(f"{where(world, version)}angring/").status_code == 409


def test_left_to_the_proposal_again_it_follows_it(world: World, kari: Member):
    version = read_in(world, kari, cartridge())
    choose(world, kari, version, eier="everyone")
    choose(world, kari, version, eier="")

    assert readers(version, "eier") == "owners"


def test_two_who_decide_at_once_see_each_other(world: World, kari: Member, siri: Member):
    version = read_in(world, kari, cartridge())
    old = form_of(version, leder="everyone", start="leaders")
    choose(world, siri, version, leder="owners")
    answer = kari.client.post(where(world, version), old)

    assert answer.status_code == 409
    assert "Noen andre har bestemt hvem «leder» er for" in answer.text
    assert (readers(version, "leder"), readers(version, "start")) == ("owners", "everyone")


def test_only_those_who_look_after_packages_decide(world: World, kari: Member, ola: Member, nils: Member, ute: Member):
    version = read_in(world, kari, cartridge())
    page = where(world, version)
    for end in ("", "forslag/", "angring/"):
        answers = [who.client.post(page + end).status_code for who in (ola, nils, ute)]
        assert answers == [403, 403, 404]


@pytest.mark.parametrize("rows", [1, 30])
def test_the_page_asks_the_same_however_large_the_package(world: World, kari: Member, rows: int):
    version = read_in(world, kari, cartridge(bodies={f"side{row}": BODIES["leder"] for row in range(rows)}))
    audiences.accept(version, by=kari.person, at=NOW)
    with asks(7):
        kari.client.get(where(world, version))
