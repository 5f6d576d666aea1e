"""Parts of a questionnaire, and questions that hang on others."""

import pytest
from django.utils import timezone

from conftest import Member, World
from sloyfe.surveys.actions import asking, hanging, parting
from sloyfe.surveys.models import Instrument, Item, Part
from sloyfe.surveys.tests.forms import every_kind, text


@pytest.fixture
def instrument(world: World, kari: Member) -> Instrument:
    return every_kind(world, kari)


def at(instrument: Instrument, rest: str = "") -> str:
    return f"/p/{instrument.space.slug}/sporreskjema/{instrument.pk}/{rest}"


def last(instrument: Instrument) -> Item:
    return instrument.items.get(wording__nb="Hvorfor?")


def test_the_page_asks_which_earlier_question_and_which_answers(kari, instrument):
    row = instrument.items.get(key="E4")
    page = kari.client.get(at(instrument, f"punkter/{row.pk}/vilkar/"), {"etter": "E3"}).text

    assert "Her er det trygt." in page
    assert "Rekkefølge?" not in page
    assert [word in page for word in ("Mer tid", "Mer ro", "Vet ikke")] == [True] * 3


def test_a_question_is_hung_on_answers_and_taken_down_again(kari, instrument):
    row = instrument.items.get(key="E4")
    url = at(instrument, f"punkter/{row.pk}/vilkar/")
    kari.client.post(url, {"item": "E3", "answers": ["time", "help"], "version": "1"})
    row.refresh_from_db()
    assert row.condition == {"item": "E3", "answers": ["time", "help"]}
    assert "Vises bare etter visse svar på «Ett?»" in kari.client.get(at(instrument)).text

    kari.client.post(url, {"drop": "1", "version": str(row.version)})
    row.refresh_from_db()
    assert row.condition is None


def test_a_condition_without_answers_is_refused(kari, instrument):
    row = instrument.items.get(key="E4")
    page = kari.client.post(at(instrument, f"punkter/{row.pk}/vilkar/"), {"item": "E3", "version": "1"})

    assert page.status_code == 422
    assert "Velg minst ett svar" in page.text


def test_what_others_hang_on_is_not_taken_out(kari, instrument):
    row = instrument.items.get(key="E1")
    page = kari.client.post(at(instrument, f"punkter/{row.pk}/fjerning/"))
    row.refresh_from_db()

    assert page.status_code == 409
    assert "«Hvorfor?» vises bare etter visse svar på «Her er det trygt.»" in page.text
    assert row.position is not None


def test_what_others_hang_on_is_not_moved_behind_them(kari, instrument):
    row = instrument.items.get(key="E1")
    hanging.set_condition(instrument.items.get(key="E2"), "E1", ["5"], version=1, by=kari.person, at=timezone.now())
    page = kari.client.post(at(instrument, f"punkter/{row.pk}/flytting/"), {"direction": "down"})

    assert page.status_code == 409
    assert "må derfor stå etter det" in page.text


def test_an_answer_that_opens_something_is_not_taken_away(kari, instrument):
    row = instrument.items.get(key="E3")
    sent = {"wording_nb": "Ett?", "wording_nn": "Ett?", "section": "D1", "kind": "choice", "version": "1"}
    sent |= {"options_nb": "Mer hjelp\nMer ro", "options_nn": "Meir hjelp\nMeir ro", "dont_know": "on"}
    page = kari.client.post(at(instrument, f"punkter/{row.pk}/"), sent)

    assert page.status_code == 409
    assert "som da ikke finnes" in page.text
    assert "Mer ro" in page.text


def test_a_choice_keeps_its_key_wherever_it_stands(kari, instrument):
    row = instrument.items.get(key="E4")
    sent = {"wording_nb": "Flere?", "wording_nn": "Flere?", "section": "D1", "kind": "choices", "version": "1"}
    sent |= {"options_nb": "Mer ro\nNoe nytt\nMer tid", "options_nn": "Meir ro\nNoko nytt\nMeir tid"}
    kari.client.post(at(instrument, f"punkter/{row.pk}/"), sent)
    row.refresh_from_db()

    assert [option["key"] for option in row.options] == ["calm", "help", "time"]


def test_parts_are_added_renamed_moved_and_an_empty_one_taken_out_and_put_back(kari, instrument):
    kari.client.post(at(instrument, "deler/"), {"title_nb": "Tid", "title_nn": "Tid"})
    part = instrument.parts.get(key="D3")
    kari.client.post(at(instrument, f"deler/{part.pk}/"), {"title_nb": "Ro", "title_nn": "Ro", "version": "1"})
    kari.client.post(at(instrument, f"deler/{part.pk}/flytting/"), {"direction": "up"})
    assert [row.title.read("nb") for row in instrument.parts.all()] == ["Spørsmål", "Ro", "Mer"]

    kari.client.post(at(instrument, f"deler/{part.pk}/fjerning/"))
    assert Part.objects.get(pk=part.pk).position is None
    assert "Sett inn igjen" in kari.client.get(at(instrument)).text

    kari.client.post(at(instrument, f"deler/{part.pk}/fjerning/"), {"out": "0"})
    assert Part.objects.get(pk=part.pk).position is not None


def test_a_part_with_questions_is_not_taken_out(kari, instrument):
    part = instrument.parts.get(key="D1")
    page = kari.client.post(at(instrument, f"deler/{part.pk}/fjerning/"))

    assert page.status_code == 409
    assert "Delen har spørsmål" in page.text


def test_a_part_is_not_moved_before_what_it_hangs_on(kari, instrument):
    part = instrument.parts.get(key="D2")
    page = kari.client.post(at(instrument, f"deler/{part.pk}/flytting/"), {"direction": "up"})

    assert page.status_code == 409
    assert "«Mer» vises bare etter visse svar" in page.text


def test_a_question_put_back_brings_its_part_along(kari, instrument):
    by, now = kari.person, timezone.now()
    row, part = last(instrument), instrument.parts.get(key="D2")
    asking.remove_item(row, by=by, at=now)
    parting.remove_part(part, by=by, at=now)
    asking.restore_item(row, by=by, at=now)
    part.refresh_from_db()

    assert part.position is not None
    assert last(instrument).position is not None


def test_two_who_rename_one_part_see_both_names(kari, instrument):
    part = instrument.parts.get(key="D1")
    url = at(instrument, f"deler/{part.pk}/")
    kari.client.post(url, {"title_nb": "Først", "version": "1"})
    page = kari.client.post(url, {"title_nb": "Sist", "version": "1"})

    assert page.status_code == 409
    assert [word in page.text for word in ("Først", "Sist")] == [True, True]


def test_the_page_costs_the_same_with_more_questions(kari, instrument, django_assert_max_num_queries):
    told = {"section": "D1", "by": kari.person, "at": timezone.now()}
    for _nth in range(3):
        asking.add_item(instrument, kind="text", wording=text("Mer?"), **told)
    with django_assert_max_num_queries(12):
        assert kari.client.get(at(instrument)).status_code == 200


def test_two_who_edit_the_choices_of_one_question_read_them_as_words(kari, instrument):
    row = instrument.items.get(key="E4")
    url = at(instrument, f"punkter/{row.pk}/")
    sent = {"wording_nb": "Flere?", "wording_nn": "Flere?", "section": "D1", "kind": "choices", "version": "1"}
    kari.client.post(url, sent | {"options_nb": "Mer ro\nMer tid", "options_nn": "Meir ro\nMeir tid"})
    page = kari.client.post(url, sent | {"options_nb": "Mer ro\nMer luft", "options_nn": "Meir ro\nMeir luft"})

    assert page.status_code == 409
    assert "made_from" not in page.text
    assert [word in page.text for word in ("tid", "luft")] == [True, True]
