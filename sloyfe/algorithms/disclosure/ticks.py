"""Questions with several answers: what is known of who ticked what, and who did not, in whole numbers."""

from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass

from sloyfe.algorithms.disclosure.details import Everybody
from sloyfe.algorithms.disclosure.emptiness import Fact, Facts, Unknown
from sloyfe.algorithms.disclosure.tables import Sum
from sloyfe.algorithms.disclosure.whole_tables import never_given
from sloyfe.algorithms.disclosure.wholeness import LARGEST, to_tell_less


@dataclass(frozen=True)
class Ticks:
    """How many of each group ticked each option; everybody who answers ticks at least `fewest` and at most `most`.

    `sizes` are those who answered, `shown` the groups of which that is told.
    """

    counts: Mapping[Hashable, tuple[int, ...]]
    sizes: Mapping[Hashable, int]
    shown: frozenset[Hashable]
    sums: tuple[Sum, ...]
    everybody: Everybody
    fewest: int
    most: int

    @property
    def width(self) -> int:
        """How many options."""
        return len(next(iter(self.counts.values())))


def too_telling(ticks: Ticks, told: Mapping[Hashable, list[int]]) -> set[Hashable]:
    """The group of which less must be told, where these options of each group show what all ticked, or nobody did.

    More than `LARGEST` groups are not looked at.
    """
    if len(ticks.counts) > LARGEST:
        return set()
    width = ticks.width
    truth = {unknown: count for group in ticks.counts for unknown, count in _everything(ticks, group)}
    facts = Facts({unknown: at for at, unknown in enumerate(truth)}, list(_facts(ticks, told)))
    parts = ticks.counts.keys() - {each.whole for each in ticks.sums}
    asked = {(group, k) for group in parts if ticks.sizes[group] for k in range(2 * width)}
    speaking = {group for group, options in told.items() if options}
    return to_tell_less(never_given(facts, truth, asked), ticks.sums, ticks.sizes, speaking)


def _everything(ticks: Ticks, group: Hashable) -> Iterator[tuple[Unknown, int]]:
    """Those who ticked each option, those who did not, all who answered, and those who answered others only."""
    size = ticks.sizes[group]
    ticked = ticks.counts[group]
    numbers = (*ticked, *(size - count for count in ticked), size, ticks.everybody.counts[group] - size)
    yield from (((group, at), number) for at, number in enumerate(numbers))


def _facts(ticks: Ticks, told: Mapping[Hashable, list[int]]) -> Iterator[Fact]:
    width = ticks.width
    size, skipped = 2 * width, 2 * width + 1
    for each in ticks.sums:
        for at in range(skipped + 1):
            yield Fact({(each.whole, at): 1.0, **{(part, at): -1.0 for part in each.parts}}, 0)
    for group, real in ticks.sizes.items():
        for k in range(width):
            yield Fact({(group, k): 1.0, (group, width + k): 1.0, (group, size): -1.0}, 0)
        chosen: dict[Unknown, float] = {(group, k): 1.0 for k in range(width)}
        yield Fact({**chosen, (group, size): -float(ticks.most)}, 0, exactly=False)
        yield Fact({**dict.fromkeys(chosen, -1.0), (group, size): float(ticks.fewest)}, 0, exactly=False)
        if group in ticks.shown or not real:
            yield Fact({(group, size): 1.0}, real)
        if group in ticks.everybody.shown:
            yield Fact({(group, size): 1.0, (group, skipped): 1.0}, ticks.everybody.counts[group])
        for k in told.get(group, ()):
            yield Fact({(group, k): 1.0}, ticks.counts[group][k])
