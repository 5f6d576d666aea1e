"""Who sees whose figures and whose named answers."""

from collections.abc import Mapping
from uuid import UUID

from sloyfe.access.models import Space
from sloyfe.access.policy import Can
from sloyfe.access.roles import Role
from sloyfe.access.visit import Visit, reaches
from sloyfe.surveys import release
from sloyfe.surveys.models import NamedResponse, Wave


def visible_places(visit: Visit, wave: Wave) -> list[Space]:
    """The levels under the network whose figures this visitor may see: their own, those above, and shared ones."""
    consented = {consent.place_id for consent in wave.consents.all()}
    asked = {row.place_id: row.place for row in wave.places.all()}
    tree = {place.pk: place for place in asked.values()}
    above = Space.objects.filter(pk__in=[p.parent_id for p in asked.values()]).exclude(pk=wave.space_id)
    tree |= {place.pk: place for place in above.select_related("opening")}
    answers = release.answers_told(wave)
    return [
        place
        for place in sorted(tree.values(), key=lambda p: p.path.count("/"))
        if _sees(visit, place, _within(place, list(asked.values()), answers), consented)
    ]


def sees_whole(visit: Visit, wave: Wave) -> bool:
    """Whether the figures of all together may be seen: not where they are, or give away, those of one unit."""
    if not wave.is_anonymous:
        return True
    consented = {consent.place_id for consent in wave.consents.all()}
    asked = [row.place for row in wave.places.all()]
    return not _gives_one_away(visit, _within(visit.space, asked, release.answers_told(wave)), consented)


def is_of_one_unit(wave: Wave) -> bool:
    """Whether the figures of all together are those of one unit that has not shared them."""
    if not wave.is_anonymous:
        return False
    answers = release.answers_told(wave)
    found = _sources([row.place for row in wave.places.all()], answers, answers.get(wave.space_id))
    return len(found) == 1 and found[0].pk not in {consent.place_id for consent in wave.consents.all()}


def named_response(wave: Wave, person: UUID, place: Space) -> NamedResponse | None:
    """What this leader has answered for the place."""
    return wave.named_responses.filter(person_id=person, place=place).first()


def named_responses(visit: Visit, wave: Wave) -> list[NamedResponse]:
    """The leaders' answers that this visitor may read: their own, or all that are not shielded from them."""
    rows = wave.named_responses.select_related("person", "place", "place__opening").order_by("place__title", "pk")
    if not visit.may(Can.NAMED_SEE):
        return [row for row in rows if row.person_id == visit.person.pk]
    return [row for row in rows if row.person_id == visit.person.pk or _open_to(visit, row.place)]


def leader_places(visit: Visit, wave: Wave) -> list[Space]:
    """The asked places that this visitor leads."""
    led = {seat.space_id for seat in visit.seats if seat.role == Role.LEADER}
    return [row.place for row in wave.places.all() if row.place_id in led]


def _sees(visit: Visit, place: Space, inside: list[Space], consented: set[UUID]) -> bool:
    if _gives_one_away(visit, inside, consented):
        return False
    if len(inside) == 1:
        return True
    own = any(seat.space.parent_id and seat.space.inside(place) for seat in visit.seats)
    return own or any(reaches(seat, place) for seat in visit.seats)


def _within(place: Space, asked: list[Space], answers: Mapping[UUID, int]) -> list[Space]:
    """The asked places inside one; only the one that all its answers came from, where the others gave none."""
    return _sources([one for one in asked if one.inside(place)], answers, answers.get(place.pk))


def _sources(inside: list[Space], answers: Mapping[UUID, int], everything: int | None) -> list[Space]:
    alone = [one for one in inside if everything is not None and answers.get(one.pk) == everything]
    return alone or inside


def _gives_one_away(visit: Visit, inside: list[Space], consented: set[UUID]) -> bool:
    """The sum of one unit is the unit, which decides itself."""
    if len(inside) != 1:
        return False
    return inside[0].pk not in consented and not any(seat.space.inside(inside[0]) for seat in visit.seats)


def _open_to(visit: Visit, place: Space) -> bool:
    return not place.shielded or hasattr(place, "opening") or any(reaches(seat, place) for seat in visit.seats)
