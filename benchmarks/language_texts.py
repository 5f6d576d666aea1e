"""Texts whose language is known: our own in both standards, Django's catalogues, and a treebank in a folder."""

import json
import lzma
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import django
import polib

ROOT = Path(__file__).resolve().parents[1]
TREEBANK_TESTS = ROOT.parent / "shared" / "data" / "text"
UD_NAMES = {"nb": "bokmaal", "nn": "nynorsk"}
FILLED_IN = re.compile(r"%\(\w+\)[sd]|%[sd]|\{[^}]*\}|<[^>]+>")
BOTH = re.compile(r"nb: (.*)\|nn: (.*)", re.DOTALL)
Labelled = list[tuple[str, str]]


def own_pairs() -> list[tuple[str, str]]:
    """Bokmål and nynorsk of the same, from catalogues and content of this repository."""
    found = [pair for path in sorted(ROOT.glob("sloyfe/**/nn/LC_MESSAGES/*.po")) for pair in _of_catalogue(path)]
    for path in sorted(ROOT.glob("sloyfe/**/*.toml")):
        found += _of_tree(tomllib.loads(path.read_text(encoding="utf-8")))
    for path in sorted(ROOT.glob("sloyfe/**/content/*.json")):
        found += _of_tree(json.loads(path.read_text(encoding="utf-8")))
    cleaned = {(FILLED_IN.sub(" ", nb), FILLED_IN.sub(" ", nn)) for nb, nn in found}
    return sorted(cleaned)


def labelled(pairs: list[tuple[str, str]]) -> Labelled:
    """Each text once in each language."""
    return [(nb, "nb") for nb in sorted({nb for nb, _nn in pairs})] + [
        (nn, "nn") for nn in sorted({nn for _nb, nn in pairs})
    ]


def of_django() -> Labelled:
    """Django's own catalogues (BSD)."""
    found: set[tuple[str, str]] = set()
    for language in UD_NAMES:
        for path in Path(django.__path__[0]).glob(f"**/locale/{language}/LC_MESSAGES/*.po"):
            for entry in polib.pofile(str(path)).translated_entries():
                said = [entry.msgstr, *entry.msgstr_plural.values()]
                found |= {(FILLED_IN.sub(" ", one), language) for one in said if one}
    return sorted(found)


def of_treebank(folder: Path) -> dict[str, Labelled]:
    """The sentences of the Norwegian Dependency Treebank by file; the folder holds `nob` and `nno`."""
    return {
        path.stem: [(sentence, language) for sentence in _sentences(path)]
        for name, language in (("nob", "nb"), ("nno", "nn"))
        for path in sorted((folder / name).glob("*.conll"))
    }


def of_tests(part: str) -> list[tuple[str, str, int]]:
    """Text, language and number of words, of a part of the Universal Dependencies treebanks."""
    found = []
    for language, name in UD_NAMES.items():
        with lzma.open(TREEBANK_TESTS / f"no_{name}-ud-{part}.conllu.xz", "rt", encoding="utf-8") as file:
            for block in file.read().split("\n\n"):
                lines = block.splitlines()
                text = next((line[9:] for line in lines if line.startswith("# text = ")), "")
                rows = (line.split("\t") for line in lines if line[:1].isdigit())
                if text:
                    found.append((text, language, sum(row[0].isdigit() and row[3] != "PUNCT" for row in rows)))
    return found


def _of_catalogue(path: Path) -> Iterator[tuple[str, str]]:
    for entry in polib.pofile(str(path)).translated_entries():
        if entry.msgstr_plural:
            yield entry.msgid, entry.msgstr_plural[0]
            yield entry.msgid_plural, entry.msgstr_plural[1]
        else:
            yield entry.msgid, entry.msgstr


def _of_tree(tree: Any) -> Iterator[tuple[str, str]]:
    if isinstance(tree, str) and (both := BOTH.fullmatch(tree)):
        yield both[1], both[2]
    elif isinstance(tree, list):
        for each in tree:
            yield from _of_tree(each)
    elif isinstance(tree, dict):
        if isinstance(tree.get("nb"), str) and isinstance(tree.get("nn"), str):
            yield tree["nb"], tree["nn"]
        for each in tree.values():
            yield from _of_tree(each)


def _sentences(path: Path) -> Iterator[str]:
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        words = [row[1] for line in block.splitlines() if len(row := line.split("\t")) > 1]
        if words:
            yield " ".join(words)
