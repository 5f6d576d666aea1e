"""A query says which partnership it is about, or does not run."""

import pytest

from conftest import World, make_world
from sloyfe.access.scoping import UnscopedError


def test_a_bare_query_raises(world: World):
    for ask in (list, len, bool):
        with pytest.raises(UnscopedError):
            ask(type(world.school).objects.all())
    for question in ("count", "exists", "delete", "first", "get"):
        with pytest.raises(UnscopedError):
            getattr(type(world.school).objects.filter(role="unit"), question)()
    with pytest.raises(UnscopedError):
        type(world.school).objects.filter(role="unit").update(role="owner")


def test_a_scoped_query_sees_its_own_partnership_and_no_other(world: World):
    other = make_world("annet", "Et annet sted")

    ours = {party.space_id for party in type(world.school).objects.in_space(world.space)}
    assert ours == {world.space.pk}
    assert type(world.school).objects.in_space(other.space).count() == 4


def test_a_place_inside_counts_as_its_partnership(world: World):
    assert type(world.school).objects.in_space(world.school.place).count() == 4
