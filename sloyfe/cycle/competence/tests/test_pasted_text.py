"""Text pasted from the portal: languages without a seam, lists that lost their table, links without an address."""

from pathlib import Path

import pytest
from django.utils.translation import override

from sloyfe.cycle.competence.linting.sentences import compared
from sloyfe.cycle.competence.markup.packages import Readers
from sloyfe.cycle.competence.markup.tree import Box, Hint, Kind, Language, Link, Listing, Panels
from sloyfe.cycle.competence.reading.doors import read_package
from sloyfe.cycle.competence.reading.reporting import report_on
from sloyfe.cycle.competence.tests.making import every, words

SEEDS = Path(__file__).resolve().parents[5] / "shared" / "seeds"
NB, NN = Language.NB, Language.NN
OURS = """nb: E 2.1 Plan for året|nn: E 2.1 Plan for året

[udir-leader]

For eiere

[udir-goals]

Mål

Dere skal

  • lage en plan sammen med de ansatte
  • vite hvem som gjør hva
[udir-task] Aktivitet

Bruk [IGP](alene, gruppe, plenum) når dere jobber med planen for for året.

[udir-reveal]
Det planen kan inneholde
Emne Spørsmål
Tidsramme Hvor lenge skal vi holde på med dette?
Ansvar og roller

Hvem gjør hva, og hvem hjelper?

  • lederne
  • de ansatte
Evaluering Hvordan ser vi om det virker?

Dere kan laste ned planen.

Nedlastbart dokument: Plan Last ned Nedlastbart dokument: Plan

[udir-link]
Les mer om planer (eksempel.no) Links to an external site. .
[udir-leader]

For eigarar

[udir-goals]

Mål

De skal

  • lage ein plan saman med dei tilsette
  • vite kven som gjer kva
[udir-task] Aktivitet

Bruk [IGP](åleine, gruppe, plenum) når de arbeider med planen for året.

[udir-reveal]
Det planen kan innehalde
Emne Spørsmål
Tidsramme Kor lenge skal vi halde på med dette?
Ansvar og roller

Kven gjer kva, og kven hjelper?

  • leiarane
  • dei tilsette
Evaluering Korleis ser vi om det verkar?

De kan laste ned planen.

Nedlastbart dokument: Plan Last ned Nedlastbart dokument: Plan

[udir-link]
Korleis ser vi om arbeidet verkar for elevane?
"""


def read(text: str):
    return read_package(text.encode(), "side.txt").pages[0]


def both(page) -> tuple[list[str], list[str]]:
    """The kinds of boxes in each language."""
    boxes = [block for block in page.blocks if isinstance(block, Box | Panels)]
    return [b.kind.value for b in boxes if b.language == NB], [b.kind.value for b in boxes if b.language == NN]


def test_the_seam_between_the_languages_is_found():
    page = read(OURS)

    assert both(page) == (["leader", "goals", "task", "reveal", "link"],) * 2
    assert page.audience.readers == Readers.OWNERS
    assert dict(page.title.entries) == {NB: "E 2.1 Plan for året", NN: "E 2.1 Plan for året"}


def test_rows_that_lost_their_table_are_points_of_a_list():
    reveal = next(each for each in every(read(OURS).blocks, Panels) if each.language == NB)
    points = every(reveal, Listing)[0].items

    assert words(reveal.sections[0].title) == "Det planen kan inneholde"
    assert [words(point.blocks[0]) for point in points] == ["Tidsramme", "Ansvar og roller", "Evaluering"]
    assert words(points[1].blocks) == "Ansvar og roller Hvem gjør hva, og hvem hjelper? lederne de ansatte"
    assert "Dere kan laste ned planen." in [words(block) for block in reveal.sections[0].blocks]


def test_hints_stay_and_what_the_portal_added_goes_out():
    page = read(OURS)

    assert [words(hint.explanation) for hint in every(page.blocks, Hint)] == [
        "alene, gruppe, plenum",
        "åleine, gruppe, plenum",
    ]
    assert "external" not in words(page.blocks)
    assert [words(link) for link in every(page.blocks, Link)] == [
        "Nedlastbart dokument: Plan", "Les mer om planer (eksempel.no)", "Nedlastbart dokument: Plan",
    ]  # fmt: skip


def test_what_is_wrong_with_the_text_is_told():
    told = {remark.defect.value: remark.quote for remark in read(OURS).remarks}

    assert told["doubled_word"] == "for for"
    assert told["link_box_without_link"].startswith("[udir-link]") or told["link_box_without_link"].startswith(
        "Korleis"
    )
    assert told["languages_differ"] == "5. link: links nb 1, nn 0"


@pytest.mark.parametrize(
    ("quote", "language", "said"),
    [
        (
            "5. link: links nb 1, nn 0", "nb",
            "I boks nummer 5, «les mer»: 1 lenker på bokmål, 0 på nynorsk.",
        ),
        (
            "0. outside boxes: list items nb 4, se 2", "nn",
            "I teksten: 4 punkt i lista på bokmål, 2 på nordsamisk.",
        ),
        (
            "nb: outside boxes goals task | nn: outside boxes", "nn",
            "Boksane er ikkje dei same. Bokmål: mål, oppgåve. Nynorsk: ingen.",
        ),
        ("noe helt annet", "nb", "noe helt annet"),
    ],
)  # fmt: skip
def test_what_languages_do_not_share_is_told_in_the_words_of_the_reader(quote: str, language: str, said: str):
    with override(language):
        assert compared(quote) == said


def test_one_language_alone_is_known_for_what_it_is():
    page = read("Ein tittel\n\n[udir-tip]\nDette er noko de kan prøve saman med elevane dykkar i kvar time.")

    assert [block.language for block in page.blocks] == [NN]


def test_languages_may_take_turns_paragraph_by_paragraph():
    nb = "Dere skal ikke gjøre dette alene, men sammen med de ansatte i enheten."
    nn = "De skal ikkje gjere dette åleine, men saman med dei tilsette i eininga."
    page = read(f"Tittel\n\n{nb}\n\n{nn}\n\n{nb}\n\n{nn}")

    assert [block.language for block in page.blocks] == [NB, NN, NB, NN]


@pytest.fixture(scope="module")
def seed() -> str:
    found = sorted(SEEDS.glob("004_*.txt"))
    if not found:
        pytest.skip("NOT READ: ../shared/seeds is not here, so no real page was read")
    return found[0].read_text(encoding="utf-8")


def test_a_real_page_is_parted_into_its_languages(seed):
    page = read(seed)

    assert both(page) == (["leader", "goals", "task", "reveal", "link", "reveal"],) * 2
    assert not {"words_left_out"} & {remark.defect.value for remark in page.remarks}


def test_a_real_page_has_the_twelve_elements_of_a_plan_in_each_language(seed):
    lists = [each for each in every(read(seed).blocks, Listing) if len(each.items) == 12]

    assert [each.language for each in lists] == [NB, NN]
    assert [words(item.blocks[0]) for item in lists[0].items][::11] == ["Eiers utviklingsgruppe", "Evaluering"]
    assert [words(item.blocks[0]) for item in lists[1].items][7] == "Rolla til PP-tenesta"


def test_the_mistakes_of_a_real_page_are_found(seed):
    package = read_package(seed.encode(), "side.txt")
    told = {remark.defect.value: remark.quote for remark in package.pages[0].remarks}

    assert told["doubled_word"] == "for for"
    assert told["untranslated"] == "Momenter Beskrivelse"
    assert told["languages_differ"] == "5. link: links nb 1, nn 0"
    assert told["repeated"].startswith("Korleis skal vi evaluere")
    assert "link_box_without_link" in told
    assert report_on(package).pages[0].blocks[Kind.TOOLTIP] == 2
