"""Questionnaires out and in as XLSForm, and files that mean no good."""

import io
import zipfile
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from conftest import Member, World
from sloyfe.surveys.models import Instrument, Item
from sloyfe.surveys.queries import order
from sloyfe.surveys.tests.forms import every_kind
from sloyfe.surveys.versions import digest_of
from sloyfe.surveys.xlsforms.book import BadForm, read_book

HEADS = {
    "survey": ["type", "name", "label::Norsk bokmål (nb)", "label::Norsk nynorsk (nn)", "required", "relevant"],
    "choices": ["list_name", "name", "label::Norsk bokmål (nb)", "label::Norsk nynorsk (nn)"],
}


def book(survey: list[list[Any]], choices: list[list[Any]] | None = None, heads: dict[str, list[str]] | None = None):
    """A file as another tool writes it."""
    made = Workbook()
    made.remove(made.active)
    for name, rows in (("survey", survey), ("choices", choices or [])):
        page = made.create_sheet(name)
        for row in [(heads or HEADS)[name], *rows]:
            page.append(row)
    file = io.BytesIO()
    made.save(file)
    return file.getvalue()


def upload(world: World, kari: Member, content: bytes, name: str = "skjema.xlsx") -> Any:
    file = io.BytesIO(content)
    file.name = name
    return kari.client.post(world.url("sporreskjema/xlsform/"), {"file": file})


def take_in(world: World, kari: Member, content: bytes) -> Instrument:
    """Read the file, and say yes."""
    page = upload(world, kari, content)
    assert page.status_code == 200, page.text
    sent = {"read": page.context["form"].initial["read"], "audience": "staff"}
    answer = kari.client.post(world.url("sporreskjema/xlsform/"), sent)
    assert answer.status_code == 302, answer.text
    return Instrument.objects.in_space(world.space).get(pk=answer.headers["Location"].rstrip("/").rpartition("/")[2])


def remarks(page: Any) -> dict[int, list[str]]:
    """What was said, by row."""
    told: dict[int, list[str]] = {}
    for remark in page.context["incoming"].remarks:
        told.setdefault(remark.row, []).append(remark.sentence)
    return told


def test_what_goes_out_comes_in_as_the_same_questions(world: World, kari: Member):
    first = every_kind(world, kari)
    content = kari.client.get(world.url(f"sporreskjema/{first.pk}/regneark/")).content
    page = upload(world, kari, content)
    second = take_in(world, kari, content)

    assert remarks(page) == {}
    assert told(second) == told(first)
    assert [part.title for part in second.parts.all()] == [part.title for part in first.parts.all()]


def test_every_ready_made_questionnaire_comes_back_whole(world, kari):
    kari.client.post(world.url("sporreskjema/"), {"template": "leader"})
    first = Instrument.objects.in_space(world.space).get()
    second = take_in(world, kari, kari.client.get(world.url(f"sporreskjema/{first.pk}/regneark/")).content)

    assert told(second) == told(first)


def told(instrument: Instrument) -> list[tuple[str, str, Any, str]]:
    """What is asked, of whom, and where it comes from."""
    items = order.outline(instrument).items
    return [(item.key, item.origin, item.condition, digest_of(item, [])) for item in items]


def test_words_that_begin_like_a_formula_stay_words(world, kari):
    instrument = every_kind(world, kari, wording="=HYPERLINK(1)")
    content = kari.client.get(world.url(f"sporreskjema/{instrument.pk}/regneark/")).content
    cells = [cell for page in load_workbook(io.BytesIO(content)) for row in page.iter_rows() for cell in row]

    assert {cell.data_type for cell in cells if str(cell.value).startswith("=")} == {"s"}


def test_what_has_no_place_here_is_said_row_by_row(world, kari):
    survey = [
        ["start", "start", None, None, None, None],
        ["text", "name", "Hva gjør dere?", None, "yes", None],
        ["geopoint", "where", "Hvor?", "Kvar?", None, None],
        ["select_one missing", "one", "Velg", "Vel", None, None],
        ["integer", "hours", "Timer", "Timar", None, "${name} = 'x' and ${where} != ''"],
        ["decimal", "share", "Andel", "Del", None, "${later} = '1'"],
    ]
    said = remarks(upload(world, kari, book(survey)))

    assert "lagres aldri sammen med svaret" in said[2][0]
    assert "Alle kan hoppes over" in said[3][0]
    assert "«geopoint» finnes ikke her" in said[4][0]
    assert "Lista «missing» finnes ikke" in said[5][0]
    assert "kan ikke tas med" in said[6][0]
    assert any("helt tall" in one for one in said[7])
    assert any("ikke står tidligere" in one for one in said[7])


def test_what_is_said_is_said_in_nynorsk_to_those_who_read_it(world, kari):
    kari.person.language = "nn"
    kari.person.save(update_fields=["language"])
    said = remarks(upload(world, kari, book([["text", "a", "Hei", "Hei", "yes", None]])))

    assert "Ingen spørsmål er obligatoriske her" in said[2][0]
    assert "hoppast over" in said[2][0]


def test_groups_become_parts_and_their_conditions_hold(world, kari):
    choices = [["yn", "yes", "Ja", "Ja"], ["yn", "no", "Nei", "Nei"]]
    survey = [
        ["begin_group", "a", "Først", "Fyrst", None, None],
        ["select_one yn", "tried", "Har dere prøvd?", "Har de prøvd?", None, None],
        ["end_group", None, None, None, None, None],
        ["begin group", "b", "Så", "Så", None, "${tried} = 'yes'"],
        ["note", "n", "Fortell.", "Fortel.", None, None],
        ["text", "how", "Hvordan gikk det?", "Korleis gjekk det?", None, "selected(${tried}, 'yes')"],
        ["end group", None, None, None, None, None],
    ]
    made = take_in(world, kari, book(survey, choices))
    parts = list(made.parts.all())

    assert [part.title.read("nn") for part in parts] == ["Fyrst", "Så"]
    assert parts[1].condition == {"item": "tried", "answers": ["yes"]}
    assert made.items.get(key="how").condition == {"item": "tried", "answers": ["yes"]}
    assert [item.kind for item in made.items.all()] == ["choice", "note", "text"]


def test_a_range_is_a_scale_or_a_number(world, kari):
    heads = {**HEADS, "survey": ["type", "name", "label", "parameters"]}
    survey = [["range", "a", "Kort", "start=1 end=6 step=1"], ["range", "b", "Lang", "start=0 end=100 step=10"]]
    made = take_in(world, kari, book(survey, heads=heads))
    first, second = made.items.all()

    assert (first.kind, len(first.steps)) == ("scale", 6)
    assert (second.kind, second.least, second.limit) == ("number", 0, 100)


def test_an_origin_that_nobody_here_knows_is_not_believed(world, kari):
    heads = {**HEADS, "survey": ["type", "name", "label", "sloyfe_origin"]}
    survey = [["text", "a", "Hei", "staff.C6"], ["text", "b", "Hopp", "some-other-town"]]
    made = take_in(world, kari, book(survey, heads=heads))

    assert made.items.get(key="a").origin == "staff.C6"
    assert len(made.items.get(key="b").origin) == 36


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "Fila er tom"),
        (b"%PDF-1.7", "ikke en XLSX-fil"),
        (b"PK\x03\x04" + b"x" * 400, "lar seg ikke åpne"),
        (b"PK" + b"\0" * (50 * 1024 * 1024), "større enn 5 MB"),
        (book([["start", "s", None, None, None, None]]), "ingen spørsmål"),
    ],
    ids=["empty", "another kind", "broken", "50 MB", "nothing to ask"],
)
def test_a_file_that_cannot_be_used_ends_in_a_sentence(world, kari, content: bytes, sentence: str):
    page = upload(world, kari, content)

    assert page.status_code == 422
    assert sentence in page.text
    assert not Instrument.objects.in_space(world.space).exists()


def test_a_small_file_that_unfolds_without_end_is_not_opened():
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as bomb:
        bomb.writestr("xl/worksheets/sheet1.xml", b"\0" * (60 * 1024 * 1024))
    with pytest.raises(BadForm, match="pakker seg ut"):
        read_book(file.getvalue())


def test_a_sheet_of_a_million_cells_is_not_read():
    cells = b"<row>" + b"<c><v>1</v></c>" * 16_000 + b"</row>"
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as wide:
        wide.writestr("xl/worksheets/sheet1.xml", cells * 60)
    with pytest.raises(BadForm, match="pakker seg ut"):
        read_book(file.getvalue())


def test_entities_that_unfold_without_end_are_a_sentence(world, kari):
    whole = io.BytesIO(book([["text", "a", "Hei", "Hei", None, None]]))
    file = io.BytesIO()
    bomb = '<!DOCTYPE x [<!ENTITY a0 "ha">' + "".join(f'<!ENTITY a{i} "{f"&a{i - 1};" * 10}">' for i in range(1, 12))
    with zipfile.ZipFile(whole) as told, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as made:
        for name in told.namelist():
            data = told.read(name)
            if name == "xl/workbook.xml":
                data = f"{bomb}]><workbook>&a11;</workbook>".encode()
            made.writestr(name, data)

    assert upload(world, kari, file.getvalue()).status_code == 422


def test_formulas_are_told_of_and_links_to_other_files_are_not_followed(world, kari):
    survey = [
        ["text", "a", '=WEBSERVICE("http://example.org")', "Hei", None, None],
        ["text", "b", "Hei", "Hei", None, None],
    ]
    said = remarks(upload(world, kari, book(survey)))

    assert "formel" in said[2][0]


def test_a_changed_or_old_yes_is_refused_and_nothing_is_made(world, kari):
    page = kari.client.post(world.url("sporreskjema/xlsform/"), {"read": "x" * 40, "audience": "staff"})

    assert page.status_code == 422
    assert "Velg den en gang til" in page.text
    assert not Item.objects.exists()


def test_only_those_who_build_take_in_and_out(world, kari, nils, siri, ute):
    instrument = every_kind(world, kari)
    for path in ("sporreskjema/xlsform/", f"sporreskjema/{instrument.pk}/regneark/"):
        statuses = [who.client.get(world.url(path)).status_code for who in (kari, nils, siri, ute)]
        assert statuses == [200, 403, 403, 404]
