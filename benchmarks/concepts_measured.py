"""Whether forms of a word become one concept: against the lemmas of a treebank, and across our own two standards."""

import lzma
from collections import Counter
from collections.abc import Callable
from typing import Any

from benchmarks.language_texts import TREEBANK_TESTS, UD_NAMES, own_pairs
from sloyfe.algorithms.languages.lemmas import lemma
from sloyfe.algorithms.searching import stem
from sloyfe.algorithms.themes import Concepts
from sloyfe.algorithms.themes.concepts import NOTHING_SAID, SHORTEST
from sloyfe.algorithms.themes.folding import WORD
from sloyfe.cycle.competence.content.synonyms import groups

Name = Callable[[str, str], str]
NAMES: dict[str, Name] = {
    "stems (Snowball)": lambda word, _language: stem(word),
    "lemmas (simplemma)": lemma,
    "concepts without groups": Concepts().name,
    "concepts": Concepts(groups()).name,
}


def concepts() -> list[dict[str, Any]]:
    """Per cent: pairs of forms that are joined as they should, joins that are right, and shared by our own pairs."""
    if not TREEBANK_TESTS.exists():
        return []
    forms = {language: _forms(language) for language in UD_NAMES}
    pairs = [(nb, nn) for nb, nn in own_pairs() if nb != nn]
    return [
        {"method": method}
        | {language: _joined(forms[language], language, name) for language in forms}
        | {"same in both standards": _shared(pairs, name)}
        for method, name in NAMES.items()
    ]


def _forms(language: str) -> set[tuple[str, str]]:
    path = TREEBANK_TESTS / f"no_{UD_NAMES[language]}-ud-test.conllu.xz"
    with lzma.open(path, "rt", encoding="utf-8") as file:
        rows = [row for line in file if len(row := line.split("\t")) > 3]
    return {(r[1].lower(), r[2].lower()) for r in rows if r[3] in {"NOUN", "VERB", "ADJ"} and WORD.fullmatch(r[1])}


def _joined(forms: set[tuple[str, str]], language: str, name: Name) -> tuple[float, float]:
    named = [(meant, name(form, language)) for form, meant in forms]
    both = _pairs(Counter(named))
    should, does = _pairs(Counter(meant for meant, _n in named)), _pairs(Counter(given for _m, given in named))
    return round(100 * both / should, 1), round(100 * both / does, 1)


def _pairs(counts: Counter[Any]) -> int:
    return sum(count * (count - 1) // 2 for count in counts.values())


def _shared(pairs: list[tuple[str, str]], name: Name) -> float:
    shared = all_of_them = 0
    for nb, nn in pairs:
        one, other = _named(nb, "nb", name), _named(nn, "nn", name)
        shared += len(one & other)
        all_of_them += len(one | other)
    return round(100 * shared / all_of_them, 1)


def _named(text: str, language: str, name: Name) -> set[str]:
    words = WORD.findall(text.lower())
    return {name(word, language) for word in words if len(word) >= SHORTEST and word not in NOTHING_SAID}
