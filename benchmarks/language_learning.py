"""Learns the weights of `sloyfe.algorithms.languages` anew: `python -m benchmarks.language_learning LINGUA`.

LINGUA is the wheel of lingua-language-detector 1.3.5 (Apache 2.0), whose n-gram frequencies are where weights begin.
`--treebank FOLDER` is the Norwegian Dependency Treebank (Språkbanken, sbr-10) with its `nob` and `nno`; files of it
that hold test sentences of Universal Dependencies are left out, and with --try also those of the dev part. The same
input gives the same file. What was committed is learnt with the treebank: see decision 19 for its terms.
"""

import argparse
import json
import math
import re
import zipfile
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import brotli
import numpy as np
from scipy.sparse import csr_matrix, hstack

from benchmarks.language_texts import Labelled, labelled, of_django, of_tests, of_treebank, own_pairs
from sloyfe.algorithms.languages.pieces import pieces
from sloyfe.algorithms.languages.standard import FILE
from sloyfe.algorithms.regression import logistic

ORDERS = ("unigrams", "bigrams", "trigrams", "quadrigrams", "fivegrams")
STRENGTH, FEWEST, FROM_LINGUA, KEPT = 30.0, 2, 200_000, 130_000
CLIPPED, UNSEEN, STEPS = 3.0, 1e-6, 127
OVERLAP = 0.2


def main() -> None:
    """Learns, tells how many, and writes."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("lingua", type=Path)
    parser.add_argument("--treebank", type=Path, help="learn from this too")
    parser.add_argument("--try", dest="trial", type=Path, help="learn without dev, and write here instead")
    options = parser.parse_args()
    left_out = [text for part in ("test", *(("dev",) if options.trial else ())) for text, _l, _n in of_tests(part)]
    learnt = labelled(own_pairs()) + of_django()
    if options.treebank:
        learnt += without(of_treebank(options.treebank), left_out)
    print(f"{len(learnt)} texts")
    target = options.trial or FILE
    target.write_text(file_of(*learn(learnt, likelihoods(options.lingua))), encoding="utf-8")
    print(f"{target}: {target.stat().st_size} bytes")


def without(files: dict[str, Labelled], texts: Iterable[str]) -> Labelled:
    """The sentences of those files that share none of these texts, but for short ones that everybody writes."""
    known = {plain for text in texts if len(plain := re.sub(r"\W", "", text)) > 40}
    kept = []
    for sentences in files.values():
        shared = sum(re.sub(r"\W", "", text) in known for text, _language in sentences)
        if shared < OVERLAP * len(sentences):
            kept += [one for one in sentences if re.sub(r"\W", "", one[0]) not in known]
    return kept


def likelihoods(wheel: Path) -> dict[str, tuple[float, float]]:
    """How much likelier each n-gram is in nynorsk (logarithm, clipped), and how much it matters."""
    given: dict[str, dict[str, float]] = {"nb": {}, "nn": {}}
    joint: dict[str, dict[str, float]] = {"nb": {}, "nn": {}}
    with zipfile.ZipFile(wheel) as files:
        for language, order in ((language, order) for language in given for order in ORDERS):
            told = brotli.decompress(files.read(f"lingua/language-models/{language}/{order}.json.br"))
            for fraction, ngrams in json.loads(told)["ngrams"].items():
                over, under = map(int, fraction.split("/"))
                for ngram in ngrams.split(" "):
                    given[language][ngram] = over / under
                    joint[language][ngram] = over / under * joint[language].get(ngram[:-1], 0.0 if ngram[:-1] else 1.0)
    found = {}
    for ngram in sorted({*given["nb"], *given["nn"]}):
        likelier = math.log(_backing_off(given["nn"], ngram) / _backing_off(given["nb"], ngram))
        clipped = max(-CLIPPED, min(CLIPPED, likelier))
        found[ngram] = (clipped, abs(clipped) * max(joint[language].get(ngram, 0.0) for language in joint))
    return found


def learn(texts: Labelled, likely: dict[str, tuple[float, float]]) -> tuple[dict[str, float], float]:
    """A weight for each piece: its likelihood ratio times a factor of its length, and what is learnt beside that."""
    found = [pieces(text) for text, _language in texts]
    seen = Counter(piece for each in found for piece in each)
    mattering = sorted(likely, key=lambda ngram: (-likely[ngram][1], ngram))[:FROM_LINGUA]
    known = sorted({piece for piece, times in seen.items() if times >= FEWEST}.union(mattering))
    number = {piece: place for place, piece in enumerate(known)}
    begun = np.zeros((len(known), len(ORDERS)))
    for ngram in mattering:
        begun[number[ngram], len(ngram) - 1] = likely[ngram][0]
    table = _table(found, number)
    ones = csr_matrix(np.ones((len(found), 1)))
    wide = hstack([table, table @ csr_matrix(begun), ones]).tocsr()
    firmness = np.concatenate([np.full(len(known), 1 / STRENGTH), np.full(len(ORDERS), 1e-3), [0.0]])
    nynorsk = np.array([language == "nn" for _text, language in texts])
    learnt = logistic(wide, nynorsk, np.zeros(wide.shape[1]), firmness)
    weights = learnt[: len(known)] + begun @ learnt[len(known) : -1]
    often = np.array([seen[piece] + 1 for piece in known])
    best = np.argsort(-np.abs(weights) * np.sqrt(often), kind="stable")[:KEPT]
    return {known[place]: float(weights[place]) for place in sorted(best)}, float(learnt[-1])


def file_of(weights: dict[str, float], always: float) -> str:
    """The unit and what is always added, then pieces with whole numbers of units."""
    unit = max(map(abs, weights.values())) / STEPS
    whole = {piece: round(weight / unit) for piece, weight in weights.items()}
    rows = [f"{piece}\t{weight}" for piece, weight in sorted(whole.items()) if weight]
    return "\n".join([f"{unit:.6g} {always:.6g}", *rows, ""])


def _backing_off(given: dict[str, float], ngram: str) -> float:
    while ngram:
        if ngram in given:
            return given[ngram]
        ngram = ngram[:-1]
    return UNSEEN


def _table(found: Sequence[frozenset[str]], number: dict[str, int]) -> Any:
    rows, columns, values = [], [], []
    for row, each in enumerate(found):
        places = sorted(number[piece] for piece in each if piece in number)
        rows += [row] * len(places)
        columns += places
        values += [max(1, len(each)) ** -0.5] * len(places)
    return csr_matrix((values, (rows, columns)), shape=(len(found), len(number)))


if __name__ == "__main__":
    main()
