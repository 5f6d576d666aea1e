"""Packages are read as pages: for those they are for, in the reader's language, and nothing in them runs."""

import pytest
from django.apps import apps

from conftest import NOW, Member, World
from sloyfe.cycle.competence.actions import imports
from sloyfe.cycle.competence.models import Asset, PackageVersion, Page
from sloyfe.cycle.competence.station import STATION
from sloyfe.cycle.competence.tests.making import (
    item,
    manifest,
    module,
    module_meta,
    resource,
    table,
    wiki,
    zipped,
)
from sloyfe.cycle.partnership.tests.asking import asks

BODIES = {
    "start": '<p>Vi begynner <a href="$WIKI_REFERENCE$/pages/eier">hos eieren</a>.</p>'
    '<p><img src="$IMS-CC-FILEBASE$/tavle.png" alt="En tavle"></p>'
    '<p><iframe src="https://video.example.org/1" title="Film"></iframe></p>'
    + table("[udir-task]", "<h3>Prøv</h3><p>Tell sammen.</p>"),
    "leder": table("[udir-leader]", "<p>Sett av tid.</p>"),
    "eier": table("[udir-leader]", "<h3>For eiere</h3><p>Følg opp.</p>"),
    "utkast": "<p>Ikke ferdig.</p>",
}


def cartridge(name: str = "en", bodies: dict[str, str] | None = None) -> bytes:
    """A package with a page for everybody, one for leaders, one for owners, and a draft."""
    bodies = bodies or BODIES
    files: dict[str, bytes | str] = {
        f"wiki_content/{key}.html": wiki(
            f"{name}-{key}", f"nb: {key}|nn: {key} nn", body, "unpublished" if key == "utkast" else "active"
        )
        for key, body in bodies.items()
    }
    listed = [resource(f"{name}-{key}", f"wiki_content/{key}.html") for key in bodies]
    files["web_resources/tavle.png"] = b"\x89PNG tavle"
    listed.append(resource("bilde", "web_resources/tavle.png"))
    items = [
        item(f"i-{key}", key, f"{name}-{key}", state="unpublished" if key == "utkast" else "active") for key in bodies
    ]
    files["imsmanifest.xml"] = manifest("".join(listed), title=f"nb: Pakke {name}|nn: Pakke {name}")
    files["course_settings/module_meta.xml"] = module_meta(module("m1", "nb: Del en|nn: Del ein", *items))
    return zipped(files)


def read_in(world: World, by: Member, content: bytes, name: str = "pakke.imscc") -> PackageVersion:
    run = imports.keep_file(world.space, content, name, by=by.person, at=NOW)
    return imports.carry_out(run, at=NOW)


def address(world: World, version: PackageVersion, page: str = "") -> str:
    found = Page.objects.in_space(world.space).filter(version=version, identity__endswith=f"-{page}").first()
    return world.url(f"pakker/{version.package_id}/" + (f"sider/{found.pk}/" if found else ""))


def test_the_list_is_empty_and_then_it_is_not(world: World, kari: Member, nils: Member, ute: Member):
    assert "Ingen pakker enno" in nils.client.get(world.url("pakker/")).text
    read_in(world, kari, cartridge())

    assert "Pakke en" in nils.client.get(world.url("pakker/")).text
    assert "1 side" in nils.client.get(world.url("pakker/")).text
    assert ute.client.get(world.url("pakker/")).status_code == 404


def test_a_page_is_for_those_it_is_for(world: World, kari: Member, ola: Member, nils: Member, siri: Member):
    version = read_in(world, kari, cartridge())
    answers = {
        page: [who.client.get(address(world, version, page)).status_code for who in (kari, siri, ola, nils)]
        for page in BODIES
    }

    assert answers == {
        "start": [200, 200, 200, 200],
        "leder": [200, 200, 200, 404],
        "eier": [200, 200, 404, 404],
        "utkast": [200, 200, 404, 404],
    }


def test_nothing_tells_of_a_page_that_is_for_others(world: World, kari: Member, nils: Member):
    version = read_in(world, kari, cartridge())
    hidden = address(world, version, "eier")

    for told in (address(world, version), address(world, version, "start")):
        assert hidden in kari.client.get(told).text
        assert hidden not in nils.client.get(told).text
    contents = nils.client.get(address(world, version)).text
    assert not [word for word in (">leder nn<", ">eier nn<", ">utkast nn<") if word in contents]
    assert "Side 1 av 1" in nils.client.get(address(world, version, "start")).text


def test_a_package_without_a_page_for_you_is_not_there(world: World, kari: Member, nils: Member):
    version = read_in(world, kari, cartridge(bodies={"eier": BODIES["eier"]}))

    assert "Pakke en" not in nils.client.get(world.url("pakker/")).text
    assert nils.client.get(address(world, version)).status_code == 404


def test_boxes_say_their_kind_and_embeds_wait(world: World, kari: Member):
    version = read_in(world, kari, cartridge())
    seen = kari.client.get(address(world, version, "start")).text

    assert '<section class="box" data-kind="task" aria-labelledby="' in seen
    assert "Oppgave" in seen
    assert "<iframe" not in seen
    assert 'href="https://video.example.org/1"' in seen


def test_a_file_is_read_through_a_page_you_may_read(world: World, kari: Member, nils: Member, ute: Member):
    version = read_in(world, kari, cartridge())
    asset = Asset.objects.in_space(world.space).get(path__endswith="tavle.png")
    through = {page: f"{address(world, version, page)}filer/{asset.pk}/" for page in ("start", "eier")}

    assert nils.client.get(through["start"]).content == b"\x89PNG tavle"
    assert through["start"] in nils.client.get(address(world, version, "start")).text
    assert [who.client.get(through["eier"]).status_code for who in (kari, nils)] == [404, 404]
    assert ute.client.get(through["start"]).status_code == 404


def test_a_reader_meets_their_own_language_or_is_told(world: World, kari: Member, nils: Member):
    words = {
        "to": '<p><span class="language nb" lang="nb">Barna leker ute sammen.</span>'
        '<span class="language nn" lang="nn">Borna leikar ute saman.</span></p>',
        "ett": '<div class="language nb" lang="nb"><p>Barna leker ute sammen med hverandre.</p></div>',
    }
    version = read_in(world, kari, cartridge(bodies=words))
    both = nils.client.get(address(world, version, "to")).text

    assert "leikar ute" in both
    assert "leker ute" not in both
    assert "leker ute" in nils.client.get(address(world, version, "to") + "?sprak=nb").text
    alone = nils.client.get(address(world, version, "ett")).text
    assert "ikkje omsett til nynorsk" in alone
    assert "leker ute" in alone


def test_what_is_in_a_package_never_runs(world: World, kari: Member):
    evil = "<p>&lt;script&gt;x()&lt;/script&gt; <a href=\"javascript:x()\">her</a> <b onclick='x()'>der</b></p>"
    version = read_in(world, kari, cartridge(bodies={"start": evil}))
    seen = kari.client.get(address(world, version, "start")).text

    assert "<script>x()" not in seen
    assert "javascript:" not in seen
    assert "onclick" not in seen


def test_a_picture_from_elsewhere_within_a_link_is_no_second_link(world: World, kari: Member):
    linked = '<p><a href="https://a.example.org/"><img src="https://b.example.org/x.png" alt="Fyr"></a></p>'
    version = read_in(world, kari, cartridge(bodies={"start": linked}))
    seen = kari.client.get(address(world, version, "start")).text

    assert 'href="https://a.example.org/"' in seen
    assert "b.example.org" not in seen
    assert "Bilde: Fyr" in seen


def test_an_address_of_an_earlier_version_leads_to_the_page_now(world: World, kari: Member):
    before = read_in(world, kari, cartridge())
    old = address(world, before, "start")
    after = read_in(world, kari, cartridge(bodies={**BODIES, "start": "<p>Ny tekst.</p>"}))

    assert after.number == 2
    assert "Ny tekst." in kari.client.get(old, follow=True).text


@pytest.mark.parametrize("rows", [1, 3])
def test_the_list_asks_the_same_however_long_it_is(world: World, nils: Member, kari: Member, rows: int):
    for row in range(rows):
        read_in(world, kari, cartridge(f"nr{row}"))
    with asks(5):
        nils.client.get(world.url("pakker/"))


@pytest.mark.parametrize("rows", [1, 3])
def test_a_page_asks_the_same_however_large_the_package(world: World, nils: Member, kari: Member, rows: int):
    bodies = {"start": BODIES["start"]} | {f"side{row}": "<p>Ord.</p>" for row in range(rows)}
    version = read_in(world, kari, cartridge(bodies=bodies))
    page, contents = address(world, version, "start"), address(world, version)
    for address_of, anew, again in ((page, 11, 7), (contents, 7, 5)):
        with asks(anew):
            nils.client.get(address_of)
        with asks(again):
            nils.client.get(address_of)


def test_every_table_says_how_long_it_is_kept():
    tables = {model._meta.label for model in apps.get_app_config("competence").get_models()}

    assert {rule.model for rule in STATION.retention} == tables
