"""More rounds after a first one that is settled: hosts stay, and the others go each so many tables on.

Those in one column go equally far, so in every round a table has one of each, and is as mixed as they are.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations

Round = tuple[tuple[int, ...], ...]


def turned(first: Sequence[Sequence[int]], rounds: int) -> tuple[Round, ...]:
    """The first round and those after it; the first person of each table stays there, if there is anybody.

    Nobody meets anybody twice where the tables are more than the seats times the rounds, or enough and prime.
    """
    tables = len(first)
    steps = steps_of(tables, max(map(len, first), default=0), rounds)
    made = [tuple(map(tuple, first))]
    for turn in range(1, rounds):
        seated: list[list[int]] = [[] for _table in first]
        for table, people in enumerate(first):
            for person, step in zip(people, steps, strict=False):
                seated[(table + step * turn) % tables].append(person)
        made.append(tuple(map(tuple, seated)))
    return tuple(made)


def steps_of(tables: int, seats: int, rounds: int) -> list[int]:
    """How far each column goes: as many as can be so that no two of them come together again."""
    steps = [0]
    apart = range(1, rounds)
    for step in range(1, tables):
        if len(steps) == seats:
            break
        if all((step - other) * turns % tables for other in steps for turns in apart):
            steps.append(step)
    spare = [step for step in range(1, tables) if step not in steps] or list(range(1, tables)) or [0]
    while len(steps) < seats:
        steps.append(spare[len(steps) % len(spare)])
    return steps


def met_again(rounds: Sequence[Round]) -> int:
    """How many pairs share a table more than once, counted for each time more."""
    times = Counter(pair for table in rounds for pair in _pairs(table))
    return sum(count - 1 for count in times.values())


def _pairs(tables: Round) -> Iterator[tuple[int, int]]:
    for people in tables:
        yield from combinations(sorted(people), 2)
