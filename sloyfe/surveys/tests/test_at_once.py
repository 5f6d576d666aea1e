"""Two or more at the same instant: nothing is stored twice, nothing is lost, and no limit is passed."""

import re
import threading
from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.utils import timezone

from sloyfe.surveys import sealing
from sloyfe.surveys.actions import inviting, meeting, running
from sloyfe.surveys.models import Code, Envelope, MeetingLink
from sloyfe.surveys.tests.stage import answers_for, codes, plan, read_again

pytestmark = pytest.mark.django_db(transaction=True)


def test_two_sendings_of_one_code_leave_one_envelope(world, kari):
    wave = plan(world, kari, opened=True)
    (code,) = codes(wave, world.school.place, kari, 1)
    sent = answers_for(wave)

    assert at_once(lambda: send(code, sent), lambda: send(code, sent)) == [200, 409]
    assert Envelope.objects.filter(wave=wave).count() == 1


def test_two_stacks_printed_are_together_no_more_than_the_people(world, kari):
    wave = plan(world, kari, opened=True, asked={world.school.place: 6})

    def print_four():
        return len(inviting.make_codes(wave.places.get(), 4, by=kari.person, at=timezone.now()))

    assert at_once(print_four, print_four).count(4) == 1
    assert Code.objects.count() == 4


def test_two_who_open_make_one_key_that_opens_every_answer(world, kari):
    wave = plan(world, kari)
    first, second = read_again(wave), read_again(wave)

    def open_it(each):
        return lambda: running.open_wave(each, by=kari.person, at=timezone.now())

    assert at_once(open_it(first), open_it(second)).count(None) == 1
    assert sealing.key_stands(wave.pk, bytes(read_again(wave).public_key))


def test_a_full_room_loses_nothing_and_takes_no_more_than_it_should(world, kari, ola):
    wave = plan(world, kari, opened=True, asked={world.school.place: 4})
    meeting.open_link(wave.places.get(), present=4, by=ola.person, at=timezone.now())
    code = meeting.link_code(MeetingLink.objects.get())
    forms = [answers_for(wave) | {"page": word_of_the_page(code)} for _nth in range(6)]
    forms[5] = forms[4]  # one of them presses twice

    assert at_once(*(lambda form=form: send(code, form) for form in forms)) == [200] * 4 + [409] * 2
    assert Envelope.objects.count() == Code.objects.filter(spent=True).count() == 4


def at_once(*acts: Callable[[], object]) -> list[object]:
    """What each of these gives when all begin together, in order; of what was raised, the name."""
    gate, given = threading.Barrier(len(acts)), []

    def do(act):
        gate.wait()
        try:
            given.append(act())
        except Exception as no:  # noqa: BLE001 - a refusal, or in memory SQLite that says it is locked
            given.append(type(no).__name__)
        connection.close()

    threads = [threading.Thread(target=do, args=(act,)) for act in acts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sorted(given, key=str)


def send(code, form):
    """Send it as a browser would, again when the database in memory says that it is locked instead of waiting."""
    for _attempt in range(80):
        # A test client that raises would raise what the other threads' requests met.
        page = Client(raise_request_exception=False).post(f"/svar/{code}/", form)
        if page.status_code not in (500, 503):
            return page.status_code
    return "never answered"


def word_of_the_page(code):
    return re.search(r'name="page" value="(\w+)"', Client().get(f"/svar/{code}/").text)[1]
