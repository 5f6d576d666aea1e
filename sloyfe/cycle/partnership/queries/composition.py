"""Whether everybody who should be at the table has a seat there."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext_lazy as _

from sloyfe.access.models import Space
from sloyfe.access.roles import Role
from sloyfe.cycle.partnership.models import Party, PartyRole, SeatArea, ServiceArea
from sloyfe.cycle.partnership.queries.rounds import parties
from sloyfe.cycle.partnership.queries.seats import AREAS, Taken, seats_taken
from sloyfe.kit.refusal import Sentence
from sloyfe.organisations.models import Kind

GROUP = frozenset({Role.LEADER, Role.RESOURCE, Role.STAFF})
KINDS_OF_PARTICIPANT: tuple[tuple[str, Sentence, frozenset[Role], Sentence, Sentence], ...] = (
    ("owner", _("eier"), frozenset({Role.OWNER}), _("Eier er med"), _("Inviter en ansvarlig hos eier.")),
    (
        "university",
        _("kompetansepartner"),
        frozenset({Role.PARTNER, Role.ADVISER}),
        _("Kompetansepartner er med"),
        _("Legg til et universitet, en høgskole eller en fagskole, og inviter en person derfra."),
    ),
    ("leader", _("leder"), frozenset({Role.LEADER}), _("Ledere er med"), _("Inviter lederen i hver enhet.")),
    (
        "practitioner",
        _("praktiker"),
        frozenset({Role.RESOURCE, Role.STAFF}),
        _("Praktikere er med"),
        _("Inviter minst én ressursperson eller ansatt som arbeider med barna eller elevene."),
    ),
)
REPRESENTATIVES: tuple[tuple[Role, Sentence, Sentence], ...] = (
    (Role.UNION, _("Tillitsvalgt er med"), _("Be de tillitsvalgte peke ut noen, og inviter dem.")),
    (Role.SAFETY, _("Verneombud er med"), _("Inviter verneombudet hos eier eller i en enhet.")),
    (
        Role.GUEST,
        _("Laget rundt barnet er invitert"),
        _("Legg til en tjeneste, eller inviter en gjest, for eksempel fra helsestasjon eller barnevern."),
    ),
)
AREA_OF_KIND = {
    Kind.KINDERGARTEN: ServiceArea.KINDERGARTEN,
    Kind.SFO: ServiceArea.SFO,
    Kind.SCHOOL: ServiceArea.SCHOOL,
    Kind.PPT: ServiceArea.PPT,
}


@dataclass(frozen=True)
class Line:
    """One thing that should be there; `to_do` is said while it is not."""

    key: str
    name: Sentence
    title: Sentence
    met: bool
    to_do: Sentence


def composition(space: Space, *, on: date) -> list[Line]:
    """The whole check, in the order people read it."""
    everyone, seats = parties(space), seats_taken(space, on=on)
    spoken_for = {row.area for row in SeatArea.objects.in_space(space)}
    return [*at_the_table(everyone, seats), *_representatives(everyone, seats), *_areas(everyone, spoken_for)]


def at_the_table(everyone: Sequence[Party], seats: list[Taken]) -> list[Line]:
    """What the start gate asks of it: somebody from every type of unit, and all four kinds of participant."""
    return [*_unit_types(everyone, seats), *_participants(seats)]


def _unit_types(everyone: Sequence[Party], seats: list[Taken]) -> Iterator[Line]:
    units = [party for party in everyone if party.role == PartyRole.UNIT]
    filled = {seat.space_id for seat in seats if seat.role in GROUP}
    for kind in (each for each in Kind if any(unit.organisation.kind == each for unit in units)):
        present = any(unit.place_id in filled for unit in units if unit.organisation.kind == kind)
        name = _inside_a_sentence(str(kind.label))
        title = _("Noen fra %(kind)s er med") % {"kind": name}
        yield Line(f"unit.{kind.value}", name, title, present, _("Inviter en leder eller ressursperson derfra."))
    if not units:
        to_do = _("Legg til barnehager, skoler, SFO og PPT.")
        yield Line("unit", _("enheter"), _("Enheter er med"), met=False, to_do=to_do)


def _participants(seats: list[Taken]) -> Iterator[Line]:
    held = {seat.role for seat in seats}
    for key, name, roles, title, to_do in KINDS_OF_PARTICIPANT:
        yield Line(f"kind.{key}", name, title, bool(held & {role.value for role in roles}), to_do)


def _representatives(everyone: Sequence[Party], seats: list[Taken]) -> Iterator[Line]:
    held = {seat.role for seat in seats}
    for role, title, to_do in REPRESENTATIVES:
        services = role == Role.GUEST and any(party.role == PartyRole.SERVICE for party in everyone)
        yield Line(f"seat.{role.value}", title, title, role.value in held or services, to_do)


def _areas(everyone: Sequence[Party], spoken_for: set[str]) -> Iterator[Line]:
    kinds = {party.organisation.kind for party in everyone if party.role == PartyRole.UNIT}
    for kind, area in AREA_OF_KIND.items():
        if kind in kinds:
            name = _inside_a_sentence(str(AREAS[area]))
            title = _("Noen hos eier taler for %(area)s") % {"area": name}
            to_do = _("Inviter noen hos eier, og kryss av for området.")
            yield Line(f"area.{area.value}", name, title, area.value in spoken_for, to_do)


def _inside_a_sentence(name: str) -> str:
    """Barnehage → barnehage, but SFO and PP-tjeneste as they are."""
    return name if name[:2].isupper() else name[:1].lower() + name[1:]
