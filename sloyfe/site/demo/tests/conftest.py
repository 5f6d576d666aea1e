"""The demo, loaded twice: once to remember its figures, once to walk about in."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

import pytest
from django.db import transaction

from sloyfe.access.models import Space
from sloyfe.site.demo.load import load
from sloyfe.site.demo.stage import Stage
from sloyfe.site.demo.tally import tally
from sloyfe.surveys import queries, release

TODAY = date(2026, 11, 23)


@dataclass(frozen=True)
class Loaded:
    """The demo as it stands, and what an earlier load of it had shown."""

    stage: Stage
    figures_before: list[Any]


@pytest.fixture(scope="module")
def loaded(django_db_setup: None, django_db_blocker: Any) -> Iterator[Loaded]:
    with django_db_blocker.unblock():
        with transaction.atomic():
            before = all_figures(load(TODAY).space)
            transaction.set_rollback(True)
        with transaction.atomic():
            yield Loaded(load(TODAY), before)
            transaction.set_rollback(True)


@pytest.fixture
def demo(loaded: Loaded, db: None) -> Loaded:
    return loaded


def all_figures(space: Space) -> list[Any]:
    """Everything that a load shows, without the names that differ from load to load."""
    wave = queries.staff_wave(space)
    assert wave
    places = [None, *Space.objects.filter(path__startswith=space.path).exclude(pk=space.pk).order_by("title")]
    figures = [(place and place.title, one.item, one.value) for place in places for one in release.figures(wave, place)]
    groups = [(g, f.item, f.value) for g in ("teaching", "assisting") for f in release.figures(wave, None, g)]
    return [tally(space), figures, groups, sorted(release.texts(wave, "C6") + release.texts(wave, "C7"))]
