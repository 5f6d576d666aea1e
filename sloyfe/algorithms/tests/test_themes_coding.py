"""Codes are suggested by words at first and then by what people confirmed; themes only where enough wrote."""

from functools import lru_cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.comments import comments
from sloyfe.algorithms.themes import Coder, Concepts, areas, themes

CONCEPTS = Concepts([["skole", "skule"], ["lek", "leik"], ["leke", "leike"]])
WORDS = {key: area.words for key, area in areas().items()}


@lru_cache(1)
def unlearnt() -> Coder:
    return Coder(WORDS, CONCEPTS)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Foreldrene vet for lite", "home_cooperation"),
        ("Føresette veit for lite", "home_cooperation"),
        ("Mobbing i friminuttet, særlig erting", "safety"),
        ("Overgangane frå barnehage til skule", "transitions"),
        ("Leikemiljøet ute", "play_and_exploration"),
    ],
)
def test_before_anything_is_coded_the_words_of_an_area_suggest_it(text: str, code: str):
    assert code in {suggestion.code for suggestion in unlearnt().suggestions(text)}


@pytest.mark.parametrize("text", ["", "Vet ikke", "Bra", "🙂"])
def test_what_says_nothing_gets_no_code(text: str):
    assert unlearnt().suggestions(text) == ()


def test_what_a_person_confirms_is_learnt_and_can_go_against_the_words():
    coded = [(f"Vi liker skjermen i hall {number}", ["hall"]) for number in range(15)]
    coded += [(f"Foreldrene i gate {number}", ["home_cooperation"]) for number in range(15)]
    learnt = Coder(WORDS, CONCEPTS, coded)

    assert "digital_judgement" in {one.code for one in unlearnt().suggestions("Skjermen er fin")}
    assert [one.code for one in learnt.suggestions("Skjermen er fin")] == ["hall"]


def test_after_a_hundred_coded_four_in_five_suggestions_are_accepted():
    drawn = comments(1000, 11)
    coder = Coder(WORDS, CONCEPTS, [(one.text, one.codes) for one in drawn[:100]])
    told = [(one.codes, suggestion.code) for one in drawn[100:] for suggestion in coder.suggestions(one.text)]

    assert len(told) > 450
    assert sum(code in codes for codes, code in told) / len(told) >= 0.8


def test_the_same_coding_gives_the_same_suggestions_in_any_order_of_codes():
    coded = [(one.text, one.codes) for one in comments(60, 3)]
    one, other = Coder(WORDS, CONCEPTS, coded), Coder(WORDS, CONCEPTS, coded)

    assert one.suggestions("Mer lek i skogen") == other.suggestions("Mer lek i skogen")


def test_each_area_has_words_in_both_standards_and_no_word_in_two():
    every = [word for area in areas().values() for word in area.words]

    assert len(every) == len(set(every))
    assert all(area.nb and area.nn and len(area.words) >= 8 for area in areas().values())


@settings(max_examples=40, deadline=None)
@given(
    st.integers(min_value=0, max_value=140),
    st.lists(st.sampled_from(["Mobbing", "Foreldrene", "Lek ute", "Bra", "", "KI og skjerm"]), min_size=1, max_size=6),
)
def test_no_themes_under_a_hundred_texts_and_none_of_fewer_than_ten(count: int, said: list[str]):
    texts = [said[number % len(said)] if number % 7 else said[0] for number in range(count)]
    found = themes(texts, unlearnt())

    assert not found or sum(bool(text) for text in texts) >= 100
    assert all(len(theme.texts) >= 10 and len(set(theme.texts)) == len(theme.texts) for theme in found)
    assert all(theme.texts and texts[number] for theme in found for number in theme.texts)


def test_a_hundred_texts_have_themes_the_largest_first():
    texts = ["Mobbing i gangen"] * 60 + ["Foreldrene vet for lite"] * 40

    assert [(theme.code, len(theme.texts)) for theme in themes(texts, unlearnt())] == [
        ("safety", 60),
        ("home_cooperation", 40),
    ]
    assert themes(texts[:-1], unlearnt()) == ()


def test_nine_texts_are_no_theme():
    texts = ["Mobbing i gangen"] * 91 + ["Foreldrene vet for lite"] * 9

    assert [theme.code for theme in themes(texts, unlearnt())] == ["safety"]
