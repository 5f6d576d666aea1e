"""Released figures as files: the same in each, hidden is never a number, and nobody gets more than the page shows."""

import csv
import io
from typing import Any

import pyreadstat
import pytest
from openpyxl import load_workbook

from sloyfe.surveys.tests.stage import answer, close, plan

KINDS = ("", "csv/", "spss/")
SPREAD = [1, 2, 3, 4, 5, 4, 3, 2] * 2


@pytest.fixture
def closed(world, kari):
    wave = plan(world, kari, opened=True)
    answer(wave, world.school.place, kari, SPREAD)
    answer(wave, world.kindergarten.place, kari, SPREAD)
    return close(wave, kari)


def file_of(member, world, wave, kind=""):
    return member.client.get(world.url(f"undersokelser/{wave.pk}/resultat/regneark/{kind}"))


def test_csv_says_what_the_spreadsheet_says_the_way_a_norwegian_spreadsheet_wants_it(world, closed, ola):
    told = file_of(ola, world, closed, "csv/").getvalue()
    book: Any = load_workbook(io.BytesIO(file_of(ola, world, closed).getvalue()))
    rows = list(csv.reader(io.StringIO(told.decode("utf-8-sig")), delimiter=";"))

    assert told.startswith(b"\xef\xbb\xbf")
    as_text = [
        ["" if v is None else v if isinstance(v, str) else str(v).replace(".", ",") for v in row]
        for row in book.active.values
    ]
    assert [row + [""] * (9 - len(row)) for row in rows] == as_text
    assert any("," in cell for row in rows[1:] for cell in row[4:7])


def test_in_spss_hidden_is_missing_with_its_reason_in_the_readers_language(world, closed, ola, nils, tmp_path):
    file = tmp_path / "x.sav"
    file.write_bytes(file_of(ola, world, closed, "spss/").getvalue())
    plain, about = pyreadstat.read_sav(str(file), output_format="dict")
    coded, _about = pyreadstat.read_sav(str(file), output_format="dict", user_missing=True)
    at = list(plain["niva"]).index(world.school.place.title)
    leader = [name for name in coded if name.startswith("C4_")]

    assert about.column_names_to_labels["rolle"] == "Rollegruppe"
    assert leader
    assert {coded[name][at] for name in leader} == {-8.0}
    assert {plain[name][at] for name in leader} == {None}
    assert about.variable_value_labels["C4_n"][-8.0] == "vises bare for hele nettverket"
    shown = coded["C3_n"][at]
    assert shown >= 5
    assert 0 <= coded["C3_topp"][at] <= 1


def test_the_spss_file_shows_the_numbers_of_the_page(world, closed, ola, tmp_path):
    file = tmp_path / "x.sav"
    file.write_bytes(file_of(ola, world, closed, "spss/").getvalue())
    data, _about = pyreadstat.read_sav(str(file), output_format="dict")
    book: Any = load_workbook(io.BytesIO(file_of(ola, world, closed).getvalue()))
    place = world.school.place.title
    wanted = "Vi har nok felles tid"
    rows = [row for row in book.active.values if row[0].startswith(wanted) and row[1:3] == (place, "Alle roller")]
    highest = rows[-1]

    at = list(zip(data["niva"], data["rolle"], strict=True)).index((place, "Alle roller"))
    assert data["C3_n"][at] == highest[3]
    assert data["C3_topp"][at] == pytest.approx(highest[8] / highest[3])


@pytest.mark.parametrize("kind", KINDS)
def test_a_file_holds_no_unit_that_its_reader_may_not_see(world, closed, ola, ute, siri, kind):  # noqa: PLR0917 - the cast
    mine, theirs = (file_of(member, world, closed, kind).getvalue() for member in (ola, siri))
    if not kind:
        mine, theirs = (str(list(load_workbook(io.BytesIO(one)).active.values)).encode() for one in (mine, theirs))

    assert world.school.place.title.encode() in mine
    assert world.kindergarten.place.title.encode() not in mine
    assert world.school.place.title.encode() not in theirs
    assert file_of(ute, world, closed, kind).status_code == 404


@pytest.mark.parametrize("kind", KINDS)
def test_before_the_survey_is_closed_there_is_no_file(world, kari, kind):
    wave = plan(world, kari, opened=True)
    answer(wave, world.school.place, kari, SPREAD)

    assert file_of(kari, world, wave, kind).status_code == 409


def test_a_formula_in_csv_is_words(world, closed):
    from sloyfe.surveys.exports.cells import csv_parts

    told = b"".join(csv_parts([["=1+1", " @x", -2.5, None]])).decode("utf-8-sig")
    assert told == "'=1+1;' @x;-2,5;\r\n"


def test_files_are_in_the_readers_language_although_they_are_made_in_pieces(world, closed, nils, kari, ola):
    ola.person.language = "nn"
    ola.person.save(update_fields=["language"])
    parts = iter(file_of(ola, world, closed, "csv/").streaming_content)
    kari.client.get(world.url("undersokelser/"))

    assert "skjult for å verne dei som svarte" in b"".join(parts).decode()
