"""Rounds to start from: a design given to people, or a deal like that of cards."""

from collections import Counter
from collections.abc import Hashable, Sequence
from random import Random

from sloyfe.algorithms.rotation.event import Event

Round = tuple[tuple[int, ...], ...]


def shuffled_by(strata: Sequence[Hashable], people: Sequence[int], dice: Random) -> list[int]:
    """People of one stratum after another, large strata first, each in an order of chance."""
    size = Counter(strata[person] for person in people)
    place = {value: at for at, (value, _count) in enumerate(size.most_common())}
    return sorted(people, key=lambda person: (place[strata[person]], dice.random()))


def dealt(event: Event, at: int, strata: Sequence[Hashable], dice: Random) -> Round:
    """Even sizes, and every stratum even over the groups as far as those who are pinned allow."""
    groups: list[list[int]] = [[] for _group in range(event.groups)]
    present = event.present[at]
    least, over = divmod(len(present), event.groups)
    pinned = dict(event.pinned)
    for person in sorted(present & pinned.keys()):
        groups[pinned[person]].append(person)
    # Groups that already hold more than the least have taken one of the places over.
    over -= sum(len(group) > least for group in groups)
    turn = dice.randrange(event.groups)
    for person in shuffled_by(strata, sorted(present - pinned.keys()), dice):
        while len(groups[turn % event.groups]) >= least and not _one_over(groups[turn % event.groups], least, over):
            turn += 1
        group = groups[turn % event.groups]
        over -= len(group) == least
        group.append(person)
        turn += 1
    return tuple(tuple(group) for group in groups)


def _one_over(group: Sequence[int], least: int, over: int) -> bool:
    return len(group) == least and over > 0
