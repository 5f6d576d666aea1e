"""Two or more at the same instant: nothing is stored twice, nothing is lost, and no limit is passed."""

import re
import threading

import pytest
from django.db import connection
from django.test import Client
from django.utils import timezone

from sloyfe.surveys import sealing
from sloyfe.surveys.actions import inviting, meeting, running
from sloyfe.surveys.models import Code, Envelope, MeetingLink
from sloyfe.surveys.tests.stage import answers_for, plan, read_again

pytestmark = pytest.mark.django_db(transaction=True)


def test_two_stacks_printed_at_once_are_together_no_more_than_the_people(world, kari):
    wave = plan(world, kari, opened=True, asked={world.school.place: 6})
    results, gate = [], threading.Barrier(2)

    def make_four():
        row = wave.places.get(place=world.school.place)
        gate.wait()
        try:
            results.append(len(inviting.make_codes(row, 4, by=kari.person, at=timezone.now())))
        except Exception as no:  # noqa: BLE001 - a refusal, or in memory SQLite that says it is locked
            results.append(type(no).__name__)
        connection.close()

    threads = [threading.Thread(target=make_four) for _nth in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert results.count(4) == 1
    assert Code.objects.count() == 4


def test_two_who_open_at_once_make_one_key_that_opens_every_answer(world, kari):
    wave = plan(world, kari)
    gate, said = threading.Barrier(2), []

    def open_it():
        mine = read_again(wave)
        gate.wait()
        try:
            running.open_wave(mine, by=kari.person, at=timezone.now())
            said.append("opened")
        except Exception as no:  # noqa: BLE001 - a refusal, or in memory SQLite that says it is locked
            said.append(type(no).__name__)
        connection.close()

    threads = [threading.Thread(target=open_it) for _nth in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert said.count("opened") == 1
    assert sealing.key_stands(wave.pk, bytes(read_again(wave).public_key))


def test_a_full_room_sending_at_once_loses_nothing_and_takes_no_more_than_it_should(world, kari, ola):
    wave = plan(world, kari, opened=True, asked={world.school.place: 4})
    meeting.open_link(wave.places.get(), present=4, by=ola.person, at=timezone.now())
    code = meeting.link_code(MeetingLink.objects.get())
    forms = [fields(Client(), code) for _nth in range(6)]
    forms[5] = forms[4]  # one of them presses twice
    gate, statuses = threading.Barrier(6), []

    def send_one(form):
        gate.wait()
        for _attempt in range(80):
            # In memory SQLite does not wait for a lock: it answers 500 at once.
            status = Client(raise_request_exception=False).post(f"/svar/{code}/", answers_for(wave) | form).status_code
            if status != 500:
                statuses.append(status)
                break
        connection.close()

    threads = [threading.Thread(target=send_one, args=(form,)) for form in forms]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(statuses) == [200] * 4 + [409] * 2
    assert Envelope.objects.count() == Code.objects.filter(spent=True).count() == 4


def fields(client, code):
    """The page's own word, as a browser sends it back."""
    return {"page": re.search(r'name="page" value="(\w+)"', client.get(f"/svar/{code}/").text)[1]}
