"""The eighteen ways in which pages of the portal go wrong: here each is understood, kept whole, and remarked upon."""

from sloyfe.cycle.competence.markup.tree import Box, Hint, Kind, Link, Panels, Table
from sloyfe.cycle.competence.reading.doors import read_package
from sloyfe.cycle.competence.tests.making import defects, every, page, table, words


def titles(panels: Panels) -> list[tuple[str, str]]:
    return [(words(section.title), words(section.blocks)) for section in panels.sections]


def test_1_an_unknown_tag_stays_a_table_and_a_misspelt_one_is_understood():
    read = page(table("[udir-sirkel]", "Innhold") + table("[ UDIR-Goals ]", "Mål") + table("[udir–tip]", "Et tips."))

    assert [block.kind for block in read.blocks] == [Kind.TABLE, Kind.GOALS, Kind.TIP]
    assert {"unknown_tag", "tag_spelling"} <= defects(read)


def test_1_a_tag_in_bits_and_with_hard_spaces_is_understood():
    read = page(table("<p>&nbsp;<b>[udir-</b>goals]&nbsp;</p>", "<p>Vi skal lære noe nytt.</p>"))

    assert [block.kind for block in read.blocks] == [Kind.GOALS]
    assert "tag_spelling" not in defects(read)


def test_2_a_tag_in_a_header_cell_is_understood():
    html = (
        "<table><thead><tr><th>[udir-law]</th></tr></thead><tbody><tr><td>Loven sier dette.</td></tr></tbody></table>"
    )
    read = page(html)

    assert [block.kind for block in read.blocks] == [Kind.LAW]
    assert defects(read) == {"tag_in_header_cell"}


def test_3_words_beside_a_tag_become_the_heading():
    read = page(table("[udir-goals] Mål", "<p>Dere skal samarbeide.</p>") + table("[udir-goals] [x]", "Dere skal."))

    assert [words(box.heading) for box in every(read.blocks, Box)] == ["Mål", "[x]"]
    assert defects(read) == {"extra_beside_tag"}


def test_4_more_rows_and_columns_than_the_portal_shows_are_all_kept():
    tall = page(table("[udir-task]", "<p>En setning.</p>", "<p>To setninger.</p>", "<p>Tre setninger.</p>"))
    wide = page(table("[udir-task]", ["a", "b"], ["c", "d"]))

    assert words(tall.blocks) == "[udir-task] En setning. To setninger. Tre setninger."
    assert [len(row.cells) for row in every(wide.blocks, Table)[0].rows] == [2, 2]
    assert defects(tall) == defects(wide) == {"box_many_cells"}


def test_5_a_box_of_one_row_keeps_what_stands_in_it():
    read = page(table("<p>[udir-info]</p><p>Dette er viktig.</p>"))

    assert [words(box.blocks) for box in every(read.blocks, Box)] == ["Dette er viktig."]
    assert defects(read) == {"box_one_row", "extra_beside_tag"}


def test_6_the_innermost_table_is_the_box():
    inner = table("[udir-goals]", "<p>Vi skal lære.</p>")
    read = page(table([inner, "<p>Ved siden av.</p>"], ["<p>Under.</p>", "<p>Også under.</p>"]))

    assert [block.kind for block in read.blocks] == [Kind.GOALS, *[Kind.PARAGRAPH] * 3]
    assert "box_in_layout" in defects(read)


def test_7_boxes_stand_in_boxes_and_reveals_in_both():
    read = page(
        table("[udir-task]", "<p>Gjør dette.</p>" + table("[udir-reveal]", "Vis", table("[udir-tip]", "Tips.")))
    )

    task = every(read.blocks, Box)[0]
    assert [block.kind for block in task.blocks] == [Kind.PARAGRAPH, Kind.REVEAL]
    assert every(task, Panels)[0].sections[0].blocks[0].kind == Kind.TIP
    assert "box_in_box" in defects(read)


def test_8_a_reveal_may_have_many_titles():
    read = page(table("[udir-reveal]", "Første", "En.", "Andre", "To."))

    assert titles(read.blocks[0]) == [("Første", "En."), ("Andre", "To.")]
    assert defects(read) == {"reveal_many"}


def test_9_a_table_in_a_reveal_does_not_turn_titles_into_bodies():
    data = "<table><tr><th>a</th></tr><tr><td>1</td></tr><tr><td>2</td></tr></table>"
    read = page(table("[udir-reveal]", "Første", data, "Andre", "To."))

    assert titles(read.blocks[0]) == [("Første", "a 1 2"), ("Andre", "To.")]
    assert "table_in_panel" in defects(read)


def test_10_a_wide_first_row_shifts_nothing():
    read = page(table(["[udir-reveal]", ""], ["Første", "En."], ["Andre", "To."]))

    assert titles(read.blocks[0]) == [("Første", "En."), ("Andre", "To.")]
    assert {"reveal_wide_first_row"} <= defects(read)


def test_11_a_narrow_first_row_shifts_no_tabs():
    narrow = page("<table><tr><td colspan=2>[udir-tabs]</td></tr><tr><td>A</td><td>a.</td></tr></table>")
    right = page(table(["[udir-tabs]", ""], ["A", "a."], ["B", "b."]))

    assert titles(narrow.blocks[0]) == [("A", "a.")]
    assert titles(right.blocks[0]) == [("A", "a."), ("B", "b.")]
    assert (defects(narrow), defects(right)) == ({"tabs_narrow_first_row"}, set())


def test_12_an_accordion_of_one_column_is_read_in_pairs():
    read = page(table("[udir-accordion]", "A", "a.", "B", "b.") + table("[udir-tip]", "Et tips."))

    assert titles(read.blocks[0]) == [("A", "a."), ("B", "b.")]
    assert read.blocks[1].kind == Kind.TIP
    assert defects(read) == {"accordion_one_column"}


def test_13_a_table_of_headers_only_stops_no_tabs():
    read = page("<table><tbody><tr><th>Bare</th></tr></tbody></table>" + table(["[udir-tabs]", ""], ["A", "a."]))

    assert [block.kind for block in read.blocks] == [Kind.TABLE, Kind.TABS]
    assert defects(read) == {"table_only_headers"}


def test_14_an_explanation_may_hold_brackets():
    read = page("<p>Arbeid med [IGP](individuelt (alene), gruppe og plenum) i dag.</p>")

    hint = every(read.blocks, Hint)[0]
    assert (words(hint.inlines), words(hint.explanation)) == ("IGP", "individuelt (alene), gruppe og plenum")
    assert defects(read) == {"hint_parenthesis"}


def test_14_a_link_written_as_a_hint_is_a_link():
    read = page("<p>Les [mer](https://udir.no/side) her.</p>")

    assert [link.address for link in every(read.blocks, Link)] == ["https://udir.no/side"]
    assert defects(read) == {"hint_is_link"}


def test_15_a_table_around_an_accordion_is_only_a_frame():
    read = page(table(table("[udir-accordion]", ["A", "a."])))

    assert [block.kind for block in read.blocks] == [Kind.ACCORDION]
    assert {"accordion_in_table", "box_in_layout"} <= defects(read)


def test_16_only_tables_of_data_are_asked_for_headers():
    assert defects(page(table(["Uke", "Tema"], ["1", "Lek"]))) == {"table_without_headers"}
    assert defects(page(table("[udir-tip]", "Et tips."))) == set()


def test_17_languages_that_do_not_have_the_same_are_told_of():
    half = '<div class="language" lang="{}">{}</div>'
    nb = (
        table("[udir-link]", '<p>Les <a href="https://udir.no">mer</a> om det.</p>') + "<ul><li>en</li><li>to</li></ul>"
    )
    nn = table("[udir-link]", "<p>Korleis skal vi evaluere arbeidet i lag?</p>") + "<ul><li>ein</li></ul>"
    read = read_package((half.format("nb", nb) + half.format("nn", nn)).encode(), "side.html").pages[0]

    assert {"languages_differ", "link_box_without_link"} <= defects(read)


def test_18_in_plain_text_a_box_goes_on_to_the_next_tag():
    package = read_package(
        b"Tittel\n\n[udir-tip]\n\nEt tips her.\n\nMer tekst her.\n[udir-goals]\nDere skal.", "side.txt"
    )
    read = package.pages[0]

    assert [words(block) for block in read.blocks] == [
        "[udir-tip] Et tips her. Mer tekst her.",
        "[udir-goals] Dere skal.",
    ]
    assert "end_unknown" in defects(read)
