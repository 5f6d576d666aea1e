"""Networks drawn from a seed: owners, units, people with roles, and what each answers in two waves."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from random import Random
from typing import Any

ROLES = ("teaching", "assisting", "leading")
ROLE_WEIGHTS = (55, 35, 10)
MEDIAN, SPREAD = 12.0, 0.8
RESPONSE = 0.75
ROOT = "n"


@dataclass(frozen=True)
class Item:
    """One question of a questionnaire, as everybody who is asked it sees it."""

    key: str
    kind: str
    width: int
    least: int = 0
    most: int = 0
    skipped: float = 0.0


@dataclass(frozen=True)
class Person:
    """Somebody who answered: where, in which role, and what to each item."""

    place: str
    role: str
    answers: dict[str, Any]


@dataclass(frozen=True)
class Wave:
    """The tree of those who were asked, and those who answered."""

    parents: dict[str, str | None]
    asked: dict[str, int]
    items: tuple[Item, ...]
    people: list[Person]


@dataclass(frozen=True)
class Network:
    """Two waves of a network that an owner leaves in between; `steady` when the same people answer both times."""

    number: int
    waves: tuple[Wave, Wave]
    steady: bool


@dataclass
class _Unit:
    owner: str
    staff: list[tuple[str, float]] = field(default_factory=list)


def networks(count: int, seed: int, *, most_units: int = 40) -> Iterator[Network]:
    """So many networks; the same seed gives the same ones."""
    for number in range(count):
        yield network(number, Random(f"{seed}/{number}"), most_units=most_units)


def network(number: int, dice: Random, *, most_units: int = 40) -> Network:
    """Owners with units of very different size; in some, everybody who answers does so both times."""
    units = {f"u{nth}": _Unit("") for nth in range(round(5 * (most_units / 5) ** dice.random() ** 2))}
    owners = [f"o{nth}" for nth in range(max(2, round(len(units) / dice.uniform(2, 6))))]
    for nth, unit in enumerate(units.values()):
        unit.owner = owners[nth] if nth < len(owners) else dice.choice(owners)
        size = max(2, round(dice.lognormvariate(0, SPREAD) * MEDIAN))
        unit.staff = [(dice.choices(ROLES, ROLE_WEIGHTS)[0], dice.random()) for _ in range(size)]
    items = _items(dice)
    steady = dice.random() < 0.25
    gone = dice.choice(owners)
    leaning = {place: dice.gauss(0, 1.2) for place in units}
    first = _wave(units, items, leaning, dice, None)
    staying = {place: unit for place, unit in units.items() if unit.owner != gone}
    second = _wave(staying, items, leaning, dice, first if steady else None)
    return Network(number, (first, second), steady)


def _items(dice: Random) -> tuple[Item, ...]:
    others = [
        Item("even", "scale", 5),
        Item("one", "choice", 4, skipped=0.1),
        Item("several", "choices", 4, most=2),
        Item("order", "ranking", 4, most=4, skipped=0.1),
        Item("hours", "number", 1, least=1, most=6),
    ]
    return (Item("sure", "scale", 5, skipped=dice.choice([0.02, 0.1, 0.3])), *dice.sample(others, 2))


def _wave(
    units: dict[str, _Unit], items: tuple[Item, ...], leaning: dict[str, float], dice: Random, before: Wave | None
) -> Wave:
    parents: dict[str, str | None] = {ROOT: None}
    for place, unit in units.items():
        parents |= {unit.owner: ROOT, place: unit.owner}
    who = (
        [(one.place, one.role) for one in before.people if one.place in units]
        if before
        else [
            (place, role if dice.random() > 0.03 else "")
            for place, unit in units.items()
            for role, will in unit.staff
            if will < RESPONSE + dice.gauss(0, 0.1)
        ]
    )
    people = [Person(place, role, _answers(items, leaning[place], dice)) for place, role in who]
    return Wave(parents, {place: len(unit.staff) for place, unit in units.items()}, items, people)


def _answers(items: tuple[Item, ...], lean: float, dice: Random) -> dict[str, Any]:
    """Answers that lean the way of the unit, so that some categories are empty and some units unanimous."""
    return {item.key: ANSWERS[item.kind](item, lean, dice) for item in items if dice.random() >= item.skipped}


def _scale(item: Item, lean: float, dice: Random) -> int:
    return min(max(round(3.3 + lean + dice.gauss(0, 0.9)), 1), item.width)


def _choice(item: Item, lean: float, dice: Random) -> int:
    return min(max(round(1.5 + lean + dice.gauss(0, 0.8)), 0), item.width - 1)


def _choices(item: Item, lean: float, dice: Random) -> list[int]:
    return sorted({_choice(item, lean, dice) for _ in range(item.most)})


def _ranking(item: Item, lean: float, dice: Random) -> list[int]:
    return sorted(range(item.width), key=lambda option: option * (1 + abs(lean)) * 0.6 + dice.gauss(0, 1))


def _number(item: Item, lean: float, dice: Random) -> int:
    return min(max(round(3.5 + 1.5 * lean + dice.gauss(0, 1)), item.least), item.most)


ANSWERS = {"scale": _scale, "choice": _choice, "choices": _choices, "ranking": _ranking, "number": _number}
