"""The whole package on one page: what the reader may read, unfolded, in one language, and nothing from elsewhere."""

import re

import pytest

from conftest import Member, World
from sloyfe.cycle.competence.adaptation import editing
from sloyfe.cycle.competence.models import Asset
from sloyfe.cycle.competence.tests import adapting as adapted
from sloyfe.cycle.competence.tests.making import table
from sloyfe.cycle.competence.tests.test_audiences import choose
from sloyfe.cycle.competence.tests.test_reading import BODIES, address, cartridge, read_in
from sloyfe.cycle.partnership.tests.asking import asks

FETCHED = re.compile(
    r"""(?:src|srcset|poster|data|background)=["'](?:https?:)?//|<(?:iframe|object|embed|video|audio)"""
)
HALVES = (
    '<div class="language nb" lang="nb"><p>Barna leker ute sammen.</p></div>'
    '<div class="language nn" lang="nn"><p>Borna leikar ute saman.</p></div>'
)


def printed(world: World, who: Member, version: object, language: str = "nb") -> str:
    answer = who.client.get(f"{address(world, version)}utskrift/", {"sprak": language})
    assert answer.status_code == 200
    return answer.text


def articles(text: str) -> list[str]:
    return re.findall(r'<article class="package-page" id="side-\d+" lang="\w+"><h3>(.*?)</h3>', text)


def test_each_reader_prints_their_own_pages(world: World, kari: Member, ola: Member, nils: Member, ute: Member):
    version = read_in(world, kari, cartridge())
    found = [articles(printed(world, who, version)) for who in (kari, ola, nils)]

    assert [sorted(pages) for pages in found] == [
        ["eier", "leder", "start", "utkast"],
        ["leder", "start"],
        ["start"],
    ]
    assert ute.client.get(f"{address(world, version)}utskrift/").status_code == 404


def test_a_package_without_a_page_for_you_is_not_printed(world: World, kari: Member, nils: Member):
    version = read_in(world, kari, cartridge())
    choose(world, kari, version, start="leaders")

    assert nils.client.get(f"{address(world, version)}utskrift/").status_code == 404


def test_everything_is_unfolded_and_links_lead_within_the_page(world: World, kari: Member):
    bodies = {
        **BODIES,
        "eier": table(["[udir-reveal]", ""], ["Mer om dette", "<p>Skjult tekst.</p>"]),
    }
    text = printed(world, kari, read_in(world, kari, cartridge(bodies=bodies)))

    assert "<details" in text
    assert not re.search(r"<details(?![^>]* open)[^>]*data-kind", text)
    assert re.search(r'<a href="#side-\d">hos eieren</a>', text)


def test_it_is_in_the_language_that_is_asked_for(world: World, kari: Member):
    version = read_in(world, kari, cartridge(bodies={"start": HALVES}))
    bokmal, nynorsk = (printed(world, kari, version, language) for language in ("nb", "nn"))

    assert ("leker ute" in bokmal, "leikar ute" in bokmal) == (True, False)
    assert ("leker ute" in nynorsk, "leikar ute" in nynorsk) == (False, True)
    assert 'href="?sprak=nn"' in bokmal


def test_a_picture_is_the_file_of_the_page(world: World, kari: Member):
    version = read_in(world, kari, cartridge())
    asset = Asset.objects.in_space(world.space).get(path__endswith="tavle.png")

    assert f'src="{address(world, version, "start")}filer/{asset.pk}/"' in printed(world, kari, version)


def test_nothing_is_fetched_from_elsewhere_before_somebody_asks(world: World, kari: Member):
    version = read_in(world, kari, cartridge())
    paper, screen = printed(world, kari, version), kari.client.get(address(world, version, "start")).text
    for text in (paper, screen):
        assert not FETCHED.search(text)
        assert '<a href="https://video.example.org/1" rel="noopener noreferrer">Film' in text
    assert "Ingenting hentes derfra før du velger det." in screen
    assert '<p class="muted">https://video.example.org/1</p>' in paper


def test_no_two_parts_of_the_page_have_the_same_name(world: World, kari: Member):
    bodies = {f"side{n}": BODIES["start"] for n in range(3)}
    names = re.findall(r' id="([^"]+)"', printed(world, kari, read_in(world, kari, cartridge(bodies=bodies))))

    assert len(names) == len(set(names))


@pytest.mark.parametrize("rows", [1, 30])
def test_it_asks_the_same_however_large_the_package(world: World, kari: Member, rows: int):
    version = read_in(world, kari, cartridge(bodies={f"side{row}": BODIES["start"] for row in range(rows)}))
    page = f"{address(world, version)}utskrift/"
    with asks(10):
        kari.client.get(page)


def test_a_place_prints_the_package_as_it_uses_it(world: World, kari: Member, ola: Member):
    version = adapted.read_in(world, kari, adapted.cartridge())
    adapted.decide(version.package, world.school, ola, editing.skip, "p:p-midt")

    assert articles(printed(world, ola, version)) == ["start", "slutt"]
    assert articles(printed(world, kari, version)) == ["start", "midt", "slutt"]
