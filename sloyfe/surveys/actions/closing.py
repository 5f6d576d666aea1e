"""Closing: open the envelopes, shuffle, freeze the release, and destroy the key."""

from collections.abc import Iterator
from datetime import date, datetime
from random import Random, SystemRandom
from typing import Any
from uuid import UUID, uuid4

from django.db import connection, transaction
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from sloyfe.access import audit
from sloyfe.kit.refusal import Refusal
from sloyfe.live.announce import announce
from sloyfe.people.models import Letter, Person
from sloyfe.surveys import release, sealing
from sloyfe.surveys.models import Addressee, Closure, Code, Envelope, MeetingLink, NamedResponse, ReleaseText, Wave
from sloyfe.surveys.models.answers import Answer
from sloyfe.surveys.sheet import Sheet

KEPT_UNTIL_THEN = (Answer, NamedResponse, Envelope, Code, Addressee)

CHANCE = SystemRandom()


class NeverOpened(Refusal):
    """There is nothing to close."""

    sentence = _("Undersøkelsen er ikke åpnet, så det er ingenting å lukke.")


class CouldNotClose(RuntimeError):  # noqa: N818 - a state of the world that the next round mends
    """Some surveys whose time is over are still open; they are tried again in the next round."""


def close_wave(wave: Wave, *, by: Person | None, at: datetime, dice: Random | None = CHANCE) -> Closure:
    """Close for good. May be called again after a crash: what is done stays done, and the rest is finished.

    The figures are worked out when the wave is closed already, so that nobody who answers another one waits for them.
    """
    if not hasattr(wave, "opening"):
        raise NeverOpened
    with transaction.atomic():
        closure, new = Closure.objects.get_or_create(wave=wave, defaults={"by": by, "at": at})
        if new:
            _empty(wave, closure)
            audit.record(act="wave.closed", about=wave, by=by, at=at, space=wave.space)
    sealing.destroy_key(wave.pk)
    release.freeze(wave, at=at, dice=dice)
    with transaction.atomic():
        announce(f"wave:{wave.pk}")
    return closure


def close_due_waves(*, on: date, at: datetime) -> int:
    """Close every wave whose last day is over, and finish closings that were cut short; how many were closed."""
    opened = Wave.objects.bounded().exclude(opening=None).select_related("opening", "closure", "space")
    for wave in opened.exclude(closure=None).exclude(public_key=None):
        sealing.destroy_key(wave.pk)
    cut_short = Q(closure__isnull=False, release=None)
    due = list(opened.filter(Q(closure=None, closes_on__lt=on) | cut_short))
    failed: list[Exception] = []
    for wave in due:
        try:
            close_wave(wave, by=None, at=at)
        except Exception as error:  # noqa: BLE001 - one that cannot be closed must not keep the others open
            failed.append(error)
    if failed:
        raise CouldNotClose(f"{len(failed)} of {len(due)} surveys could not be closed") from failed[0]
    return len(due)


def forget_answers(*, on: date) -> int:
    """Delete what people answered once the promised day has come; released figures and passed texts stay."""
    over = Wave.objects.bounded().filter(deletes_on__lte=on)
    keys = [*over.values_list("pk", flat=True)]
    release.forget_texts(keys)
    gone = [model.objects.filter(wave_id__in=keys).delete()[0] for model in KEPT_UNTIL_THEN]
    return sum(gone)


def rewrite_tables() -> None:
    """On PostgreSQL, write the tables anew without the rows that were deleted; SQLite writes over them at once."""
    if connection.vendor != "postgresql":
        return
    with connection.cursor() as cursor:
        for model in (*KEPT_UNTIL_THEN, ReleaseText):
            cursor.execute(f"VACUUM FULL {connection.ops.quote_name(model._meta.db_table)}")


def _empty(wave: Wave, closure: Closure) -> None:
    # Codes go first: a submit that is under way holds its code's row, so its envelope is in place before we look.
    wave.codes.all().delete()
    MeetingLink.objects.filter(wave_place__wave=wave).delete()
    wave.addressees.all().delete()
    Letter.objects.filter(once__startswith=f"survey:{wave.pk}:").delete()
    if wave.is_anonymous:
        try:
            closure.damaged = _store(wave)
        except sealing.KeyLost:
            closure.lost = True
        closure.save(update_fields=["lost", "damaged"])
        wave.envelopes.all().delete()


def _store(wave: Wave) -> int:
    """Open, shuffle and keep; how many could not be opened."""
    sealed = [bytes(one) for one in wave.envelopes.values_list("sealed", flat=True)]
    if not sealed:
        return 0
    letters = sealing.open_all(wave.pk, sealed)
    rows = [row for letter in letters for row in _rows(wave, letter)]
    CHANCE.shuffle(rows)
    Answer.objects.bulk_create(rows, batch_size=500)
    return len(sealed) - len(letters)


def _rows(wave: Wave, letter: dict[str, Any]) -> Iterator[Answer]:
    if wave.edition is None:
        return
    versions = {question.key: question.version for question in Sheet.from_json(wave.edition.sheet).questions}
    response, place = uuid4(), UUID(letter["place"])
    for key, value in letter["answers"].items():
        yield Answer(
            wave=wave,
            response=response,
            place_id=place,
            role_group=letter["group"],
            item_version_id=UUID(versions[key]),
            value=value,
        )
