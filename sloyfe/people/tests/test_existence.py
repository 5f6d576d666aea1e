"""Rows are found by a statement written by hand, on whatever database there is."""

import uuid

import pytest

from conftest import Member, World
from sloyfe.kit.existence import exist
from sloyfe.people.models import Person

NAMED = f"FROM {Person._meta.db_table} WHERE id = %s AND email IN (%s)"


@pytest.mark.parametrize(
    ("emails", "found"), [(["a@b.no"], False), ([], False), (["a@b.no", "kari"], True), (["kari"], True)]
)
def test_it_is_there_or_not(world: World, kari: Member, emails: list[str], found: bool):
    given = [kari.person.email if email == "kari" else email for email in emails]

    assert exist((NAMED, (kari.person.pk, given))) == [found]
    assert exist((NAMED, (uuid.uuid4(), given))) == [False]


def test_several_are_asked_at_once_and_answered_in_turn(world: World, kari: Member, nils: Member):
    asked = [(NAMED, (who.person.pk, [kari.person.email])) for who in (nils, kari)]

    assert exist(*asked) == [False, True]
