"""From replies to the cells of a table: one item, across the network's tree and across role groups."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from sloyfe.surveys.release.replies import Reply
from sloyfe.surveys.release.rule import Cell, Sum
from sloyfe.surveys.release.values import Shown
from sloyfe.surveys.sheet import DONT_KNOW, Question

WHOLE = ""
STEPS = (1, 2, 3, 4, 5)
Level = tuple[UUID | None, str]


class Table:
    """The cells of one item, how they add up, and which of them are levels that can be released."""

    def __init__(
        self, question: Question, given: Sequence[Reply], root: UUID, tree: Mapping[UUID, Sequence[UUID]]
    ) -> None:
        self.question = question
        self.replies: dict[str, list[Reply]] = {}
        self.sums: list[Sum] = []
        self.levels: dict[str, Level] = {}
        self.places: set[str] = set()
        self.bottom: set[str] = set()
        self._add_place(root, list(given), tree, is_root=True)
        self._add_groups(list(given))
        self.kinds = _kinds(question, given)
        self.cells = {key: self._cell(rows) for key, rows in self.replies.items()}

    @property
    def unreleased(self) -> set[str]:
        """Cells that exist only so that nothing can be worked out: people without a unit or a role group."""
        return set(self.replies) - set(self.levels)

    def _add_place(
        self, place: UUID, given: list[Reply], tree: Mapping[UUID, Sequence[UUID]], *, is_root: bool = False
    ) -> str:
        key = WHOLE if is_root else f"place {place}"
        self.replies[key] = given
        self.levels[key] = (None if is_root else place, "")
        if not is_root:
            self.places.add(key)
        children = tree.get(place, ())
        if not children:
            self.bottom.add(key)
            return key
        inside = {child: _below(child, tree) for child in children}
        parts = [self._add_place(c, [r for r in given if r.place in inside[c]], tree) for c in children]
        covered = set().union(*inside.values())
        rest = [reply for reply in given if reply.place not in covered]
        if rest:
            self.replies[f"rest {place}"] = rest
            self.places.add(f"rest {place}")
            self.bottom.add(f"rest {place}")
            parts.append(f"rest {place}")
        self.sums.append(Sum(key, tuple(parts)))
        return key

    def _add_groups(self, given: list[Reply]) -> None:
        groups = sorted({reply.group for reply in given})
        if groups in ([], [""]):
            return
        for group in groups:
            key = f"group {group}"
            self.replies[key] = [reply for reply in given if reply.group == group]
            if group:
                self.levels[key] = (None, group)
        self.sums.append(Sum(WHOLE, tuple(f"group {group}" for group in groups)))

    def _cell(self, rows: Sequence[Reply]) -> Cell:
        answered = [reply.value for reply in rows if reply.value != DONT_KNOW]
        return Cell(len(answered), tuple(sum(_gave(value, kind) for value in answered) for kind in self.kinds))


def figure_of(question: Question, given: Sequence[Reply]) -> Shown:
    """The figure of a cell that may be shown."""
    answered = [reply.value for reply in given if reply.value != DONT_KNOW]
    n = len(answered)
    unknown = len(given) - n
    if question.kind == "scale":
        counts = tuple(answered.count(step) for step in STEPS)
        return Shown(n, round(sum(answered) / n, 2), counts, unknown)
    if question.kind == "number":
        return Shown(n, round(sum(answered) / n, 1), (), unknown)
    counts = tuple(sum(_gave(value, option.key) for value in answered) for option in question.options)
    return Shown(n, None, counts, unknown)


def _kinds(question: Question, given: Sequence[Reply]) -> list[object]:
    if question.kind == "scale":
        return list(STEPS)
    if question.kind == "number":
        return sorted({reply.value for reply in given})
    return [option.key for option in question.options]


def _gave(value: object, kind: object) -> bool:
    return kind in value if isinstance(value, list) else value == kind


def _below(place: UUID, tree: Mapping[UUID, Sequence[UUID]]) -> set[UUID]:
    return {place}.union(*(_below(child, tree) for child in tree.get(place, ())))
