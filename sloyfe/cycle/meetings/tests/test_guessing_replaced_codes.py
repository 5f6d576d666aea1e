"""A code that was replaced is no way round the guard against guessing the new one."""

from collections.abc import Iterator

import pytest
from django.test import Client

from conftest import NOW, Member, World
from sloyfe.cycle.meetings.models import Door
from sloyfe.cycle.meetings.queries.guessing import CALM, MISSES, control
from sloyfe.cycle.meetings.tests.seating import gathered_for


@pytest.fixture(autouse=True)
def _calm() -> Iterator[None]:
    MISSES.times.clear()
    yield
    MISSES.times.clear()


@pytest.fixture
def codes(world: World, kari: Member) -> tuple[str, str]:
    """The one that was replaced, and the new one."""
    old = gathered_for(world, kari, "igp")
    kari.client.post(world.url(f"moter/{old.meeting_id}/dor/kode/"))
    return old.code, Door.objects.get().code


def test_a_wrong_guess_at_the_new_code_is_counted_at_the_old_address_too(codes: tuple[str, str]):
    assert Client().get(f"/m/{codes[0]}/?til=12345678").status_code == 410
    assert len(MISSES.times) == 1


def test_while_many_guess_the_old_address_leads_on_only_those_who_have_seen_the_wall(codes: tuple[str, str]):
    old, new = codes
    many_guess()

    assert Client().get(f"/m/{old}/?til={new}").status_code == 410
    assert Client().get(f"/m/{old}/?til={new}&k={control(new)}").status_code == 302


def test_the_pages_inside_tell_outsiders_of_a_replaced_code_only_while_it_is_calm(codes: tuple[str, str]):
    assert Client().get(f"/m/{codes[1]}/tall/").status_code == 409
    assert Client().get("/m/98765432/tall/").status_code == 404
    assert len(MISSES.times) == 1
    many_guess()

    assert Client().get(f"/m/{codes[1]}/tall/").status_code == 404


def many_guess() -> None:
    for _guess in range(CALM + 1):
        MISSES.note(NOW)
