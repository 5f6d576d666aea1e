"""Joins answer categories until nobody can tell that no one, or everyone, in some group gave an answer."""

from collections.abc import Callable, Hashable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from random import Random

from sloyfe.algorithms.disclosure.details import NOTHING, Answers, Detail, tells_nobody
from sloyfe.algorithms.disclosure.emptiness import known_empty
from sloyfe.algorithms.disclosure.wholeness import telling_in_whole

Ladder = Callable[[int], Sequence[Detail]]
FOR_NO_REASON = 0.1
MANY = 6


def recoded(answers: Answers, ladder: Ladder, dice: Random | None = None) -> dict[Hashable, Detail]:
    """For each shown group the finest detail that can be told; `NOTHING` where only the size of the group can.

    `ladder` gives the details for a group of some size, from fine to coarse. Each group starts at the first that by
    itself tells of no empty category, for that would say of everybody in the group what they did not answer (attribute
    disclosure; Hundepool and others 2012, *Statistical Disclosure Control*, section 1.2). Then, while what is told of
    all groups together shows a category to be empty, the smallest group that takes part in it steps down. Ends, since
    where nothing is told nothing is known. So that a reader who knows all this cannot conclude from how little is told,
    each group steps down for no reason with a chance of one in ten, again and again; not so without dice, which is for
    material that nobody answered. Cost: some linear programmes a round.
    """
    left = {group: _safe_alone(answers.counts[group], ladder) for group in sorted(answers.shown, key=repr)}
    for details in left.values():
        while dice and details and dice.random() < FOR_NO_REASON:
            details.pop(0)
    while telling := _telling(answers, _finest(left)):
        for group in telling:
            left[group].pop(0)
    return _finest(left)


def _telling(answers: Answers, details: Mapping[Hashable, Detail]) -> set[Hashable]:
    knots = known_empty(answers, details)
    if not knots:
        return telling_in_whole(answers, details)
    return {group for taking_part in knots for group in _smallest(taking_part, answers)}


def _safe_alone(counts: Sequence[int], ladder: Ladder) -> list[Detail]:
    return [detail for detail in ladder(sum(counts)) if not tells_nobody(counts, detail)]


def _smallest(groups: AbstractSet[Hashable], answers: Answers) -> list[Hashable]:
    """One group, or some of them where many take part: else there would be as many rounds as groups."""
    by_size = sorted(groups, key=lambda group: (sum(answers.counts[group]), repr(group)))
    return by_size[: 1 + len(by_size) // MANY]


def _finest(left: Mapping[Hashable, Sequence[Detail]]) -> dict[Hashable, Detail]:
    return {group: details[0] if details else NOTHING for group, details in left.items()}
