"""Questions for those only who answered an earlier one in some way: how many were asked says how many did.

Where everybody in a group was asked such a question, nobody answered the earlier one otherwise. Therefore it is told
only where the figure of the earlier question says how many they were.
"""

from collections.abc import Hashable, Iterable, Mapping
from collections.abc import Set as AbstractSet

from sloyfe.surveys.conditions import Condition
from sloyfe.surveys.release.values import Shown
from sloyfe.surveys.sheet import Question, Sheet

Told = Mapping[str, Mapping[Hashable, Shown]]


def may_be_told(sheet: Sheet, question: Question, told: Told, groups: Iterable[Hashable]) -> frozenset[Hashable]:
    """The groups in which every condition of the question is settled by what is `told` of the questions before it."""
    part = next(section for section in sheet.sections if question in section.questions)
    conditions = [condition for condition in (part.condition, question.condition) if condition]
    opening = {one.key: one for one in sheet.questions}
    return frozenset(
        group
        for group in groups
        if all(_is_settled(one, opening[one.item], told.get(one.item, {}).get(group)) for one in conditions)
    )


def _is_settled(condition: Condition, opening: Question, shown: Shown | None) -> bool:
    """Whether a figure says how many met the condition. "Don't know" counts as nothing: who skipped is no secret."""
    if shown is None:
        return False
    at = _places(condition, opening)
    if opening.kind == "choices" and len(at) > 1:  # how many ticked one or the other does not follow from both
        return False
    inside = [set(band.members) for band in shown.bands if at & set(band.members)]
    return set().union(*inside) == at


def _places(condition: Condition, opening: Question) -> AbstractSet[int]:
    """The numbers of the answers that open, from 0."""
    if opening.kind == "scale":
        names = [str(step) for step in range(1, len(opening.steps) + 1)]
    else:
        names = [option.key for option in opening.options]
    wanted = {str(one) for one in condition.answers}
    return {number for number, name in enumerate(names) if name in wanted}
