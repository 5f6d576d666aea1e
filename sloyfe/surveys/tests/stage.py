"""What the tests of the surveys stand on: a planned wave, codes, and people who answer."""

import re
from datetime import timedelta
from typing import Any

from django.test import Client
from django.utils import timezone

from sloyfe.surveys import queries, release
from sloyfe.surveys.actions import answering, building, closing, inviting, running
from sloyfe.surveys.sheet import Sheet

PEOPLE = 40
THEMES = ("language_environment", "transitions", "play_and_exploration", "home_cooperation")


def plan(world, kari, *, instrument=None, template="staff", opened=False, asked=None, **rest: Any) -> Any:
    """A wave of a ready-made questionnaire, or of one that is given, for the school and the kindergarten."""
    by, at, today = kari.person, timezone.now(), timezone.localdate()
    if instrument is None:
        instrument = building.make_instrument(space=world.space, template=template, themes=THEMES, by=by, at=at)
    wave = running.plan_wave(
        space=world.space,
        instrument=instrument,
        asked=asked or {world.school.place: 30, world.kindergarten.place: 20},
        **{
            "opens_on": today,
            "closes_on": today + timedelta(days=14),
            "deletes_on": today + timedelta(days=100),
            "fewest_scale": 5,
            "fewest_text": 10,
            **rest,
        },
        by=by,
        at=at,
    )
    if opened:
        running.open_wave(wave, by=by, at=at)
    return queries.wave(world.space, wave.pk)


def codes(wave, place, kari, count):
    """One-time codes for a place."""
    row = wave.places.get(place=place)
    return inviting.make_codes(row, count, by=kari.person, at=timezone.now())


def questionnaire(wave):
    """The frozen questionnaire."""
    return Sheet.from_json(wave.edition.sheet)


def answers_for(wave, step=3, **rest):
    """Every scale answered with the same step, and one of each other kind."""
    sent = {question.key: str(step) for question in questionnaire(wave).questions if question.kind == "scale"}
    return sent | {"C5": ["own_trial"], "C6": "Roligere overganger", "C7": "Uteleik"} | rest


def answer(wave, place, kari, steps, *, texts=()):
    """People at a place answer, one with each of these steps."""
    for i, (code, step) in enumerate(zip(codes(wave, place, kari, len(steps)), steps, strict=True)):
        words = {"C6": texts[i]} if i < len(texts) else {}
        group = "teaching" if i % 2 else "assisting"
        page = Client().post(f"/svar/{code}/", answers_for(wave, step, role_group=group) | words)
        assert page.status_code == 200, page.text


def words_of(nth):
    """What the person who answers as number `nth` writes, unlike all others."""
    return f"Ord nummer {nth:03} fra en som ingen skal kjenne"


def everybody_answers(wave, world, kari, *, items=("C6",)):
    """Forty people, one after the other; their codes in the order in which they answered."""
    made = codes(wave, world.school.place, kari, PEOPLE)
    for nth, code in enumerate(made):
        held = queries.code(inviting.digest(code))
        given = dict.fromkeys(items, words_of(nth))
        answering.submit_answer(held, given, role_group="teaching", on=timezone.localdate())
    return made


def likeness(order):
    """Spearman's correlation with the order in which people answered: 1 the same, -1 reversed, near 0 none."""
    n = len(order)
    return 1 - 6 * sum((place - nth) ** 2 for place, nth in enumerate(order)) / (n * (n * n - 1))


def numbers(texts):
    return [int(re.search(r"nummer (\d+)", text)[1]) for text in texts]


def figure(wave, item, place=None) -> Any:
    """One figure from the release, which must be there."""
    return release.figure(wave, item, place)


def read_again(wave) -> Any:
    """The wave as it now stands."""
    return queries.wave(wave.space, wave.pk)


def close(wave, kari) -> Any:
    """Close, and read the wave again."""
    closing.close_wave(wave, by=kari.person, at=timezone.now(), dice=None)
    return queries.wave(wave.space, wave.pk)
