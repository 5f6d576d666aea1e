"""The nynorsk catalogues are nynorsk, and say as much as the bokmål they stand for."""

import re
from pathlib import Path

import polib
import pytest

from tests.content.nynorsk import bokmal_in

ROOT = Path(__file__).resolve().parents[2]
CATALOGUES = sorted((ROOT / "sloyfe").glob("**/locale/nn/LC_MESSAGES/django.po"))
# Column headings of the national registers keep their own spelling: ErSkole, AntallAnsatte.
REGISTER_WORD = re.compile(r"\b[A-ZÆØÅ][a-zæøå]+[A-ZÆØÅ]\w*")
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|\{\w*\}|%s|%d|https?://\S+")

each_catalogue = pytest.mark.parametrize("file", CATALOGUES, ids=lambda file: str(file.relative_to(ROOT)))


def said(entry: polib.POEntry) -> list[tuple[str, str]]:
    """The bokmål and the nynorsk of an entry, once for each number."""
    if entry.msgid_plural:
        return [
            (entry.msgid if number == 0 else entry.msgid_plural, text) for number, text in entry.msgstr_plural.items()
        ]
    return [(entry.msgid, entry.msgstr)]


def all_said(file: Path) -> list[tuple[str, str]]:
    return [pair for entry in polib.pofile(str(file)) if not entry.obsolete for pair in said(entry)]


def test_there_are_catalogues_to_look_at():
    assert CATALOGUES


@each_catalogue
def test_the_nynorsk_holds_no_bokmal(file: Path):
    wrong = [(word, nn) for _, nn in all_said(file) for word in bokmal_in(REGISTER_WORD.sub("", nn))]
    assert wrong == []


@each_catalogue
def test_nothing_is_empty_or_doubtful(file: Path):
    assert [nb for nb, nn in all_said(file) if not nn.strip()] == []
    assert [entry.msgid for entry in polib.pofile(str(file)) if entry.fuzzy] == []


@each_catalogue
def test_placeholders_survive(file: Path):
    lost = [(nb, nn) for nb, nn in all_said(file) if sorted(PLACEHOLDER.findall(nb)) != sorted(PLACEHOLDER.findall(nn))]
    assert lost == []


@each_catalogue
def test_a_sentence_ends_as_it_did(file: Path):
    differing = [(nb, nn) for nb, nn in all_said(file) if nn and nb[-1] in ".?!:…" and nb[-1] != nn[-1]]
    assert differing == []


def test_one_bokmal_sentence_has_one_nynorsk_sentence():
    """The same words in two apps are said the same way, or the reader thinks that they mean two things."""
    told: dict[str, set[str]] = {}
    for file in CATALOGUES:
        for entry in polib.pofile(str(file)):
            if not entry.obsolete and not entry.msgctxt and not entry.msgid_plural:
                for nb, nn in said(entry):
                    told.setdefault(nb, set()).add(nn)
    assert {nb: nn for nb, nn in told.items() if len(nn) > 1} == {}
