"""Every kind of answer: what is taken, what is refused in a sentence, and what is passed over."""

import pytest
from django.http import QueryDict

from conftest import World
from sloyfe.surveys import drafting
from sloyfe.surveys.drawing import draw
from sloyfe.surveys.filling import fill, typed
from sloyfe.surveys.sealing import envelope_size
from sloyfe.surveys.sheet import Sheet
from sloyfe.surveys.tests.forms import every_kind


@pytest.fixture
def sheet(world: World, kari) -> Sheet:
    instrument = every_kind(world, kari)
    return drafting.compose(instrument, [(item, "") for item in instrument.items.all()])


def sent(**fields: str | list[str]) -> QueryDict:
    query = QueryDict(mutable=True)
    for name, value in fields.items():
        query.setlist(name.replace("__", "."), [value] if isinstance(value, str) else value)
    return query


def test_each_kind_gives_the_value_that_its_figures_are_counted_from(sheet):
    places = {"E5__time": "2", "E5__help": "1", "E5__calm": "3"}
    words = {"E7": "Kort\r\nog godt", "E8": "to   ord"}
    filled = fill(sheet, sent(E1="4", E2="3", E3="help", E4=["calm", "time"], E6=" 12 ", **places, **words))

    assert filled.errors == {}
    assert filled.answers == {
        "E1": 4,
        "E2": 3,
        "E3": "help",
        "E4": ["time", "calm"],
        "E5": ["help", "time", "calm"],
        "E6": 12,
        "E7": "Kort\nog godt",
        "E8": "to ord",
    }


def test_a_scale_takes_no_step_that_it_does_not_have(sheet):
    assert fill(sheet, sent(E1="6", E2="4")).answers == {}


def test_not_knowing_stands_alone_and_only_where_it_may_be_said(sheet):
    filled = fill(sheet, sent(E1="dk", E2="dk", E3="dk", E4="dk", E5__dk="dk", E6__dk="dk"))

    assert filled.answers == {"E1": "dk", "E3": "dk", "E5": "dk"}


def test_two_options_on_one_place_are_named(sheet):
    errors = fill(sheet, sent(E5__time="1", E5__help="1", E5__calm="3")).errors

    assert errors == {"E5": "«Mer tid» og «Mer hjelp» har begge fått plass 1. Gi dem hver sin."}


def test_a_ranking_is_whole_or_not_given(sheet):
    assert fill(sheet, sent(E5__time="1")).errors == {"E5": "Du har delt ut 1 av 3 plasser. Del ut alle, eller ingen."}
    assert fill(sheet, sent(E5__time="")).errors == {}


def test_a_ranking_and_not_knowing_at_once_is_asked_about(sheet):
    filled = fill(sheet, sent(E5__time="1", E5__help="2", E5__calm="3", E5__dk="dk"))

    assert "både svart og krysset av" in filled.errors["E5"]


@pytest.mark.parametrize("words", ["0", "41", "to", "1.5", "٣", "9" * 5000])
def test_a_number_outside_its_limits_is_refused_with_the_limits(sheet, words):
    assert fill(sheet, sent(E6=words)).errors == {"E6": "Skriv et helt tall fra 1 til 40."}


def test_a_note_is_never_answered(sheet):
    assert fill(sheet, sent(E9="hei")).answers == {}
    assert "E9" not in {question.key for question in sheet.questions}


def test_an_answer_to_what_was_not_asked_is_dropped(sheet):
    key = sheet.sections[1].questions[0].key
    late = {key: "Fordi"}

    assert key not in fill(sheet, sent(E1="4", E3="help", **late)).answers
    assert key not in fill(sheet, sent(E1="2", E3="time", **late)).answers
    assert fill(sheet, sent(E1="4", E3="time", **late)).answers[key] == "Fordi"
    assert fill(sheet, sent(E1="4", E3="dk", **late)).answers[key] == "Fordi"


def test_what_is_wrong_in_what_was_not_asked_does_not_stop_anybody(sheet):
    key = sheet.sections[1].questions[0].key

    assert fill(sheet, sent(E1="1", **{key: "x" * 5000})).errors == {}


def test_what_was_typed_stands_there_again(sheet):
    again = sent(E3="help", E4=["calm"], E5__time="2", E5__help="2", E6="mange", E7="Ord")
    drawn = draw(sheet, "nb", values=typed(sheet, again), errors=fill(sheet, again).errors)
    questions = {one.key: one for section in drawn.sections for block in section.blocks for one in block.questions}

    assert questions["E3"].ticked == ["Mer hjelp"]
    assert questions["E4"].ticked == ["Mer ro"]
    assert [box.place for box in questions["E5"].boxes] == ["2", "2", ""]
    assert (questions["E6"].words, questions["E7"].words) == ("mange", "Ord")
    assert {one.key for one in drawn.errors} == {"E5", "E6"}


def test_a_kept_answer_is_drawn_as_it_was_given(sheet):
    drawn = draw(sheet, "nn", values={"E1": 4, "E2": 3, "E5": ["calm", "time", "help"], "E6": 12, "E3": "dk"})
    questions = {one.key: one for section in drawn.sections for block in section.blocks for one in block.questions}

    assert [box.label for box in questions["E5"].ranked] == ["Meir ro", "Meir tid", "Meir hjelp"]
    assert questions["E1"].ticked == ["I stor grad"]
    assert (questions["E6"].words, questions["E6"].unit) == ("12", "timar")
    assert questions["E3"].ticked == ["Veit ikkje"]


def test_statements_on_the_same_scale_stand_together_and_pairs_side_by_side(sheet):
    blocks = draw(sheet, "nb").sections[0].blocks
    matrices = [(len(block.questions), block.pair, len(block.scale)) for block in blocks if block.is_matrix]

    assert matrices == [(1, False, 5), (1, False, 3), (2, True, 5)]


def test_whom_a_question_is_for_is_said_in_words(sheet):
    part = draw(sheet, "nb").sections[1]

    assert part.only.sentence == "Svar bare hvis du svarte «Mer tid» eller «Vet ikke» på «Ett?»"
    assert part.blocks[0].questions[0].only.answers == "4 5"


def test_a_sheet_reads_back_as_it_was_written_and_an_old_one_as_it_was_meant(sheet):
    told = sheet.to_json()
    assert Sheet.from_json(told) == sheet

    for section in told["sections"]:
        del section["condition"]
        for question in section["questions"]:
            for name in ("steps", "dont_know", "least", "unit", "help", "one_line", "pair", "condition"):
                del question[name]
    old = Sheet.from_json(told)
    assert [len(question.steps) for question in old.questions if question.kind == "scale"] == [5, 5, 5, 5]
    assert {question.dont_know for question in old.questions if question.kind == "scale"} == {True}
    assert {question.dont_know for question in old.questions if question.kind != "scale"} == {False}


def test_the_largest_answer_fits_its_envelope(sheet):
    words = {question.key: "😀" * question.most for question in sheet.questions if question.kind == "text"}
    filled = fill(
        sheet, sent(E1="4", E3="time", E4=["time", "help"], E5__time="1", E5__help="2", E5__calm="3", **words)
    )

    assert len(str(filled.answers).encode()) < envelope_size(sheet)
