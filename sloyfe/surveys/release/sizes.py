"""How many answered in each group, all in all and to one item, and which of these numbers may be told."""

from collections import Counter
from collections.abc import Hashable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass

from sloyfe.algorithms.disclosure import NotProtectedError, Release, Snapshot, Sum, Tables, protect
from sloyfe.surveys.release.earlier import Earlier
from sloyfe.surveys.release.groups import Groups
from sloyfe.surveys.release.replies import Reply


@dataclass(frozen=True)
class Respondents:
    """How many answered anything at all in each group, and which of these numbers must not be told."""

    groups: Groups
    counts: Mapping[Hashable, int]
    hidden: frozenset[Hashable]
    smallest: int

    def within(self, groups: Groups) -> "Respondents":
        """The same people in fewer groups, whose numbers must be the same: those of everybody come first."""
        counts = groups.counted([])
        return Respondents(groups, {g: self.counts[g] for g in counts}, self.hidden & counts.keys(), self.smallest)


def respondents(groups: Groups, given: Sequence[Reply], smallest: int, earlier: Sequence[Earlier] = ()) -> Respondents:
    """Everybody who answered anything, once; what earlier waves told of them is not taken back, but reckoned with."""
    counts = sizes_of(groups, given)
    history = [one.beside(groups, counts) for one in earlier]
    shown = _shown_sizes(counts, groups, smallest, history=history)
    return Respondents(groups, counts, frozenset(counts) - shown, smallest)


def sizes_of(groups: Groups, given: Sequence[Reply]) -> dict[Hashable, int]:
    """How many answered anything at all in each group."""
    people = {reply.response: (reply.place, reply.group) for reply in given}
    rows = [(place, role, (count,)) for (place, role), count in Counter(people.values()).items()]
    return {group: cell[0] for group, cell in groups.counted(rows).items()}


def told_sizes(people: Respondents, answered: Sequence[Reply]) -> frozenset[Hashable]:
    """The groups whose number of answers to an item may be told: no more than those whose size may.

    Nobody answers an item who is not among the respondents, so both numbers are looked at together. How many skipped
    it in a group whose size is told is no secret.
    """
    sizes = sizes_of(people.groups, answered)
    if sizes == people.counts:
        return frozenset(sizes) - people.hidden
    nobody = {group for group, size in sizes.items() if not size and people.counts[group]}
    shown = _shown_sizes(sizes, people.groups, people.smallest, withheld=people.hidden | nobody)
    return _shown_beside(people, sizes, frozenset(sizes) - shown)


def _shown_beside(
    people: Respondents, sizes: Mapping[Hashable, int], withheld: frozenset[Hashable]
) -> frozenset[Hashable]:
    """What of the rest may be told when it is known how many answered anything."""
    tables, everybody = _beside(people, sizes)
    few = {group for group, size in sizes.items() if 0 < size < people.smallest} - people.hidden
    skips = tables.counts.keys() - sizes.keys() - everybody.keys()
    hidden = {_Everybody(group) for group in people.hidden}
    told = {name: count for name, count in everybody.items() if name not in hidden}
    rest = frozenset(tables.counts) - told.keys()
    with suppress(NotProtectedError):
        release = protect(
            tables,
            [Snapshot(tables, Release(tables.sums, told, rest))],
            smallest=people.smallest,
            withheld=withheld | hidden,
            harmless=few | skips,
            worth=people.groups.worth(),
            insiders=False,
        )
        return frozenset(release.shown) & sizes.keys()
    return frozenset()


@dataclass(frozen=True)
class _Everybody:
    """A group, and all in it who answered anything."""

    group: Hashable


@dataclass(frozen=True)
class _Skipped:
    """Those in a group who answered something, but not this item."""

    group: Hashable


def _beside(people: Respondents, sizes: Mapping[Hashable, int]) -> tuple[Tables, dict[Hashable, int]]:
    """Who answered the item, who skipped it and who answered anything, as one; and those who answered anything."""
    groups = people.groups
    everybody: dict[Hashable, int] = {_Everybody(group): count for group, count in people.counts.items()}
    leaves = [group for group in people.counts if group not in groups.wholes]
    skips: dict[Hashable, int] = {_Skipped(group): people.counts[group] - sizes[group] for group in leaves}
    sums = [Sum(_Everybody(one.whole), tuple(_Everybody(part) for part in one.parts)) for one in groups.sums]
    skipping = [Sum(_Everybody(group), (group, _Skipped(group))) for group in leaves]
    return Tables({**sizes, **everybody, **skips}, (*groups.sums, *sums, *skipping)), everybody


def _shown_sizes(
    sizes: Mapping[Hashable, int],
    groups: Groups,
    smallest: int,
    *,
    withheld: frozenset[Hashable] = frozenset(),
    history: Sequence[Snapshot] = (),
) -> frozenset[Hashable]:
    """The groups whose size may be told; none where no safe choice is found, so that closing never stops at it.

    Earlier waves may have told too much for one who knows who answered them; then it is for this wave alone.
    """
    tables = Tables(sizes, tuple(groups.sums))
    for past in (history, ()) if history else ((),):
        with suppress(NotProtectedError):
            return frozenset(protect(tables, past, smallest=smallest, withheld=withheld, worth=groups.worth()).shown)
    return frozenset()
