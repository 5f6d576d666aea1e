"""Bokmål or nynorsk measured on treebank sentences, by length, beside what can be known at all."""

import re
import time
from argparse import Namespace
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from simplemma import is_known

from benchmarks.language_texts import TREEBANK_TESTS, of_tests, own_pairs
from sloyfe.algorithms.languages import scores, standard

BUCKETS = {"all": (0, 10**6), "1–4": (1, 4), "5–9": (5, 9), "10–19": (10, 19), "20+": (20, 10**6), "10+": (10, 10**6)}
# For scale, on the same sentences: all, 1–4, 5–9, 10–19, 20+.
ELSEWHERE = {"py3langid 0.4.0": (91.8, 68, 91, 95, 97), "lingua 2.1.1": (91.5, 76, 89, 94, 96)}
WORD = re.compile(r"[^\W\d_]+")
Sentence = tuple[str, str, int]


def languages(_options: Namespace) -> dict[str, Any]:
    """On the test part of Universal Dependencies, which nothing was learnt from."""
    if not TREEBANK_TESTS.exists():
        raise SystemExit("NOT MEASURED: ../shared/data/text is not here")
    sentences = of_tests("test")
    began = time.process_time()
    ours = by_length(sentences, lambda text: standard(text).language)
    spent = time.process_time() - began
    rows: dict[str, Any] = {
        "ours": ours,
        "ours, sure of": where_sure(sentences),
        "lists of words": by_length(sentences, _by_lists),
        "has a word of its own": told_by_a_word(sentences),
    }
    different = [(nb, nn) for nb, nn in own_pairs() if nb != nn]
    same = [standard(nb).language == "nb" for nb, _nn in different]
    same += [standard(nn).language == "nn" for _nb, nn in different]
    found = {
        "test": rows,
        "CPU ms a sentence": round(1000 * spent / len(sentences), 3),
        "our own texts, which were learnt from": round(100 * sum(same) / len(same), 1),
        "elsewhere, on test": ELSEWHERE,
    }
    return {**found, "lines": [*_lines(found)]}


def by_length(sentences: Sequence[Sentence], guess: Callable[[str], str]) -> dict[str, tuple[float, int]]:
    """Per cent right and how many, for each bucket of words."""
    right = [(guess(text) == language, words) for text, language, words in sentences]
    return {
        name: _share([hit for hit, words in right if low <= words <= high]) for name, (low, high) in BUCKETS.items()
    }


def where_sure(sentences: Sequence[Sentence]) -> dict[str, tuple[float, float]]:
    """Per cent that it is sure of, and per cent right of those."""
    told = [(standard(text), language, words) for text, language, words in sentences]
    found = {}
    for name, (low, high) in BUCKETS.items():
        here = [(leaning, language) for leaning, language, words in told if low <= words <= high]
        sure = [leaning.language == language for leaning, language in here if leaning.sure]
        found[name] = (round(100 * len(sure) / max(1, len(here)), 1), _share(sure)[0])
    return found


def told_by_a_word(sentences: Sequence[Sentence]) -> dict[str, tuple[float, int]]:
    """Per cent with a word that only the dictionary of their own standard has: the rest lean on what is more usual."""
    told = [
        (any(_only(word, language) for word in WORD.findall(text.lower())), words)
        for text, language, words in sentences
    ]
    return _in_buckets(told)


def _in_buckets(told: Sequence[tuple[bool, int]]) -> dict[str, tuple[float, int]]:
    return {name: _share([hit for hit, words in told if low <= words <= high]) for name, (low, high) in BUCKETS.items()}


def _only(word: str, language: str) -> bool:
    return bool(is_known(word, lang=language)) and not is_known(word, lang="nn" if language == "nb" else "nb")


def _by_lists(text: str) -> str:
    found = scores(text)
    return "nn" if found["nn"] > found["nb"] else "nb"


def _share(hits: Sequence[bool]) -> tuple[float, int]:
    return round(100 * sum(hits) / max(1, len(hits)), 2), len(hits)


def _lines(found: dict[str, Any]) -> Iterator[str]:
    rows = found["test"]
    yield f"{'per cent':<30}" + "".join(f"{name:>8}" for name in BUCKETS)
    for name, row in rows.items():
        yield f"{name:<30}" + "".join(f"{row[bucket][0]:>8}" for bucket in BUCKETS)
    yield f"{'… and right of those it is':<30}" + "".join(f"{rows['ours, sure of'][b][1]:>8}" for b in BUCKETS)
    for name, shares in ELSEWHERE.items():
        yield f"{name:<30}" + "".join(f"{share:>8}" for share in shares)
    yield f"our own texts, which were learnt from: {found['our own texts, which were learnt from']} %"
    yield f"{found['CPU ms a sentence']} ms CPU a sentence"
