"""A6: of which answers everything told shows that nobody, or everybody, in some group gave them."""

import math
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction

from attack.attacker.facts import Facts, Weights
from attack.attacker.reach import Reach
from attack.attacker.sizes import Table, add
from attack.attacker.told import Figure, Group, Item, Leaf, Told

BY_OPTION = ("choices", "ranking")
TENTH = Fraction(1, 10)
HALF = Fraction(1, 2)


@dataclass(frozen=True)
class Known:
    """Nobody in the group gave this answer. Of options and numbers, a second sign says which side is empty."""

    item: str
    group: Group
    category: int
    side: str = ""


@dataclass(frozen=True)
class Question:
    """One question with everything told of it, as facts over unknown counts of whole people."""

    told: Told
    item: Item
    facts: Facts

    @classmethod
    def of(cls, told: Told, item: Item) -> "Question":
        """Those who answered, how, and that nobody answered who is not among the respondents."""
        question = cls(told, item, Facts())
        facts = question.facts
        add(facts, Table("", told.groups, told.sizes))
        for leaf in told.leaves:
            facts.know(question.cells(leaf))
            facts.at_most({**question.answered(leaf), ("", leaf): -1.0})
            for weights in question.rules(leaf):
                facts.at_most(weights)
        for group, figure in told.figures[item.key].items():
            question.tell(group, figure)
        return question

    def cells(self, leaf: Leaf) -> list[Hashable]:
        """The unknowns of a leaf: people by answer, or, by option, those who chose it, and all."""
        if self.item.kind == "number":
            return [("amount", leaf), ("all", leaf)]
        found: list[Hashable] = [(k, leaf) for k in range(self.item.width)]
        return [*found, ("all", leaf)] if self.item.kind in BY_OPTION else found

    def answered(self, leaf: Leaf) -> Weights:
        """How many answered."""
        if self.item.kind in (*BY_OPTION, "number"):
            return {("all", leaf): 1.0}
        return dict.fromkeys(self.cells(leaf), 1.0)

    def rules(self, leaf: Leaf) -> Iterator[Weights]:
        """What the form itself says of every answer: sums that are never above nothing."""
        item, everyone = self.item, ("all", leaf)
        if item.kind == "number":
            yield {("amount", leaf): 1.0, everyone: -float(item.most)}
            yield {("amount", leaf): -1.0, everyone: float(item.least)}
        if item.kind in BY_OPTION:
            options: dict[Hashable, float] = dict.fromkeys(((k, leaf) for k in range(item.width)), 1.0)
            fewest = 1 if item.kind == "choices" else item.width // 2
            largest = item.most if item.kind == "choices" else fewest
            for option in options:
                yield {option: 1.0, everyone: -1.0}
            yield {**options, everyone: -float(largest)}
            yield {**dict.fromkeys(options, -1.0), everyone: float(fewest)}

    def tell(self, group: Group, figure: Figure) -> None:
        """What is told of a group."""
        leaves = self.told.groups[group]
        self.facts.equal({name: 1.0 for leaf in leaves for name in self.answered(leaf)}, figure.n)
        for band, count in figure.bands:
            self.facts.equal({(k, leaf): 1.0 for k in band for leaf in leaves}, count)
        if figure.mean is not None:
            steps = ((k, leaf) for k in range(self.item.width) for leaf in leaves)
            amount = _one_each("amount", leaves) | {(k, leaf): k + 1.0 for k, leaf in steps}
            low, high = _between(self.item, figure)
            self.facts.at_most(amount, high)
            self.facts.at_most({name: -weight for name, weight in amount.items()}, -low)

    def asked(self, group: Group) -> Iterator[tuple[Known, Weights]]:
        """Every answer that somebody in the group may or may not have given, as a sum that is nothing if nobody did."""
        leaves, item = self.told.groups[group], self.item
        everyone = _one_each("all", leaves)
        if item.kind == "number":
            amount = _one_each("amount", leaves)
            yield Known(item.key, group, 0, "more"), amount | _times(-item.least, everyone)
            yield Known(item.key, group, 0, "less"), _times(-1, amount) | _times(item.most, everyone)
            return
        for k in range(item.width):
            chosen = _one_each(k, leaves)
            yield Known(item.key, group, k), chosen
            if item.kind in BY_OPTION:
                yield Known(item.key, group, k, "not"), _times(-1, chosen) | everyone


def _one_each(kind: str | int, leaves: Iterable[Leaf]) -> dict[Hashable, float]:
    return dict.fromkeys(((kind, leaf) for leaf in leaves), 1.0)


def _times(factor: float, weights: dict[Hashable, float]) -> dict[Hashable, float]:
    return {name: factor * weight for name, weight in weights.items()}


def nobody_gave(told: Told, item: Item, *, whole: bool = False) -> tuple[list[Known], int]:
    """All that is known of answers that nobody gave, and how many could not be decided in time."""
    question = Question.of(told, item)
    asked = [one for group in told.groups for one in question.asked(group)]
    empty, undecided = Reach(question.facts).never([weights for _, weights in asked], whole=whole)
    return [asked[at][0] for at in empty], len(undecided)


def _between(item: Item, figure: Figure) -> tuple[float, float]:
    """Between which sums the told mean lies; whole sums of whole answers."""
    if figure.mean is None:
        raise LookupError("no mean is told")
    if figure.rounding:
        half, top = figure.rounding / 2, figure.n * (figure.mean + figure.rounding / 2)
        return math.ceil(figure.n * (figure.mean - half)), math.ceil(top) - 1
    half = TENTH / 2 if item.kind == "number" else HALF / 100
    return math.ceil(figure.n * (figure.mean - half)), math.floor(figure.n * (figure.mean + half))
