"""A word is one concept in all its forms, in both standards."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sloyfe.algorithms.languages.lemmas import lemma
from sloyfe.algorithms.languages.twins import bokmaal_of
from sloyfe.algorithms.themes import Concepts

CONCEPTS = Concepts(
    [["skole", "skule"], ["eier", "eigar"], ["ansatt", "tilsett"], ["enhet", "eining"], ["medvirkning", "medverknad"]]
)
SAME = [
    ("Barnehagene trenger tid", "Barnehagane treng tid", "barnehage"),
    ("Barnehager i nettverk", "Barnehagar i nettverk", "barnehage"),
    ("Flere lærere bør samarbeide", "Fleire lærarar bør samarbeide", "lærer"),
    ("Hverdagen er hektisk", "Kvardagen er hektisk", "hverdag"),
    ("Skolen må ha en felles oppgave", "Skulen må ha ei felles oppgåve", "skole"),
]


@pytest.mark.parametrize(("nb", "nn", "concept"), SAME)
def test_a_word_is_one_concept_in_both_standards(nb: str, nn: str, concept: str):
    assert concept in {name for _word, name in CONCEPTS.of(nb)}
    assert concept in {name for _word, name in CONCEPTS.of(nn)}


@pytest.mark.parametrize(
    ("one", "other"),
    [("skoleeierne", "skuleeigarane"), ("medvirkning", "medverknad"), ("ansatte", "tilsette"), ("enheten", "eininga")],
)
def test_twins_and_their_compounds_meet(one: str, other: str):
    assert CONCEPTS.name(one, "nb") == CONCEPTS.name(other, "nn")


@pytest.mark.parametrize(("one", "other"), [("lek", "lekse"), ("møte", "mote"), ("leser", "leder"), ("time", "tid")])
def test_words_that_only_look_alike_stay_apart(one: str, other: str):
    assert CONCEPTS.name(one, "nb") != CONCEPTS.name(other, "nb")


def test_what_holds_a_sentence_together_says_nothing():
    assert [*CONCEPTS.of("Det er ikkje så at vi har det, men …")] == []


def test_a_lemma_is_looked_for_in_the_other_standard_where_its_own_does_not_know_it():
    assert lemma("barnehagane", "nb") == "barnehage"
    assert bokmaal_of("barnehage") == "barnehage"


@given(st.text())
def test_any_text_gives_words_that_it_has(text: str):
    assert all(word in text.lower() or not text.isascii() for word, _name in CONCEPTS.of(text))
