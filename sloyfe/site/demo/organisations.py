"""Owners, units and partners in the register, with numbers that pass the check but belong to nobody."""

from collections.abc import Iterator
from itertools import count

from sloyfe.organisations.actions import add_organisation
from sloyfe.organisations.models import Kind, Organisation
from sloyfe.organisations.numbers import check_digit
from sloyfe.people.models import Person
from sloyfe.site.demo.material import Told
from sloyfe.site.demo.stage import Stage


def add_organisations(stage: Stage, *, by: Person) -> None:
    """Everything that takes part, owners before their units."""
    numbers = _numbers(int(stage.told["numbers_from"]))
    for entry in (*stage.entries("owner"), *stage.entries("unit"), *stage.entries("partner")):
        stage.organisations[entry["key"]] = _add(stage, entry, next(numbers), by)


def _add(stage: Stage, entry: Told, number: str, by: Person) -> Organisation:
    owner = entry.get("owner", entry["key"])
    return add_organisation(
        name=entry["name"],
        kind=Kind(entry["kind"]),
        number=number,
        parent=stage.organisations.get(owner),
        municipality=stage.told["municipalities"].get(owner, ""),
        language=entry["language"],
        staff_count=entry.get("staff"),
        by=by,
        at=stage.at("08-10", 9),
    )


def _numbers(first: int) -> Iterator[str]:
    """Real numbers begin with 8 or 9; these begin with 3, as test numbers do."""
    for eight in count(first, 7):
        last = check_digit(str(eight))
        if last is not None:
            yield f"{eight}{last}"
