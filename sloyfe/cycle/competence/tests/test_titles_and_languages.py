"""Titles in every way they have been typed, and words for readers of one language at any depth."""

import pytest

from sloyfe.cycle.competence.markup.titles import read_title
from sloyfe.cycle.competence.markup.tree import Box, Heading, Language, Listing, Panels, Paragraph, Said
from sloyfe.cycle.competence.tests.making import defects, every, page, table, words

NB, NN, SE, ANY = Language.NB, Language.NN, Language.SE, Language.ANY


@pytest.mark.parametrize(
    ("raw", "nb", "nn"),
    [
        ("nb: A|nn: B", "A", "B"),
        ("nb: A | nn: B", "A", "B"),
        ("nn:B|nb:A", "A", "B"),
        ("nb: bare", "bare", "bare"),
        ("nb: Skole|hjem |nn: Skule|heim", "Skole|hjem", "Skule|heim"),
        ("NB: A|NN: B", "A", "B"),
        ("nb : A|nn : B", "A", "B"),
        ("Uten koder", "Uten koder", "Uten koder"),
        ("Uten | koder: her", "Uten | koder: her", "Uten | koder: her"),
        ("Foran|nn: B", "Foran", "B"),
        ("nb: A|nn: ", "A", "A"),
        ("", "", ""),
    ],
)
def test_a_title_is_split_only_where_a_language_follows_the_bar(raw, nb, nn):
    title = read_title(raw)

    assert (title.read(NB), title.read(NN)) == (nb, nn)


def test_sami_has_its_own_code():
    assert read_title("nb til pakken | se: Birra").entries == {ANY: "nb til pakken", SE: "Birra"}


def test_a_title_that_does_not_add_up_is_told_of():
    assert "title_odd" in defects(page("<p>Hei på deg.</p>", "nb: A|nn: "))
    assert "title_odd" not in defects(page("<p>Hei på deg.</p>", "nb: A|nn: B"))


def test_languages_are_found_at_any_depth():
    html = (
        '<div class="language" lang="nb"><p>En setning.</p></div>'
        '<ul><li class="language" lang="nn">eitt punkt</li><li><span class="language" lang="se">okta</span></li></ul>'
        '<p><span class="language" lang="nb">Hei der.</span><span class="language" lang="nn">Hei du.</span></p>'
        '<h2><span class="language" lang="nb">Mål</span> <span class="language" lang="nn">Mål her</span></h2>'
        '<p>Alle ser <em class="Language" lang="NN">dette</em> her.</p>'
    )
    read = page(html)

    said = [(block.language, words(block)) for block in read.blocks if not isinstance(block, Listing)]
    assert said == [
        (NB, "En setning."), (NB, "Hei der."), (NN, "Hei du."), (NB, "Mål"), (NN, "Mål her"),
        (ANY, "Alle ser dette her."),
    ]  # fmt: skip
    items = every(read.blocks, Listing)[0].items
    assert [items[0].language, items[1].blocks[0].language] == [NN, SE]
    assert [each.language for each in every(read.blocks[-1], Said)] == [NN]


def test_a_box_has_a_heading_in_each_language():
    half = '<div class="language" lang="{}"><h4>{}</h4><p>{}</p></div>'
    inner = (
        half.format("nb", "Moduler:", "En.")
        + half.format("nn", "Modular:", "Ein.")
        + half.format("se", "Modula:", "O.")
    )
    box = every(page(table("[udir-info]", inner)).blocks, Box)[0]

    assert [(each.language, words(each)) for each in box.heading] == [
        (NB, "Moduler:"),
        (NN, "Modular:"),
        (SE, "Modula:"),
    ]
    assert [block.language for block in box.blocks] == [NB, NN, SE]


def test_a_first_short_line_is_the_heading_and_a_sentence_is_not():
    headings = [
        words(box.heading)
        for box in every(
            page(
                table("[udir-goals]", "<p><strong>Mål</strong></p><p>Dere skal.</p>")
                + table("[udir-task]", "<p>Gjør dette nå.</p><p>Og dette.</p>")
                + table("[udir-link]", '<p><a href="https://udir.no">Les mer</a></p><p>Slutt.</p>')
                + table("[udir-leader]", "<p>For eiere</p>")
            ).blocks,
            Box,
        )
    ]

    assert headings == ["Mål", "", "", "For eiere"]


def test_a_whole_table_and_a_row_may_be_for_one_language():
    html = table("[udir-task]", "<p>Gjør det nå.</p>").replace("<table>", '<table class="language" lang="nb">')
    row = '<tr class="language" lang="nn"><td>Kjelder</td><td>Ei bok.</td></tr>'
    html += f"<table><tr><td>[udir-reveal]</td></tr>{row}</table>"
    read = page(html)

    assert (read.blocks[0].language, every(read.blocks, Box)[0].blocks[0].language) == (NB, NB)
    section = every(read.blocks, Panels)[0].sections[0]
    assert (section.language, section.blocks[0].language, words(section.title)) == (NN, NN, "Kjelder")


def test_a_language_that_is_not_ours_is_shown_to_all_and_told_of():
    read = page('<div class="language" lang="en"><p>Hello there.</p></div><div class="language"><p>Hei.</p></div>')

    assert [block.language for block in every(read.blocks, Paragraph)] == [ANY, ANY]
    assert defects(read) == {"language_unknown"}


def test_old_tags_mean_what_they_were_meant_to():
    tags = {"pfdk-spsm": "task", "uob-read": "task", "pfdk-maal": "goals", "uob-box": "general",
            "udir-kommentar": "general",
            "udir-skoleleder": "leader", "pfdk-viktig": "important", "udir-importantinfo": "important",
            "udir-eksempel": "example", "pfdk-advarsel": "warning", "pfdk-verktoy": "tools"}  # fmt: skip
    read = page("".join(table(f"[{tag}]", "<p>En setning.</p>") for tag in tags))

    assert [box.kind.value for box in every(read.blocks, Box)] == list(tags.values())
    assert [box.origin.tag for box in every(read.blocks, Box)] == [f"[{tag}]" for tag in tags]


def test_a_header_tag_is_a_heading_and_a_dead_one_goes_into_the_report():
    read = page(
        table("[udir-header]", "<p>Til slutt</p>") + table("[uob-rating]", '<a href="https://uob.example">Vurder</a>')
    )

    assert [(block.level, words(block.inlines)) for block in every(read.blocks, Heading)] == [(2, "Til slutt")]
    assert {"[uob-rating] Vurder", "https://uob.example"} <= {each.words or each.address for each in read.removals}
    assert {"tag_dropped", "tag_without_look"} <= defects(read)


def test_words_that_hold_their_languages_like_a_title_are_parted():
    read = page('<h2 class="translate">nb: Mål|nn: Måla</h2><p>Se <b class="translate">nb: her|nn: der</b>.</p>')

    assert [(each.language, words(each.inlines)) for each in every(read.blocks, Heading)] == [(NB, "Mål"), (NN, "Måla")]
    assert [(each.language, words(each)) for each in every(read.blocks, Said)] == [(NB, "her"), (NN, "der")]


def test_a_table_that_speaks_of_tags_is_no_box():
    read = page(table(["Bruk [udir-tip] for tips", "gul"], ["Bruk [udir-law] for lov", "grå"]))

    assert [block.kind.value for block in read.blocks] == ["table"]
