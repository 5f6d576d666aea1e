"""Seats reach down the tree, but not into a shielded place that has not opened."""

import pytest

from conftest import LONG_AGO, NOW, Member, World, seat
from sloyfe.access import queries
from sloyfe.access.models import Opening
from sloyfe.access.policy import POLICY, Can
from sloyfe.access.roles import Role
from sloyfe.access.visit import Visit


def visit_of(who: Member, world: World) -> Visit:
    visit = queries.visit(who.person, world.space.slug or "", on=NOW.date())
    assert visit is not None
    return visit


def test_every_capability_has_a_row_in_the_table():
    assert set(POLICY) == set(Can)


def test_a_leader_reaches_the_own_place_and_not_the_neighbour(world: World, ola: Member):
    visit = visit_of(ola, world)

    assert visit.may(Can.NEED_WORD, world.school.place)
    assert not visit.may(Can.NEED_WORD, world.kindergarten.place)


def test_an_owner_reaches_all_units_below(world: World, kari: Member):
    assert visit_of(kari, world).may(Can.NEED_WORD, world.kindergarten.place)


def test_a_shielded_place_opens_itself_or_stays_shut(world: World, kari: Member):
    private = world.space.place("Privat barnehage", shielded=True)
    assert not visit_of(kari, world).may(Can.NEED_SEE, private)

    Opening.objects.create(place=private, given_by=kari.person, given_at=NOW)
    found = queries.place(world.space, private.pk)

    assert found is not None
    assert visit_of(kari, world).may(Can.NEED_SEE, found)


def test_those_inside_a_shielded_place_see_it(world: World, nils: Member):
    private = world.space.place("Privat barnehage", shielded=True)
    seat(nils.person, private, Role.LEADER)

    assert visit_of(nils, world).may(Can.NEED_SEE, private)


@pytest.mark.parametrize(("since", "until"), [(None, LONG_AGO), (NOW.date().replace(year=2030), None)])
def test_a_seat_that_has_ended_or_not_begun_gives_nothing(world: World, nils: Member, since: object, until: object):
    row = nils.person.seats.get()
    row.since, row.until = since or row.since, until
    row.save()

    assert queries.visit(nils.person, world.space.slug or "", on=NOW.date()) is None
