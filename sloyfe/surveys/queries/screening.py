"""Who may read free text before anybody else does: never somebody who leads those who wrote."""

from collections.abc import Mapping, Sequence
from datetime import date

from django.utils.translation import gettext_lazy as _

from sloyfe.access.models import Seat, Space
from sloyfe.access.roles import Role
from sloyfe.kit.refusal import Sentence
from sloyfe.people.models import Person
from sloyfe.surveys.models import Audience, Wave

SCREENING: Mapping[Role, Sentence] = {
    Role.COORDINATOR: _("koordinatoren for partnerskapet"),
    Role.PARTNER: _("kompetansepartneren, altså universitetet eller høgskolen"),
}


def screener(wave: Wave) -> Role:
    """The role that reads the free texts of this wave first; it stands from the opening."""
    return Role(wave.screened_by or Role.COORDINATOR)


def screeners(wave: Wave, on: date) -> dict[Role, list[Person]]:
    """The roles that could read first, each with those who hold it and lead nobody who is asked."""
    asked = [row.place for row in wave.places.all()]
    seats = _seats(wave, on)
    leading = {seat.person_id for seat in seats if _leads(seat, asked, wave.instrument.audience)}
    found: dict[Role, list[Person]] = {}
    for role in SCREENING:
        held = {seat.person_id: seat.person for seat in seats if seat.role == role and seat.person_id not in leading}
        if held:
            found[role] = list(held.values())
    return found


def may_screen(wave: Wave, person: Person, on: date) -> bool:
    """Whether this person holds the role that was promised, and leads nobody who wrote."""
    return person.pk in {one.pk for one in screeners(wave, on).get(screener(wave), ())}


def leads_any(person: Person, places: Sequence[Space], on: date) -> bool:
    """Whether this person leads one of the places, or a place that it lies in."""
    held = Seat.objects.standing(on).filter(person=person, role=Role.LEADER).select_related("space")
    return any(_leads(seat, places, Audience.STAFF) for seat in held)


def _seats(wave: Wave, on: date) -> list[Seat]:
    roles = (*SCREENING, Role.LEADER, Role.OWNER)
    inside = Seat.objects.standing(on).filter(role__in=roles, space__path__startswith=wave.space.path)
    return list(inside.select_related("space", "person").order_by("person__name"))


def _leads(seat: Seat, asked: Sequence[Space], audience: str) -> bool:
    """Leaders lead their staff; owners lead the leaders."""
    above = {Role.LEADER} if audience == Audience.STAFF else {Role.LEADER, Role.OWNER}
    return seat.role in above and any(place.inside(seat.space) for place in asked)
