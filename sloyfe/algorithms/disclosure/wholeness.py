"""Which answers nobody can have given when people are counted whole, where fractions would leave it open."""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cache

from sloyfe.algorithms.disclosure.details import Answers, Detail
from sloyfe.algorithms.disclosure.emptiness import Fact, Facts, known, told
from sloyfe.algorithms.disclosure.tables import Sum
from sloyfe.algorithms.disclosure.whole_tables import never_given

LARGEST = 700  # groups, as 90 units by five roles have; of more a single programme may take minutes


def telling_in_whole(answers: Answers, details: Mapping[Hashable, Detail]) -> set[Hashable]:
    """The group of which less must be told, if any answer is known to be given by nobody; nothing where none is.

    More than `LARGEST` groups are not looked at.
    """
    if len(answers.counts) > LARGEST:
        return set()
    facts = _beside_everybody(told(answers, details), answers, details)
    skipped = answers.everybody.counts if answers.everybody else {}
    truth = {
        (group, k): (*answers.counts[group], skipped.get(group, 0) - sum(answers.counts[group]))[k]
        for group, k in facts.number
    }
    wholes = {each.whole for each in answers.sums}  # if somebody gives an answer in a part, then in the whole
    parts = {group: len(counts) for group, counts in answers.counts.items() if any(counts) and group not in wholes}
    asked = {(group, k) for group, k in truth if k < parts.get(group, 0)}
    sizes = {group: sum(counts) for group, counts in answers.counts.items()}
    speaking = {group for group, detail in details.items() if detail.bands}
    return to_tell_less(never_given(facts, truth, asked), answers.sums, sizes, speaking)


def _beside_everybody(facts: Facts, answers: Answers, details: Mapping[Hashable, Detail]) -> Facts:
    """Where it is known how many answered anything, those who did not answer this are one category more."""
    if not answers.everybody or not facts.number:
        return facts
    width, in_full = len(next(iter(answers.counts.values()))), known(answers, details)
    more = [
        Fact({(each.whole, width): 1.0, **{(part, width): -1.0 for part in each.parts}}, 0) for each in answers.sums
    ]
    for group in answers.everybody.shown:
        here = sum(answers.counts[group]) if group in in_full else 0
        own = () if group in in_full else range(width)
        more.append(Fact({(group, k): 1.0 for k in (*own, width)}, answers.everybody.counts[group] - here))
    skipping = {(group, width): len(facts.number) + at for at, group in enumerate(answers.counts)}
    return Facts({**facts.number, **skipping}, [*facts.all, *more])


def to_tell_less(
    empty: Sequence[Hashable], sums: Sequence[Sum], sizes: Mapping[Hashable, int], speaking: AbstractSet[Hashable]
) -> set[Hashable]:
    """Of the groups that hold those of `empty`, the one that holds most, and of these the smallest.

    `speaking` are the groups of which something is told; where none of these holds any, any of them must give.
    """
    if not empty or not speaking:
        return set()
    holders = _holders(sums)
    concerned = Counter(group for each in empty for group in (holders(each) & speaking or speaking))
    return {min(concerned, key=lambda group: (-concerned[group], sizes[group], repr(group)))}


def _holders(sums: Sequence[Sum]) -> Callable[[Hashable], AbstractSet[Hashable]]:
    above: dict[Hashable, set[Hashable]] = defaultdict(set)
    for each in sums:
        for part in each.parts:
            above[part].add(each.whole)

    @cache
    def holding(group: Hashable) -> AbstractSet[Hashable]:
        """The group, and those that hold it, directly or through others."""
        return {group}.union(*(holding(whole) for whole in above.get(group, ())))

    return holding
