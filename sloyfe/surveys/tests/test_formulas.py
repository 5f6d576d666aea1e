"""Words that a spreadsheet would take for a formula stay words, wherever they leave in a file."""

import csv
import io
from typing import Any

import pytest
from django.utils import timezone
from openpyxl import load_workbook

from conftest import Member, World
from sloyfe.kit.text import Text
from sloyfe.surveys.actions import asking, building
from sloyfe.surveys.exports.cells import csv_parts
from sloyfe.surveys.tests.forms import text
from sloyfe.surveys.tests.stage import close as closing
from sloyfe.surveys.tests.stage import codes, plan

HARMFUL = ("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "  =1", "\n=1", "\u00a0@x", "＝1")
UNIT = '=HYPERLINK("http://example.org";"Skole")'


@pytest.fixture
def closed(world: World, kari: Member):
    by, at = kari.person, timezone.now()
    world.school.place.title = UNIT
    world.school.place.save(update_fields=["title"])
    instrument = building.make_empty(space=world.space, title=text("=Tittel"), audience="staff", by=by, at=at)
    options = [{"key": f"o{n}", "text": Text.of(words, words).to_json()} for n, words in enumerate(HARMFUL[:4])]
    asking.add_item(instrument, section="D1", kind="choice", wording=text("=Hva?"), options=options, by=by, at=at)
    wave = plan(world, kari, instrument=instrument, opened=True)
    for nth, code in enumerate(codes(wave, world.school.place, kari, 28)):
        assert kari.client.post(f"/svar/{code}/", {"E1": f"o{nth % 4}"}).status_code == 200
    return closing(wave, kari)


@pytest.mark.parametrize("words", HARMFUL)
def test_in_csv_such_words_begin_with_a_mark(words):
    (cell,) = next(csv.reader(io.StringIO(b"".join(csv_parts([[words]])).decode("utf-8-sig"), newline="")))

    assert cell == f"'{words}"


@pytest.mark.parametrize("words", ["Hva er 1 = 1?", "a@b.no", "Ja – nei", "100 %", ""])
def test_other_words_are_left_as_they_are(words):
    assert b"".join(csv_parts([[words, -2.5]])).decode("utf-8-sig").strip() == f"{words};-2,5"


def test_the_names_of_units_options_and_questions_are_words_in_csv(closed, world, ola):
    file = ola.client.get(world.url(f"undersokelser/{closed.pk}/resultat/regneark/csv/")).getvalue()
    rows = list(csv.reader(io.StringIO(file.decode("utf-8-sig")), delimiter=";"))
    words = {cell for row in rows[1:] for cell in row if cell.startswith(("'", "=", "+", "@"))}

    assert {"'=Hva?", f"'{UNIT}"} <= words
    assert all(cell.startswith("'") for cell in words)
    assert any("SUM" in cell or "=1+1" in cell for cell in words)


@pytest.mark.parametrize("address", ["undersokelser/{wave}/resultat/regneark/", "sporreskjema/{form}/regneark/"])
def test_no_cell_of_a_workbook_is_a_formula(closed, world, kari, ola, address):
    who = ola if "resultat" in address else kari
    page = who.client.get(world.url(address.format(wave=closed.pk, form=closed.instrument_id)))
    book: Any = load_workbook(io.BytesIO(page.getvalue() if page.streaming else page.content))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]

    assert any(str(cell.value).startswith("=") for cell in cells)
    assert not [cell.coordinate for cell in cells if cell.data_type == "f"]
