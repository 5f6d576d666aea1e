"""The library as it is searched: methods under their purposes, those that suit."""

from dataclasses import dataclass

from sloyfe.cycle.meetings import content
from sloyfe.cycle.meetings.scripts import Method, Purpose


@dataclass(frozen=True)
class Suited:
    """A method that suits; `shortened` when it must be cut down to fit the time."""

    method: Method
    shortened: bool


@dataclass(frozen=True)
class Shelf:
    """The methods that suit, of one purpose."""

    purpose: Purpose
    suited: list[Suited]


def shelves(*, minutes: int | None = None, people: int | None = None) -> list[Shelf]:
    """Every purpose that has a method for this time and this many; empty ones are left out."""
    found = [
        Suited(each, shortened=minutes is not None and each.minutes > minutes)
        for each in content.methods()
        if (minutes is None or each.least_minutes <= minutes) and (people is None or each.people.holds(people))
    ]
    by_purpose = [
        Shelf(purpose, [each for each in found if each.method.purpose == purpose.key]) for purpose in content.purposes()
    ]
    return [shelf for shelf in by_purpose if shelf.suited]
