"""Reads about spaces and seats."""

from datetime import date
from uuid import UUID

from sloyfe.access.models import Seat, Space
from sloyfe.access.visit import Visit
from sloyfe.people.models import Person


def visit(person: Person, slug: str, *, on: date) -> Visit | None:
    """The visit of a person to the partnership with this slug; None where they hold no seat."""
    return next((each for each in spaces_of(person, on=on) if each.space.slug == slug), None)


def place(space: Space, key: UUID) -> Space | None:
    """A place inside this partnership, with its opening if it has one."""
    return Space.objects.filter(pk=key, path__startswith=space.path).select_related("opening").first()


def spaces_of(person: Person, *, on: date) -> list[Visit]:
    """Every partnership this person takes part in, with their seats there."""
    seats = list(Seat.objects.standing(on).filter(person=person).select_related("space"))
    roots = {seat.space.pk: seat.space for seat in seats if seat.space.parent_id is None}
    if unknown := {seat.space.root_key for seat in seats} - roots.keys():
        roots |= Space.objects.in_bulk(unknown)
    by_title = sorted(roots.values(), key=lambda root: root.title)
    return [Visit(person, root, tuple(seat for seat in seats if seat.space.inside(root))) for root in by_title]
