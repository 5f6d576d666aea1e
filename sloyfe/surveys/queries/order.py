"""A questionnaire in the order it is read, and what hangs on what in it."""

from collections.abc import Iterator
from dataclasses import dataclass

from sloyfe.kit.text import Text
from sloyfe.surveys.conditions import Condition
from sloyfe.surveys.models import Instrument, Item, Kind, Part
from sloyfe.surveys.models.instruments import Asked
from sloyfe.surveys.sheet import DONT_KNOW, Option, options_from_json
from sloyfe.surveys.steps import steps_of

OPENING_KINDS = (Kind.SCALE, Kind.CHOICE, Kind.CHOICES)


@dataclass(frozen=True)
class Outline:
    """The parts and questions that are in, in the order they are read."""

    parts: list[tuple[Part, list[Item]]]

    @property
    def items(self) -> list[Item]:
        """Every question."""
        return [item for _part, items in self.parts for item in items]

    def rows(self) -> Iterator[Part | Item]:
        """Each part, and after it its questions."""
        for part, items in self.parts:
            yield part
            yield from items

    def before(self, row: Part | Item) -> list[Item]:
        """The questions that stand before it and can open it."""
        found = []
        for each in self.rows():
            if each.pk == row.pk:
                break
            if isinstance(each, Item) and each.kind in OPENING_KINDS:
                found.append(each)
        return found

    def hanging_on(self, key: str) -> list[Part | Item]:
        """What is shown only after certain answers to this question."""
        return [row for row in self.rows() if row.condition and row.condition["item"] == key]


def outline(instrument: Instrument) -> Outline:
    """The questionnaire as it stands; two questions to the database."""
    items = list(instrument.items.exclude(position=None).select_related("bank_entry"))
    parts = instrument.parts.exclude(position=None)
    return Outline([(part, [item for item in items if item.section == part.key]) for part in parts])


def opening_answers(item: Asked) -> list[Option]:
    """The answers that something can hang on."""
    steps = [Text.from_json(step) for step in steps_of(item)]
    named = [Option(str(i), step or Text.of(str(i))) for i, step in enumerate(steps, start=1)]
    unsure = [Option(DONT_KNOW, Text())] if item.dont_know else []
    return [*named, *options_from_json(item.options), *unsure]


def condition_of(row: Part | Item) -> Condition | None:
    """Whom a part or a question is for."""
    return Condition.from_json(row.condition)
