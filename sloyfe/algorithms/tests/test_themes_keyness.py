"""Words that some write more than others: found where they are planted, silent where nothing is, never of a few."""

from math import log

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.comments import comments
from sloyfe.algorithms.themes import Concepts, keyness, keywords

CONCEPTS = Concepts([["lek", "leik"], ["leke", "leike"]])
AT_PLAY = {"play_and_exploration": 10.0, "transitions": 6.0}


def written(count: int, seed: int, weights: dict[str, float] | None = None) -> list[str]:
    return [comment.text for comment in comments(count, seed, weights=weights)]


def test_what_is_planted_is_found_in_both_standards_as_one_word():
    found = keywords(written(500, 2, AT_PLAY), written(1000, 300), CONCEPTS)

    assert found.words[0].concept in {"lek", "leke"}
    assert found.words[0].texts > 40
    assert found.holds >= 0.7
    assert all(word.z >= 2.58 and 0 < word.low < word.log_odds < word.high for word in found.words)
    assert [word.z for word in found.words] == sorted((word.z for word in found.words), reverse=True)


@pytest.mark.parametrize("seed", range(5))
def test_where_both_write_the_same_nothing_is_told(seed: int):
    assert keywords(written(300, seed), written(300, 100 + seed), CONCEPTS).words == ()


@pytest.mark.parametrize(("ours", "theirs"), [(9, 500), (500, 9), (0, 0)])
def test_under_ten_texts_on_either_side_nothing_is_told(ours: int, theirs: int):
    assert keywords(["Lek og lek"] * ours, ["Mat"] * theirs, CONCEPTS, least_holds=0).words == ()


def test_texts_that_say_nothing_do_not_make_ten():
    assert keywords(["skog"] * 9 + ["", "…", "og"], ["hav"] * 40, Concepts(), least_holds=0).words == ()
    assert keywords(["skog"] * 40, ["", "og det"] * 20, Concepts(), least_holds=0).words == ()


def test_the_ratio_is_the_one_of_the_paper():
    found = keywords(["skog"] * 30 + ["hav"] * 10, ["skog"] * 10 + ["hav"] * 30, Concepts(), least_holds=0)
    prior, in_all = 0.3 * 40 * 40 / 80, 40 + 0.3 * 40 + 1  # one of the others is added, so that nothing is all there is
    ours, theirs = 30 + prior, 10 + prior

    (word,) = found.words
    assert word.concept == "skog"
    assert word.log_odds == pytest.approx(log(ours / (in_all - ours)) - log(theirs / (in_all - theirs)), abs=1e-3)
    assert word.z == pytest.approx(word.log_odds / (1 / ours + 1 / theirs) ** 0.5, abs=1e-2)


def test_a_way_of_writing_that_few_share_is_not_shown():
    ours = ["barnehagen"] * 4 + ["barnehager"] * 4 + ["barnehagene"] * 4 + ["tur"] * 40
    found = keywords(ours, ["mat"] * 400, Concepts(), least_holds=0)

    assert {word.concept: word.written for word in found.words}["barnehage"] == "barnehage"


def test_four_texts_make_no_keyword_however_clear(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(keyness, "CLEAR", -1000.0)
    found = keywords(["skog"] * 4 + ["hav"] * 5 + ["tur"] * 8, ["tur"] * 40, Concepts(), least_holds=0)

    assert {word.concept for word in found.words} == {"hav", "tur"}


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.sampled_from(["skog", "hav", "fjell", "elv og skog", "dal", ""]), max_size=40),
    st.lists(st.sampled_from(["skog", "hav", "dal", ""]), max_size=40),
)
def test_no_keyword_is_of_fewer_than_five_texts_and_none_of_fewer_than_ten_in_all(ours: list[str], theirs: list[str]):
    found = keywords(ours, theirs, Concepts(), least_holds=0)

    assert not found.words or min(sum(map(bool, ours)), sum(map(bool, theirs))) >= 10
    for word in found.words:
        assert word.texts == sum(word.written in text.split() for text in ours)
        assert word.texts >= 5


def test_the_same_texts_give_the_same_table():
    ours, theirs = written(300, 2, AT_PLAY), written(300, 3)

    assert keywords(ours, theirs, CONCEPTS) == keywords(ours, theirs, CONCEPTS)
