"""A form that is sent again, because nobody answered the first time, is one row."""

import pytest
from django.test import Client

from conftest import Member, World
from sloyfe.cycle.meetings.models import CommonPoint, Meeting, MeetingDecision
from sloyfe.cycle.meetings.tests.making import staff_meeting

NAME = "6f1c1e0a-58a5-4c1e-9d5b-6d1f3f0c7a11"
POINT = ("punkter/felles/", {"words": "Vi prøver par", "name": NAME})
DECISION = ("beslutninger/", {"what_nb": "Vi prøver par", "what_nn": "", "due": "", "name": NAME})
FORMS = [(POINT, CommonPoint, "punkter/"), (DECISION, MeetingDecision, "beslutninger/")]


def send(world: World, client: Client, meeting: Meeting, said: tuple[str, dict[str, str]]) -> int:
    return client.post(world.url(f"moter/{meeting.pk}/{said[0]}"), said[1]).status_code


@pytest.mark.parametrize(("said", "model", "page"), FORMS)
def test_the_same_press_twice_is_one_row(
    world: World, ola: Member, said: tuple[str, dict[str, str]], model: type[CommonPoint | MeetingDecision], page: str
):
    meeting = staff_meeting(world, ola)

    assert [send(world, ola.client, meeting, said) for _twice in range(2)] == [302, 302]
    assert str(model.objects.get().pk) == NAME
    assert 'type="hidden" name="name"' in ola.client.get(world.url(f"moter/{meeting.pk}/{page}")).text


@pytest.mark.parametrize(("said", "model", "page"), FORMS)
def test_a_row_of_another_meeting_is_left_alone(
    world: World, ola: Member, said: tuple[str, dict[str, str]], model: type[CommonPoint | MeetingDecision], page: str
):
    one, other = staff_meeting(world, ola), staff_meeting(world, ola)

    assert (send(world, ola.client, one, said), send(world, ola.client, other, said)) == (302, 422)
    assert (model.objects.get().meeting, page in said[0]) == (one, True)
