"""From replies to what is told of one item, group by group."""

from collections import Counter
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from random import Random

from sloyfe.algorithms.disclosure import NotProtectedError, Tables, protect
from sloyfe.algorithms.disclosure.details import Answers, Detail, banded, choice_ladder, scale_ladder, told_mean
from sloyfe.algorithms.disclosure.recoding import Ladder, recoded
from sloyfe.surveys.release.groups import Counts, Groups
from sloyfe.surveys.release.replies import Reply
from sloyfe.surveys.release.values import Band, Shown
from sloyfe.surveys.sheet import DONT_KNOW, Question

BOTH_ARE_TOLD = (Detail(((0,), (1,))),)


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


def respondents(groups: Groups, given: Sequence[Reply], smallest: int) -> Respondents:
    """Everybody who answered anything, once."""
    people = {reply.response: (reply.place, reply.group) for reply in given}
    rows = [(place, role, (count,)) for (place, role), count in Counter(people.values()).items()]
    counts = {group: cell[0] for group, cell in groups.counted(rows).items()}
    shown = _shown_sizes(counts, groups, smallest, frozenset())
    return Respondents(groups, counts, frozenset(counts) - shown, smallest)


def figures(
    question: Question, given: Sequence[Reply], people: Respondents, dice: Random | None
) -> dict[Hashable, Shown]:
    """What is told of one item; a group that is not here is hidden."""
    answered = [reply for reply in given if reply.value != DONT_KNOW]
    if not answered:
        return {}
    table = _Table(people.groups, answered, _told_sizes(people, answered), dice)
    if question.kind == "number":
        return _number(table, question)
    return _one_answer(table, question) if question.kind in ("scale", "choice") else _by_option(table, question)


@dataclass(frozen=True)
class _Table:
    groups: Groups
    answered: Sequence[Reply]
    shown: frozenset[Hashable]
    dice: Random | None

    @property
    def sizes(self) -> dict[Hashable, int]:
        """How many answered in each group."""
        return _sizes(self.groups, self.answered)

    def counted(self, cells: Sequence[Counts]) -> dict[Hashable, Counts]:
        """One cell for each answer → their sums for every group."""
        rows = ((reply.place, reply.group, cell) for reply, cell in zip(self.answered, cells, strict=True))
        return self.groups.counted(rows, len(cells[0]))

    def told(
        self, cells: Sequence[Counts], ladder: Ladder, *, are_people: bool = True
    ) -> dict[Hashable, tuple[Counts, Detail]]:
        """Counts and detail of each group of which anything is told."""
        counts = self.counted(cells)
        answers = Answers(counts, tuple(self.groups.sums), self.shown, are_people)
        details = recoded(answers, ladder, self.dice)
        return {group: (counts[group], details[group]) for group in self.shown if details[group].bands}


def _told_sizes(people: Respondents, answered: Sequence[Reply]) -> frozenset[Hashable]:
    """The groups whose number of answers to an item may be told: no more than those whose size may."""
    sizes = _sizes(people.groups, answered)
    if sizes == people.counts:
        return frozenset(sizes) - people.hidden
    skipped = {group for group, size in sizes.items() if not size and people.counts[group]}
    return _shown_sizes(sizes, people.groups, people.smallest, people.hidden | skipped)


def _shown_sizes(
    sizes: Mapping[Hashable, int], groups: Groups, smallest: int, withheld: frozenset[Hashable]
) -> frozenset[Hashable]:
    """The groups whose size may be told; none where no safe choice is found, so that closing never stops at it."""
    tables = Tables(sizes, tuple(groups.sums))
    try:
        release = protect(tables, smallest=smallest, withheld=withheld, worth=groups.worth())
    except NotProtectedError:
        return frozenset()
    return frozenset(release.shown)


def _one_answer(table: _Table, question: Question) -> dict[Hashable, Shown]:
    """A scale or one choice: everybody is in one band."""
    if question.kind == "scale":
        order: list[object] = list(range(1, len(question.steps) + 1))
    else:
        order = [option.key for option in question.options]
    cells = [_one_of(order.index(reply.value), len(order)) for reply in table.answered]
    chosen = [sum(column) for column in zip(*cells, strict=True)]

    def ladder(size: int) -> Sequence[Detail]:
        return scale_ladder(len(order), size) if question.kind == "scale" else choice_ladder(chosen)

    return {group: _shown(counts, detail, question) for group, (counts, detail) in table.told(cells, ladder).items()}


def _by_option(table: _Table, question: Question) -> dict[Hashable, Shown]:
    """Several choices or a ranking: how many chose each option, or placed it in the first half.

    How many options each chose may follow from the question, so all options of a group are looked at together: as if
    every tick, and every tick that is missing, were a person's answer.
    """
    ticks = [_ticked(reply.value, question) for reply in table.answered]
    chosen = _alone(table, ticks)
    passed_over = _alone(table, [tuple(1 - tick for tick in row) for row in ticks])
    counts, sizes = table.counted(ticks), table.sizes
    told = {group: sorted(options & passed_over.get(group, set())) for group, options in chosen.items()}
    return {
        group: Shown(sizes[group], tuple(Band((option,), counts[group][option]) for option in options))
        for group, options in told.items()
        if options
    }


def _ticked(value: Sequence[str], question: Question) -> Counts:
    first = value[: len(question.options) // 2] if question.kind == "ranking" else value
    return tuple(int(option.key in first) for option in question.options)


def _alone(table: _Table, cells: Sequence[Counts]) -> dict[Hashable, set[int]]:
    """The options that each group may be told of by themselves."""
    ladder = choice_ladder([sum(column) for column in zip(*cells, strict=True)])
    told = table.told(cells, lambda _size: ladder)
    return {group: {band[0] for band in detail.bands if len(band) == 1} for group, (_, detail) in told.items()}


def _number(table: _Table, question: Question) -> dict[Hashable, Shown]:
    """Only the mean is told, and only where it does not say that everybody gave the least or the largest number."""
    sizes = table.sizes
    room = [(int(reply.value) - question.least, question.most - int(reply.value)) for reply in table.answered]
    told = table.told(room, lambda _size: BOTH_ARE_TOLD, are_people=False)
    means = {group: question.least + counts[0] / sizes[group] for group, (counts, _) in told.items()}
    return {group: Shown(sizes[group], (), round(mean, 1)) for group, mean in means.items()}


def _sizes(groups: Groups, answered: Sequence[Reply]) -> dict[Hashable, int]:
    cells = groups.counted((reply.place, reply.group, (1,)) for reply in answered)
    return {group: cell[0] for group, cell in cells.items()}


def _shown(counts: Counts, detail: Detail, question: Question) -> Shown:
    bands = tuple(Band(band, count) for band, count in zip(detail.bands, banded(counts, detail), strict=True))
    mean = told_mean(counts, detail) if question.kind == "scale" else None
    rounded = None if mean is None else round(float(mean), 2)
    return Shown(sum(counts), bands, rounded, float(detail.rounding or 0))


def _one_of(at: int, width: int) -> Counts:
    return tuple(int(i == at) for i in range(width))
