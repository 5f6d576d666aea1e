"""The cast: Kari owns, Ola leads, Nils takes part, Siri advises, and Ute must see nothing."""

from dataclasses import dataclass
from datetime import UTC, date, datetime

import pytest
from django.test import Client

from sloyfe.access.models import Seat, Space
from sloyfe.access.roles import Role
from sloyfe.cycle.partnership.models import Partnership, Party, PartyRole, Round
from sloyfe.kit.text import Text
from sloyfe.organisations.models import Kind, Organisation
from sloyfe.people.models import Person

NOW = datetime(2026, 9, 1, 10, 0, tzinfo=UTC)
TODAY = date(2026, 9, 1)
LONG_AGO = date(2024, 8, 1)


@dataclass(frozen=True)
class Member:
    """Somebody of the cast, with a browser of their own."""

    person: Person
    client: Client


@dataclass(frozen=True)
class World:
    """A small partnership: one municipal owner with a school and a kindergarten, and a university."""

    space: Space
    partnership: Partnership
    round: Round
    owner: Party
    school: Party
    kindergarten: Party
    university: Party

    def url(self, rest: str = "") -> str:
        """An address inside the partnership."""
        return f"/p/{self.space.slug}/{rest}"


def make_world(slug: str = "lesing", name: str = "Lesing i lag") -> World:
    """Build a partnership straight in the database."""
    space = Space.root(slug, name)
    partnership = Partnership.objects.create(space=space, name=Text.of(nb=name, nn=name), begun_on=LONG_AGO)
    this_round = Round.objects.create(
        space=space, title=Text.of(nb="Runde 1", nn="Runde 1"), school_year=2026, opened_at=NOW
    )
    owner = _party(space, space, PartyRole.OWNER, f"Granvik kommune {slug}", Kind.OWNER_MUNICIPAL, None)
    school = _party(space, owner.place, PartyRole.UNIT, f"Lia skole {slug}", Kind.SCHOOL, owner.organisation)
    garden = _party(
        space, owner.place, PartyRole.UNIT, f"Bekken barnehage {slug}", Kind.KINDERGARTEN, owner.organisation
    )
    university = _party(space, space, PartyRole.PARTNER, f"Fjordby universitet {slug}", Kind.UNIVERSITY, None)
    return World(space, partnership, this_round, owner, school, garden, university)


def seat(person: Person, space: Space, role: Role) -> Seat:
    """Give somebody a seat that has long stood."""
    return Seat.objects.create(person=person, space=space, role=role, since=LONG_AGO)


def member(name: str, email: str, language: str = "nb") -> Member:
    """A person with a signed-in browser."""
    person = Person.objects.create(name=name, email=email, language=language)
    client = Client()
    client.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
    return Member(person, client)


@pytest.fixture
def world(db: None) -> World:
    return make_world()


@pytest.fixture
def kari(world: World) -> Member:
    kari = member("Kari Eide", "kari@example.org")
    seat(kari.person, world.owner.place, Role.OWNER)
    seat(kari.person, world.space, Role.COORDINATOR)
    return kari


@pytest.fixture
def ola(world: World) -> Member:
    ola = member("Ola Lie", "ola@example.org")
    seat(ola.person, world.school.place, Role.LEADER)
    return ola


@pytest.fixture
def nils(world: World) -> Member:
    nils = member("Nils Moe", "nils@example.org", "nn")
    seat(nils.person, world.school.place, Role.STAFF)
    return nils


@pytest.fixture
def siri(world: World) -> Member:
    siri = member("Siri Dal", "siri@example.org")
    seat(siri.person, world.university.place, Role.PARTNER)
    seat(siri.person, world.university.place, Role.ADVISER)
    return siri


@pytest.fixture
def ute(db: None) -> Member:
    """An owner elsewhere, so that there is something she may see, and nothing here."""
    elsewhere = make_world("annet", "Et annet sted")
    ute = member("Ute Vik", "ute@example.org")
    seat(ute.person, elsewhere.space, Role.COORDINATOR)
    seat(ute.person, elsewhere.owner.place, Role.OWNER)
    return ute


def _party(space: Space, above: Space, role: PartyRole, name: str, kind: Kind, parent: Organisation | None) -> Party:
    organisation = Organisation.objects.create(name=name, kind=kind, parent=parent)
    place = above.place(name, shielded=organisation.is_private)
    return Party.objects.create(space=space, organisation=organisation, role=role, place=place, since=LONG_AGO)
