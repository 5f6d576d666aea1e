"""Planning, opening and reminding: everything up to the answers."""

from collections.abc import Mapping
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from sloyfe.access import audit
from sloyfe.access.models import Space
from sloyfe.access.roles import Role
from sloyfe.kit.refusal import Refusal
from sloyfe.kit.rows import save_version
from sloyfe.live.announce import announce
from sloyfe.people.models import Person
from sloyfe.surveys import queries, sealing
from sloyfe.surveys.actions.freezing import freeze_edition
from sloyfe.surveys.days import Days
from sloyfe.surveys.models import Audience, Closure, Instrument, Mode, Wave, WaveOpening, WavePlace
from sloyfe.surveys.sheet import Sheet
from sloyfe.surveys.terms import asks_for_words


class WrongDays(Refusal):
    """Not in order, over already, or too far away."""

    status = 422


class NobodyAsked(Refusal):
    """A wave without places cannot be opened."""

    sentence = _("Velg minst ett sted, og skriv hvor mange som skal spørres der.")


class ThresholdsOnlyRise(Refusal):
    """Those who have answered were promised the smallest group that stood then."""

    sentence = _("Den minste gruppa kan bare bli større når undersøkelsen er åpnet.")


class PlanStands(Refusal):
    """What was promised at the first invitation is not changed afterwards."""

    sentence = _("Undersøkelsen er åpnet. Steder og startdato kan ikke endres nå.")


class DeadlineOver(Refusal):
    """Nobody could answer, and the next night it would be closed."""

    sentence = _("Siste dag for å svare har vært. Endre planen før du åpner undersøkelsen.")


class AlreadyOpen(Refusal):
    """Opened twice."""

    sentence = _("Undersøkelsen er allerede åpnet.")


class NobodyToScreen(Refusal):
    """Free text is asked for, and everybody who could read it first leads those who would write it."""

    sentence = _(
        "Skjemaet ber om fritekst, og noen som ikke leder dem som svarer, må lese den først. "
        "Gi en slik person plass som koordinator eller kompetansepartner, eller ta ut fritekstspørsmålene."
    )


class NotOpen(Refusal):
    """Invitations and reminders belong to an open wave."""

    sentence = _("Undersøkelsen er ikke åpen nå.")


@transaction.atomic
def plan_wave(
    *,
    space: Space,
    instrument: Instrument,
    asked: Mapping[Space, int],
    opens_on: date,
    closes_on: date,
    deletes_on: date,
    fewest_scale: int,
    fewest_text: int,
    by: Person,
    at: datetime,
) -> Wave:
    """Decide whom to ask and when."""
    _check_days(Days(opens_on, closes_on, deletes_on), at)
    if not any(asked.values()):
        raise NobodyAsked
    wave = Wave.objects.create(
        space=space,
        instrument=instrument,
        mode=Mode.ANONYMOUS if instrument.audience == Audience.STAFF else Mode.NAMED,
        opens_on=opens_on,
        closes_on=closes_on,
        deletes_on=deletes_on,
        fewest_scale=fewest_scale,
        fewest_text=fewest_text,
    )
    _ask(wave, asked)
    audit.record(act="wave.planned", about=wave, by=by, at=at, space=space)
    return wave


@transaction.atomic
def change_plan(
    wave: Wave,
    *,
    asked: Mapping[Space, int] | None,
    opens_on: date,
    closes_on: date,
    deletes_on: date,
    fewest_scale: int,
    fewest_text: int,
    version: int,
    by: Person,
    at: datetime,
) -> None:
    """Change the plan; once open, only the closing date, and thresholds upward (`asked` is None then)."""
    _check_days(Days(opens_on, closes_on, deletes_on), at, stand=wave.days)
    _lock(wave)
    begun = WaveOpening.objects.filter(wave=wave).exists()
    if Closure.objects.filter(wave=wave).exists():
        raise NotOpen
    if begun and (fewest_scale < wave.fewest_scale or fewest_text < wave.fewest_text):
        raise ThresholdsOnlyRise
    if begun and (asked is not None or opens_on != wave.opens_on or deletes_on != wave.deletes_on):
        raise PlanStands
    save_version(
        wave,
        version=version,
        opens_on=opens_on,
        closes_on=closes_on,
        deletes_on=deletes_on,
        fewest_scale=fewest_scale,
        fewest_text=fewest_text,
    )
    if asked is not None:
        if not any(asked.values()):
            raise NobodyAsked
        wave.places.all().delete()
        _ask(wave, asked)
    audit.record(act="wave.changed", about=wave, by=by, at=at, space=wave.space)


@transaction.atomic
def open_wave(wave: Wave, *, by: Person, at: datetime, screened_by: Role | None = None) -> None:
    """Freeze the questionnaire, say who reads free text first, and make the wave's key; from here all of it stands."""
    _lock(wave)
    if not wave.places.exists():
        raise NobodyAsked
    if wave.closes_on < timezone.localdate(at):
        raise DeadlineOver
    # The record comes first: of two who open at once, the second must not write over the key of the first.
    opening, new = WaveOpening.objects.get_or_create(wave=wave, defaults={"by": by, "at": at})
    if not new:
        raise AlreadyOpen
    edition = freeze_edition(wave.instrument)
    sheet = Sheet.from_json(edition.sheet)
    wave.edition = edition
    if wave.is_anonymous:
        if asks_for_words(sheet):
            wave.screened_by = _screener(wave, screened_by, at)
        wave.envelope_size = sealing.envelope_size(sheet)
        wave.public_key = sealing.make_key(wave.pk)
    wave.save(update_fields=["edition", "screened_by", "envelope_size", "public_key"])
    wave.opening = opening
    audit.record(act="wave.opened", about=wave, by=by, at=at, space=wave.space)
    announce(f"wave:{wave.pk}")


def _lock(wave: Wave) -> None:
    """Planning and opening wait for each other, so that whoever is second sees what the first one did."""
    list(Wave.objects.in_space(wave.space).select_for_update().filter(pk=wave.pk))


def _screener(wave: Wave, wanted: Role | None, at: datetime) -> Role:
    possible = queries.screeners(wave, timezone.localdate(at))
    chosen = wanted or next(iter(possible), None)
    if chosen not in possible:
        raise NobodyToScreen
    return chosen


def _ask(wave: Wave, asked: Mapping[Space, int]) -> None:
    WavePlace.objects.bulk_create(
        WavePlace(wave=wave, place=place, invited=invited) for place, invited in asked.items() if invited
    )


def _check_days(days: Days, at: datetime, *, stand: Days | None = None) -> None:
    for sentence in days.wrong(today=timezone.localdate(at), stand=stand).values():
        raise WrongDays(sentence)
