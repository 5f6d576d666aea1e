"""Which language a text is in, and where one goes over into another."""

import lzma
from pathlib import Path

import pytest

from sloyfe.algorithms.languages import languages_of_lines, spoken_language

DATA = Path(__file__).resolve().parents[4] / "shared" / "data" / "text"
NB = "Dere skal ikke gjøre dette alene, men sammen med de ansatte."
NN = "De skal ikkje gjere dette åleine, men saman med dei tilsette."
SE = "Mii galgat bargat ovttas skuvllain ja mánáidgárddiin dán jagi."


@pytest.mark.parametrize(("text", "language"), [(NB, "nb"), (NN, "nn"), (SE, "se")])
def test_a_sentence_says_its_language(text, language):
    guess = spoken_language(text)

    assert (guess.language, guess.sure) == (language, True)


@pytest.mark.parametrize("text", ["", "2026", "Oslo", "Plan, plan, plan."])
def test_what_says_nothing_is_not_guessed(text):
    assert not spoken_language(text).sure


def test_lines_without_evidence_go_with_their_neighbours():
    lines = [NB, "Plan", NB, "[tag]", "Plan", NN, "2026", NN]

    assert languages_of_lines(lines, likely={3}) == ("nb", "nb", "nb", "nn", "nn", "nn", "nn", "nn")
    assert languages_of_lines(["2026", "Oslo"]) == ("", "")
    assert languages_of_lines([]) == ()


def test_one_word_of_another_language_changes_nothing():
    assert languages_of_lines([NN, "Beskrivelse", NN]) == ("nn", "nn", "nn")


@pytest.mark.parametrize(("name", "language"), [("bokmaal", "nb"), ("nynorsk", "nn")])
def test_four_sentences_of_a_treebank_are_nearly_always_known(name, language):
    path = DATA / f"no_{name}-ud-test.conllu.xz"
    if not path.exists():
        pytest.skip("NOT MEASURED: ../shared/data/text is not here, so no treebank was read")
    with lzma.open(path, "rt", encoding="utf-8") as file:
        sentences = [line[9:] for line in file if line.startswith("# text = ")]
    passages = [" ".join(sentences[at : at + 4]) for at in range(0, len(sentences), 4)]
    guesses = [spoken_language(passage) for passage in passages]

    assert sum(guess.language == language for guess in guesses) / len(guesses) > 0.95
    assert sum(guess.sure and guess.language != language for guess in guesses) / len(guesses) < 0.01
