"""Charts draw what a Release gave them, and a hidden figure stays hidden."""

import re

from django.template import Context, Template

from sloyfe.site.charts import mark, scale_row, shades


def drawn(source: str, **context: object) -> str:
    return Template("{% load look %}" + source).render(Context(context))


def test_a_hidden_row_is_named_in_the_bar_and_in_the_table():
    rows = [{"label": "Tid", "counts": None, "n": None}, {"label": "Rom", "counts": [2, 3], "n": 5}]
    page = drawn("{% scale_chart 'Spredning' scale rows %}", scale=["uenig", "enig"], rows=rows)

    assert page.count("skjult") == 3  # the bar, and two cells
    assert re.findall(r">\s*0\s*<", page) == []
    assert page.count('class="chart-bar"') == 1


def test_where_all_is_hidden_there_is_no_table_to_unfold_and_no_key_to_read():
    rows = [{"label": "Tid", "counts": None, "n": None}]
    page = drawn("{% scale_chart 'Spredning' scale rows %}", scale=["uenig", "enig"], rows=rows)

    assert page.count("skjult") == 1
    assert ("<table" in page, "chart-legend" in page) == (False, False)


def test_a_hidden_mean_is_named_beside_the_one_that_is_shown():
    rows = [{"label": "Tid", "values": [None, 4.25]}]
    page = drawn("{% means_chart 'Syn' series 1 6 rows %}", series=["Ledere", "Ansatte"], rows=rows)

    assert page.count("skjult") == 2  # the track and the cell
    assert page.count("<circle") == 1


def test_the_pieces_of_a_bar_fill_it():
    row = scale_row(["a", "b", "c"], {"label": "x", "counts": [1, 1, 1], "n": 3})

    assert row.parts is not None
    assert abs(sum(float(part.width) for part in row.parts) - 100) < 0.05
    assert row.summary == "a: 33 %, b: 33 %, c: 33 %"


def test_an_answer_that_nobody_gave_is_nought_in_the_table_and_no_piece_of_the_bar():
    row = scale_row(["a", "b"], {"label": "x", "counts": [0, 6], "n": 6})

    assert [cell.value for cell in row.cells] == [0, 6]
    assert [part.label for part in row.parts or []] == ["b"]


def test_steps_that_are_told_together_share_a_piece_and_a_cell():
    rows = [{"label": "x", "bands": [((0, 1, 2), 2), ((3, 4), 5)], "n": 7}]
    page = drawn("{% scale_chart 'Spredning' scale rows %}", scale=["a", "b", "c", "d", "e"], rows=rows)

    assert "a – c: 29 %, d – e: 71 %" in page
    assert page.count("<rect x=") == 2
    assert ('colspan="3"' in page, 'colspan="2"' in page, page.count("samlet")) == (True, True, 2)


def test_shades_run_from_the_lightest_to_the_darkest():
    assert shades(6) == [1, 2, 3, 4, 5, 6]
    assert shades(2) == [1, 6]
    assert shades(1) == [6]


def test_a_mean_stands_where_the_scale_says():
    assert mark("Ledere", 1, 1, 6).x == "0.00"
    assert mark("Ledere", 6, 1, 6).x == "100.00"
    assert mark("Ledere", 3.5, 1, 6).value == "3,5"
