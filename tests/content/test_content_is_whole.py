"""Every text we ship exists in both languages, is Norwegian of the right kind, and is our own."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.content.nynorsk import bokmal_in

ROOT = Path(__file__).resolve().parents[2]
SEEDS = ROOT.parent / "shared" / "seeds"
FILES = sorted((ROOT / "sloyfe").glob("**/content/**/*.toml"))

# Prioritising, never voting; and no sentence lifted from a source text.
FORBIDDEN = re.compile(r"avstemning|avstemming|stemme over|røyste over|flertallsvedtak", re.IGNORECASE)


def texts(table: Any, path: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Every table that holds a text, with the path that leads to it."""
    if isinstance(table, dict):
        if "nb" in table or "nn" in table:
            yield path, table
        for key, value in table.items():
            yield from texts(value, f"{path}.{key}")
    elif isinstance(table, list):
        for number, value in enumerate(table):
            yield from texts(value, f"{path}[{number}]")


def nynorsk_texts(table: Any, path: str = "") -> Iterator[tuple[str, str]]:
    """Every nynorsk text: under `nn`, or anything said in a table whose language is nynorsk."""
    for where, row in texts(table, path):
        yield where, row["nn"]
    yield from said_in_nynorsk(table, path)


def said_in_nynorsk(table: Any, path: str) -> Iterator[tuple[str, str]]:
    if isinstance(table, dict):
        if table.get("language") == "nn":
            said = (value for key, value in table.items() if key[0] == "L" or key == "text")
            yield from ((path, value) for value in said if isinstance(value, str))
        for key, value in table.items():
            yield from said_in_nynorsk(value, f"{path}.{key}")
    elif isinstance(table, list):
        for number, value in enumerate(table):
            yield from said_in_nynorsk(value, f"{path}[{number}]")


def lists_of_keyed(table: Any, path: str = "") -> Iterator[tuple[str, list[str]]]:
    """Every list whose members carry a key, with those keys."""
    if isinstance(table, dict):
        for key, value in table.items():
            yield from lists_of_keyed(value, f"{path}.{key}")
    elif isinstance(table, list):
        if table and all(isinstance(row, dict) and "key" in row for row in table):
            yield path, [row["key"] for row in table]
        for number, value in enumerate(table):
            yield from lists_of_keyed(value, f"{path}[{number}]")


def parsed(file: Path) -> dict[str, Any]:
    return tomllib.loads(file.read_text(encoding="utf-8"))


def named(file: Path) -> str:
    return str(file.relative_to(ROOT))


each_file = pytest.mark.parametrize("file", FILES, ids=named)


def test_there_is_content_to_look_at() -> None:
    assert len(FILES) >= 8


@each_file
def test_every_text_is_there_in_both_languages(file: Path) -> None:
    lacking = [
        f"{path}: {language}"
        for path, table in texts(parsed(file))
        for language in ("nb", "nn")
        if not str(table.get(language, "")).strip()
    ]
    assert lacking == []


@each_file
def test_keys_are_unique_where_they_stand(file: Path) -> None:
    doubled = {path: keys for path, keys in lists_of_keyed(parsed(file)) if len(keys) != len(set(keys))}
    assert doubled == {}


@each_file
def test_nothing_is_put_to_a_vote(file: Path) -> None:
    assert FORBIDDEN.findall(file.read_text(encoding="utf-8")) == []


@each_file
def test_the_nynorsk_holds_no_bokmal(file: Path) -> None:
    wrong = [f"{path}: {word}" for path, text in nynorsk_texts(parsed(file)) for word in bokmal_in(text)]
    assert wrong == []


@each_file
def test_placeholders_are_the_same_in_both_languages(file: Path) -> None:
    differing = [
        path
        for path, table in texts(parsed(file))
        if sorted(re.findall(r"\{\w+\}", table["nb"])) != sorted(re.findall(r"\{\w+\}", table["nn"]))
    ]
    assert differing == []


def runs_of_words(text: str, length: int) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", text.lower())
    return {tuple(words[start : start + length]) for start in range(len(words) - length + 1)}


def test_no_sentence_comes_from_a_source_text() -> None:
    if not SEEDS.is_dir():
        pytest.skip("NOT COMPARED: ../shared/seeds is not here, so copied sentences would go unseen")
    ours = {run for file in FILES for run in runs_of_words(file.read_text(encoding="utf-8"), 7)}
    sources = [seed.read_text(encoding="utf-8") for seed in SEEDS.glob("*.txt")]
    theirs = {run for source in sources for run in runs_of_words(source, 7)}
    assert theirs
    assert ours & theirs == set()
