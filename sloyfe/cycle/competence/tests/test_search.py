"""Words are found in both written languages, with every ending, and only on pages that the reader may read."""

import pytest

from conftest import Member, World, make_world
from sloyfe.algorithms.searching import stem
from sloyfe.cycle.competence.actions import imports, indexing
from sloyfe.cycle.competence.adaptation.editing import add
from sloyfe.cycle.competence.adaptation.trees import Kind
from sloyfe.cycle.competence.content.synonyms import groups
from sloyfe.cycle.competence.markup.tree import Paragraph, Run
from sloyfe.cycle.competence.models import Package, SearchEntry, SearchStem
from sloyfe.cycle.competence.outlines.wordings import Line, of_blocks, of_line
from sloyfe.cycle.competence.tests import adapting
from sloyfe.cycle.competence.tests.test_adaptations import OWN
from sloyfe.cycle.competence.tests.test_audiences import choose
from sloyfe.cycle.competence.tests.test_reading import address, cartridge, read_in
from sloyfe.cycle.partnership.models import Party
from sloyfe.cycle.partnership.tests.asking import asks

NB = '<div class="language nb" lang="nb">{}</div>'
NN = '<div class="language nn" lang="nn">{}</div>'
WORDS = {
    "skolen": NB.format("<p>Skolene snakker med foreldrene om medvirkning i barnehagen.</p>")
    + NN.format("<p>Skulane snakkar med dei føresette om medverknad i barnehagen.</p>"),
    "topp": "<p>Barna går opp på en ås og ser utover.</p>",
    "kort": "<p>Et as er et kort i en kortstokk.</p>",
    "hemmelig": "<p>Kun lederne vet om hemmelige kaniner.</p>",
}


def titles(world: World, who: Member, question: str, inside: str = "") -> list[str]:
    text = who.client.get(world.url(f"pakker/{inside}sok/"), {"q": question}).text
    hits = text.partition('class="package-hits"')[2].partition("</ol>")[0].split("<h2>")[1:]
    return [
        hit.partition("</h2>")[0].replace("<mark>", "").replace("</mark>", "").partition(">")[2][:-4] for hit in hits
    ]


def add_page(package: Package, place: Party, who: Member, identity: str, title: str) -> None:
    line = of_line(Line({"nb": title, "nn": title}))
    adapting.decide(package, place, who, add, identity, Kind.PAGE, wording=line, parent="m:m1", after=None)
    text = of_blocks([Paragraph((Run("Vi ser etter grevlinger."),))])
    adapting.decide(package, place, who, add, f"{identity}a", Kind.BLOCK, wording=text, parent=identity, after=None)


@pytest.mark.parametrize(
    "question",
    ["skole", "skule", "skulen", "SKOLENE", "medvirkning", "medverknad", "medverknaden", "foreldre", "føresette"],
)
def test_a_word_is_found_in_both_languages_and_with_every_ending(
    world: World, kari: Member, nils: Member, question: str
):
    read_in(world, kari, cartridge(bodies=WORDS))

    assert titles(world, kari, question) == ["skolen"]
    assert titles(world, nils, question) == ["skolen nn"]


def test_the_words_are_marked_where_they_stand_in_the_readers_own_language(world: World, kari: Member, nils: Member):
    read_in(world, kari, cartridge(bodies=WORDS))
    bokmal = kari.client.get(world.url("pakker/sok/"), {"q": "medverknad"}).text
    nynorsk = nils.client.get(world.url("pakker/sok/"), {"q": "medvirkning"}).text

    assert "foreldrene om <mark>medvirkning</mark> i barnehagen" in bokmal
    assert "føresette om <mark>medverknad</mark> i barnehagen" in nynorsk
    assert "#:~:text=medverknad" in nynorsk


def test_letters_of_our_own_are_not_marked_letters_of_others(world: World, kari: Member):
    read_in(world, kari, cartridge(bodies=WORDS))

    assert (titles(world, kari, "ås"), titles(world, kari, "as")) == (["topp"], ["kort"])


def test_a_hit_tells_nothing_of_a_page_that_is_for_others(
    world: World, kari: Member, ola: Member, nils: Member, ute: Member
):
    version = read_in(world, kari, cartridge(bodies=WORDS))
    assert titles(world, nils, "kaniner") == ["hemmelig nn"]
    choose(world, kari, version, hemmelig="leaders")

    assert titles(world, nils, "kaniner") == []
    assert titles(world, ola, "kaniner") == ["hemmelig"]
    assert address(world, version, "hemmelig") not in nils.client.get(world.url("pakker/sok/"), {"q": "kaniner"}).text
    assert ute.client.get(world.url("pakker/sok/"), {"q": "kaniner"}).status_code == 404


def test_searching_in_one_package_stays_there(world: World, kari: Member, nils: Member):
    first = read_in(world, kari, cartridge("en", WORDS))
    read_in(world, kari, b"Andre\n\nSkolen igjen, og den ligger like ved barnehagen.", "andre.txt")

    assert sorted(titles(world, kari, "skole")) == ["Andre", "skolen"]
    assert titles(world, kari, "skole", f"{first.package_id}/") == ["skolen"]
    choose(world, kari, first, skolen="owners", topp="owners", kort="owners", hemmelig="owners")
    assert nils.client.get(world.url(f"pakker/{first.package_id}/sok/")).status_code == 404


def test_all_the_words_come_before_some_of_them(world: World, kari: Member):
    read_in(world, kari, cartridge(bodies={"a": "<p>Lek ute.</p>", "b": "<p>Lek inne med ull.</p>"}))
    some = kari.client.get(world.url("pakker/sok/"), {"q": "ull stein"}).text

    assert titles(world, kari, "leik ull") == ["b"]
    assert titles(world, kari, "ull stein") == ["b"]
    assert "Ingen side har alle ordene" in some


def test_a_new_version_takes_the_place_of_the_one_before(world: World, kari: Member):
    read_in(world, kari, cartridge(bodies=WORDS))
    read_in(world, kari, cartridge(bodies={"skolen": "<p>Noe helt annet om ugler.</p>"}))

    assert (titles(world, kari, "medvirkning"), titles(world, kari, "ugle")) == ([], ["skolen"])


def test_one_partnership_finds_nothing_of_another(world: World, kari: Member):
    other = make_world("enda-et", "Enda et nettverk")
    run = imports.keep_file(other.space, cartridge(bodies=WORDS), "x.imscc", by=kari.person, at=other.round.opened_at)
    imports.carry_out(run, at=other.round.opened_at)

    assert titles(world, kari, "skole") == []


def test_what_came_in_before_there_was_a_search_is_found_too(world: World, kari: Member):
    read_in(world, kari, cartridge(bodies=WORDS))
    SearchEntry.objects.in_space(world.space).delete()
    assert titles(world, kari, "skole") == []

    assert (indexing.index_what_is_missing(), indexing.index_what_is_missing()) == (1, 0)
    assert titles(world, kari, "skole") == ["skolen"]


def test_nothing_found_and_nothing_asked_have_words_of_their_own(world: World, kari: Member):
    page = world.url("pakker/sok/")

    assert "Ingen treff" in kari.client.get(page, {"q": "flodhest"}).text
    assert "Småord som" in kari.client.get(page, {"q": "og det"}).text
    assert "Ingen treff" not in kari.client.get(page).text


def test_odd_questions_are_answered(world: World, kari: Member):
    read_in(world, kari, cartridge(bodies=WORDS))
    for question in ("%", "'; drop", "<b>skole</b>", "x" * 5000, "\x00", "skole " * 100):
        answer = kari.client.get(world.url("pakker/sok/"), {"q": question, "side": "²"})
        assert answer.status_code == 200
    assert "<b>skole" not in kari.client.get(world.url("pakker/sok/"), {"q": "<b>skole</b>"}).text


def test_more_than_ten_hits_are_turned_over(world: World, kari: Member):
    read_in(world, kari, cartridge(bodies={f"s{n}": "<p>Ugler.</p>" for n in range(23)}))
    page = world.url("pakker/sok/")
    parts = [kari.client.get(page, {"q": "ugle", "side": n}).text for n in (1, 3, 99)]

    assert [part.count("<h2><a") for part in parts] == [10, 3, 3]
    assert "Neste treff" in parts[0]
    assert "Forrige treff" in parts[1]


@pytest.mark.parametrize("rows", [1, 30])
def test_a_search_asks_the_same_however_much_is_found(world: World, kari: Member, nils: Member, rows: int):
    read_in(world, kari, cartridge(bodies={f"s{n}": "<p>Ugler om natta.</p>" for n in range(rows)}))
    with asks(8):
        nils.client.get(world.url("pakker/sok/"), {"q": "ugle natt"})


def test_a_page_that_a_place_added_is_found_by_those_who_read_it_there(  # noqa: PLR0917 - the whole cast
    world: World, kari: Member, ola: Member, nils: Member, siri: Member, ute: Member
):
    package = adapting.read_in(world, kari, adapting.cartridge()).package
    add_page(package, world.school, ola, OWN, "Turdagen")
    inside = f"{package.pk}/"

    assert titles(world, nils, "grevling") == titles(world, ola, "turdagen", inside) == ["Turdagen"]
    assert [titles(world, who, "grevling") for who in (kari, siri)] == [[], []]
    assert titles(world, kari, "grevling", inside) == []
    page = nils.client.get(world.url("pakker/sok/"), {"q": "grevling"}).text
    assert "etter <mark>grevlinger</mark>" in page
    assert "Lagt til av Lia skole lesing" in page
    address = page.partition('class="package-hits"')[2].partition('href="')[2].partition("#")[0]
    assert "Vi ser etter grevlinger." in nils.client.get(address).text
    assert ute.client.get(world.url("pakker/sok/"), {"q": "grevling"}).status_code == 404


def test_whoever_reads_the_package_as_it_is_finds_what_is_in_it(world: World, kari: Member, ola: Member, nils: Member):
    package = adapting.read_in(world, kari, adapting.cartridge()).package
    add_page(package, world.owner, kari, OWN, "Turdagen")
    assert [titles(world, who, "grevling") for who in (kari, nils)] == [["Turdagen"], ["Turdagen"]]
    nils.client.post(world.url(f"pakker/{package.pk}/utgave/"), {"place": ""})

    assert titles(world, nils, "grevling") == []
    assert titles(world, nils, "fortsetter") == ["midt nn"]


@pytest.mark.parametrize("rows", [1, 3])
def test_a_search_asks_the_same_however_much_places_added(world: World, kari: Member, ola: Member, rows: int):
    package = adapting.read_in(world, kari, adapting.cartridge()).package
    for row in range(rows):
        add_page(package, world.school, ola, f"{OWN[:-1]}{row}", f"Side {row}")
    with asks(8):
        ola.client.get(world.url("pakker/sok/"), {"q": "grevling"})
    assert len(titles(world, ola, "grevling")) == rows


def test_the_list_of_twins_is_our_own_fields_and_says_nothing_twice():
    stems = [{stem(word) for word in group} for group in groups()]

    assert len(groups()) > 150
    assert all(len(found) == len(group) > 1 for found, group in zip(stems, groups(), strict=True))
    assert sum(map(len, stems)) == len(set().union(*stems))


def test_the_rows_hold_stems_and_no_sentences(world: World, kari: Member):
    read_in(world, kari, cartridge(bodies=WORDS))

    assert not SearchStem.objects.filter(stem__contains=" ").exists()
    assert SearchStem.objects.filter(stem="medverknad").count() == 1
