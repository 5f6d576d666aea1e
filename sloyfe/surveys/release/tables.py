"""From replies to what is told of one item, group by group."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from random import Random
from typing import Any

from sloyfe.algorithms.disclosure.details import (
    Answers,
    Detail,
    Everybody,
    banded,
    choice_ladder,
    scale_ladder,
    told_mean,
)
from sloyfe.algorithms.disclosure.recoding import Ladder, recoded
from sloyfe.algorithms.disclosure.ticks import Ticks, too_telling
from sloyfe.surveys.release.groups import EVERYBODY, Counts, Groups
from sloyfe.surveys.release.replies import Reply
from sloyfe.surveys.release.sizes import Respondents, sizes_of, told_sizes
from sloyfe.surveys.release.values import Band, Shown
from sloyfe.surveys.sheet import DONT_KNOW, Question

BOTH_ARE_TOLD = (Detail(((0,), (1,))),)


def figures(
    question: Question, given: Sequence[Reply], people: Respondents, dice: Random | None
) -> dict[Hashable, Shown]:
    """What is told of one item; a group that is not here is hidden."""
    answered = [reply for reply in given if reply.value != DONT_KNOW]
    if not answered:
        return {}
    everybody = Everybody(people.counts, frozenset(people.counts) - people.hidden)
    table = _Table(people.groups, answered, told_sizes(people, answered), everybody, dice)
    if question.kind == "number":
        return _number(table, question)
    return _one_answer(table, question) if question.kind in ("scale", "choice") else _by_option(table, question)


@dataclass(frozen=True)
class _Table:
    groups: Groups
    answered: Sequence[Reply]
    shown: frozenset[Hashable]
    everybody: Everybody
    dice: Random | None

    @property
    def sizes(self) -> dict[Hashable, int]:
        """How many answered in each group."""
        return sizes_of(self.groups, self.answered)

    def counted(self, cells: Sequence[Counts]) -> dict[Hashable, Counts]:
        """One cell for each answer → their sums for every group."""
        rows = ((reply.place, reply.group, cell) for reply, cell in zip(self.answered, cells, strict=True))
        return self.groups.counted(rows, len(cells[0]))

    def told(
        self, cells: Sequence[Counts], ladder: Ladder, *, are_people: bool = True, are_answers: bool = False
    ) -> dict[Hashable, tuple[Counts, Detail]]:
        """Counts and detail of each group of which anything is told; `are_answers`: one cell is one whole answer."""
        counts, everybody = self.counted(cells), self.everybody if are_answers else None
        answers = Answers(counts, tuple(self.groups.sums), self.shown, are_people, everybody)
        details = recoded(answers, ladder, self.dice)
        return {group: (counts[group], details[group]) for group in self.shown if details[group].bands}


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

    told = table.told(cells, ladder, are_answers=True)
    return {group: _shown(counts, detail, question) for group, (counts, detail) in told.items()}


def _by_option(table: _Table, question: Question) -> dict[Hashable, Shown]:
    """Several choices or a ranking: how many chose each option, or placed it in the first half.

    Sources beside words are such choices too. How many options each chose may follow from the question, so all options
    of a group are looked at together: as if every tick, and every tick that is missing, were a person's answer.
    """
    ticks = [_ticked(reply.value, question) for reply in table.answered]
    chosen = _alone(table, ticks)
    passed_over = _alone(table, [tuple(1 - tick for tick in row) for row in ticks])
    counts, sizes = table.counted(ticks), table.sizes
    told = {group: sorted(options & passed_over.get(group, set())) for group, options in chosen.items()}
    fewest, most = _fewest_and_most(question, [sum(row) for row in ticks])
    sums, totals = tuple(table.groups.sums), counts[EVERYBODY]
    together = Ticks(counts, sizes, table.shown, sums, table.everybody, fewest, most)
    while telling := too_telling(together, told):
        for group in telling:
            told[group].remove(min(told[group], key=totals.__getitem__))
    return {
        group: Shown(sizes[group], tuple(Band((option,), counts[group][option]) for option in options))
        for group, options in told.items()
        if options
    }


def _ticked(value: Any, question: Question) -> Counts:
    ticked = value["chosen"] if question.kind == "sources" else value
    first = ticked[: len(question.options) // 2] if question.kind == "ranking" else ticked
    return tuple(int(option.key in first) for option in question.options)


def _fewest_and_most(question: Question, given: Sequence[int]) -> tuple[int, int]:
    """How many options each who answers has among those counted; further apart where answers from elsewhere are."""
    asked = (1, question.most)
    if question.kind == "ranking":
        asked = (min(question.most, len(question.options) // 2),) * 2
    elif question.kind == "sources":
        asked = (0, len(question.options))
    return min(*given, asked[0]), max(*given, asked[1])


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


def _shown(counts: Counts, detail: Detail, question: Question) -> Shown:
    bands = tuple(Band(band, count) for band, count in zip(detail.bands, banded(counts, detail), strict=True))
    mean = told_mean(counts, detail) if question.kind == "scale" else None
    rounded = None if mean is None else round(float(mean), 2)
    return Shown(sum(counts), bands, rounded, float(detail.rounding or 0))


def _one_of(at: int, width: int) -> Counts:
    return tuple(int(i == at) for i in range(width))
