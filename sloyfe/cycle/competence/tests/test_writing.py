"""What people write is what is read: text to blocks and back, whatever is typed."""

from time import process_time
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sloyfe.cycle.competence.markup.tree import (
    Box,
    Cell,
    Embed,
    File,
    Goes,
    Heading,
    Hint,
    Image,
    Kind,
    Language,
    Link,
    Listing,
    Panels,
    Paragraph,
    Picture,
    RichText,
    Row,
    Run,
    Table,
    Target,
    walk,
)
from sloyfe.cycle.competence.reading.checking import missing_words, words_in
from sloyfe.cycle.competence.tests.any_blocks import MIXED, ODD, blocks
from sloyfe.cycle.competence.tests.making import every, page, table, words
from sloyfe.cycle.competence.writing import blocks_of, keeps_whole, only, written

NB, NN = Language.NB, Language.NN
CALMLY = settings(
    max_examples=60,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


def read(text: str, language: Language = NB) -> Any:
    return blocks_of(text, language)


@CALMLY
@given(blocks(NB))
def test_any_blocks_come_back_as_they_were(some):
    assert blocks_of(written(some, NB), NB, some) == some


@CALMLY
@given(MIXED)
def test_each_language_comes_back_alone_from_blocks_in_several(some):
    for language in (NB, NN):
        assert blocks_of(written(some, language), language, some) == only(some, language)


@CALMLY
@given(
    st.lists(
        st.one_of(st.sampled_from([*ODD, "\n", "\n\n", "::: tips", "\n:::\n", "| a |", "  "]), st.text(max_size=5)),
        max_size=40,
    )
)
def test_whatever_is_typed_no_word_is_lost_and_it_is_the_same_when_it_is_written_again(pieces):
    typed = "".join(pieces)
    made = blocks_of(typed, NB)
    again = written(made, NB)
    assert blocks_of(again, NB, made) == made
    assert all(link.target.goes != Goes.UNKNOWN for link in every(made, Link))


@CALMLY
@given(
    st.lists(
        st.sampled_from(
            [
                "leke ",
                "hus ",
                "**",
                "[",
                "](",
                ")",
                "::: tips ",
                "\n",
                ":::\n",
                "- ",
                "| ",
                "> ",
                "# ",
                "== ",
                "<b>",
                "`",
            ]
        ),
        max_size=40,
    )
)
def test_no_word_that_is_typed_disappears(pieces):
    typed = "".join(pieces)
    said = words_in(words(blocks_of(typed, NB)))
    assert not [word for word in missing_words(words_in(typed), said) if word in {"leke", "hus"}]


def test_a_page_as_somebody_would_type_it():
    made: Any = blocks_of(
        "# Å bli kjent\n\nVi bruker [IGP](individuell, gruppe, plenum).\n\n::: oppgave Finn **to** eksempler\n"
        "- ett fra barnehagen\n- ett fra skolen\n  - gjerne SFO\n:::\n\n::: tid 20 minutter :::\n\n"
        "::: vis Fasit\nDet finnes ingen.\n:::\n\n![To barn i en sandkasse](fil:sand.png)\n\n[Ark](fil:ark.pdf)\n\n"
        "| Hvem | Når |\n|---|---|\n| Kari | mandag |\n\n"
        "::: innhold https://vimeo.com/1 Film om lek\nTekst i stedet.\n:::",
        NB,
    )
    kinds = [type(block) for block in made]
    assert kinds == [Heading, Paragraph, Box, Box, Panels, Image, File, Table, Embed]
    assert [box.meaning for box in every(made, Box)] == [Kind.TASK, Kind.TIME]
    assert words(every(made, Hint)[0].explanation) == "individuell, gruppe, plenum"
    assert len(every(made, Listing)) == 2
    assert made[6].link.target == Target(Goes.FILE, "ark.pdf")
    assert all(cell.header for cell in made[7].rows[0].cells)
    assert blocks_of(written(made, NB), NB) == made
    assert not keeps_whole(written(made, NB))


def test_names_are_understood_in_both_languages_and_written_in_the_one_that_is_asked_for():
    for text in ("::: oppgave\nFinn ut\n:::", "::: oppgåve\nFinn ut\n:::", "::: OPPGAVE\nFinn ut"):
        assert read(text, NN)[0].meaning == Kind.TASK
    assert written(read("::: oppgave\nFinn ut\n:::", NN), NN).startswith("::: oppgåve\n")


def test_a_box_with_a_name_nobody_knows_keeps_its_words_as_a_heading():
    (box,) = read("::: Husk dette\nTekst\n:::", NB)
    assert (box.meaning, words(box.heading), words(box.blocks)) == (Kind.GENERAL, "Husk dette", "Tekst")


def test_boxes_lie_in_boxes_and_in_lists():
    (outer,) = read("::: leder\n::: tips\nInni\n:::\nEtter\n:::", NB)
    assert [type(block) for block in outer.blocks] == [Box, Paragraph]
    (listing, after) = read("- ::: tips\n  Inni\n  :::\n- to\n\nEtter", NB)
    assert isinstance(listing.items[0].blocks[0], Box)
    assert words(after) == "Etter"


@pytest.mark.parametrize(
    "typed",
    [
        "[x](javascript:alert(1))", "[x](JaVaScRiPt:alert(1))", "[x](data:text/html,<script>)", "[x](vbscript:x)",
        "![x](javascript:alert(1))", "<javascript:alert(1)>", "[x](<javascript:x>)", "[x](//evil.example)",
        "::: innhold javascript:alert(1) Film :::", "[x](java\tscript:x)", "[x]( javascript:x )",
        "[a]: javascript:x\n\n[a]",
        "[x](file:///etc/passwd)", "https:javascript:x", "[x](https:/\\evil)",
    ],
)  # fmt: skip
def test_nothing_typed_leads_where_no_link_may_lead(typed):
    made = blocks_of(typed, NB)
    assert not every(made, Link) + every(made, Picture) + every(made, Embed)
    assert blocks_of(written(made, NB), NB, made) == made


@pytest.mark.parametrize(
    "typed",
    [
        "::: tips\n" * 30_000, "[" * 200_000, "[a](" * 50_000, "> " * 100_000, "- " * 100_000, "*a _b " * 30_000,
        "`" * 200_000, "<b>" * 60_000, "| a " * 50_000, "https://" * 25_000, "![" * 100_000, "(" * 200_000,
        "a\n" * 100_000, "==\n" * 60_000, "::: faner\n" + "== a\n" * 40_000, "[a]{fet}" * 25_000, "\\" * 200_000,
        "***" * 60_000, "~~a" * 60_000, "- a\n" * 50_000,
    ],
)  # fmt: skip
def test_large_and_hostile_text_is_read_in_seconds(typed):
    start = process_time()
    made = blocks_of(typed, NB)
    assert process_time() - start < 20
    assert made or not typed.strip()


def test_what_lies_too_deep_is_kept_as_lines():
    typed = "\n".join(f"{'> ' * depth}nivå {depth}" for depth in range(60))
    made = blocks_of(typed, NB)
    assert "nivå 59" in words(made[-1])


def test_what_cannot_be_typed_stays_when_the_text_around_it_is_changed():
    drawing = RichText("math", "a² + b²", language=NB)
    merged = Table((Row((Cell((Paragraph((Run("bred"),), language=NB),), columns=2, language=NB),)),), language=NB)
    before = Paragraph((Run("Se her:"),), language=NB)
    text = written((before, drawing, merged), NB)
    assert keeps_whole(text)
    changed = blocks_of(text.replace("Se her:", "Se nøye etter:"), NB, (before, drawing, merged))
    assert changed[1:] == (drawing, merged)
    assert words(changed[0]) == "Se nøye etter:"


def test_without_what_it_was_made_of_the_line_stays_as_it_was_typed():
    text = written((RichText("math", "a² + b²", language=NB),), NB)
    (line,) = read(text, NB)
    assert words(line).startswith("::: uendret ")


def test_the_words_of_a_link_inside_a_package_can_be_changed_and_it_leads_where_it_did():
    link = Link("$WIKI_REFERENCE$/pages/intro", (Run("innledningen"),), Target(Goes.PAGE, "g12"))
    before = (Paragraph((Run("Les "), link), language=NB),)
    text = written(before, NB).replace("innledningen", "starten")
    (found,) = every(blocks_of(text, NB, before), Link)
    assert (found.address, found.target, words(found)) == (link.address, link.target, "starten")


def test_a_page_that_was_read_in_can_be_written_and_comes_back():
    tree = page(
        '<p class="language" lang="nb">Les [IGP](alene, sammen)</p><p class="language" lang="nn">Les <b>dette</b></p>'
        + table("[udir-task]", '<h4>Oppgave</h4><ul><li>en<ul><li>to</li></ul></li></ul><img src="x.png">')
        + '<table><tr><th colspan="2">A</th></tr><tr><td>1</td><td>2</td></tr></table>'
    )
    for language in (NB, NN):
        assert blocks_of(written(tree.blocks, language), language, tree.blocks) == only(tree.blocks, language)
        assert {each.language for each in walk(only(tree.blocks, language)) if hasattr(each, "language")} == {language}
