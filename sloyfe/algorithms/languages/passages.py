"""Where a text goes from one language to another: the path with most evidence, where every change costs something.

The path is found exactly (Viterbi 1967). A change is cheap at the lines that a caller names as likely places, so that a
heading without words of its own goes with what follows it.
"""

from collections.abc import Collection, Sequence

from sloyfe.algorithms.languages.words import scores

LANGUAGES = ("nb", "nn", "se")
CHANGE, LIKELY_CHANGE = 4, 3


def languages_of_lines(lines: Sequence[str], *, likely: Collection[int] = ()) -> tuple[str, ...]:
    """A language for each line; empty for all when nothing in the text says any."""
    told = [scores(line) for line in lines]
    if not any(any(each.values()) for each in told):
        return ("",) * len(lines)
    best = dict.fromkeys(LANGUAGES, 0)
    steps: list[dict[str, str]] = []
    for number, each in enumerate(told):
        cost = LIKELY_CHANGE if number in likely else CHANGE
        came = {language: _from(language, best, cost) for language in LANGUAGES}
        best = {
            language: best[came[language]] - (cost if came[language] != language else 0) + each[language]
            for language in LANGUAGES
        }
        steps.append(came)
    return _traced(max(LANGUAGES, key=lambda language: best[language]), steps)


def _from(language: str, best: dict[str, int], cost: int) -> str:
    return max(LANGUAGES, key=lambda before: (best[before] - (cost if before != language else 0), before == language))


def _traced(last: str, steps: list[dict[str, str]]) -> tuple[str, ...]:
    path = [last]
    for came in reversed(steps[1:]):
        path.append(came[path[-1]])
    return tuple(reversed(path))
