"""Undoing what nobody has been told of: a survey nobody was invited to, and a questionnaire nobody was asked."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from sloyfe.access import audit
from sloyfe.kit.refusal import Refusal
from sloyfe.people.models import Person
from sloyfe.surveys import queries, sealing
from sloyfe.surveys.models import Edition, Instrument, ItemVersion, Wave


class PeopleWereInvited(Refusal):
    """Somebody holds a code or a letter, and with it a promise."""

    sentence = _(
        "Undersøkelsen kan ikke fjernes, for noen har fått kode eller e-post og kan ha svart. "
        "Du kan flytte svarfristen eller lukke den."
    )


class AlreadyClosed(Refusal):
    """What people were promised stands: their figures, and the day their answers go."""

    sentence = _("Undersøkelsen er lukket. Resultatet blir stående, og enkeltsvarene slettes på dagen som ble lovet.")


class SentOut(Refusal):
    """Figures point at the questions as they were asked."""

    sentence = _("Skjemaet er sendt ut og kan ikke fjernes. Resultatene viser til spørsmålene slik de ble stilt.")


class StillPlanned(Refusal):
    """One thing at a time, so that nobody removes a survey unseen."""

    sentence = _("En undersøkelse med dette skjemaet er planlagt. Fjern den først.")


def wave_stands(wave: Wave) -> Refusal | None:
    """Why a survey cannot be removed, if it cannot."""
    if wave.is_closed:
        return AlreadyClosed()
    return None if queries.is_untold(wave) else PeopleWereInvited()


def instrument_stands(instrument: Instrument) -> Refusal | None:
    """Why a questionnaire cannot be removed, if it cannot."""
    planned = [*instrument.waves.select_related("opening").prefetch_related("places")]
    if not planned:
        return None
    return StillPlanned() if all(queries.is_untold(wave) for wave in planned) else SentOut()


@transaction.atomic
def remove_wave(wave: Wave, *, by: Person, at: datetime) -> None:
    """Take a survey away that nobody has been invited to; its questionnaire stays."""
    # Codes are given out under the lock of their place: whoever is second sees what the first one did.
    list(wave.places.select_for_update())
    found = queries.wave(wave.space, wave.pk)
    if found is None:
        return
    if refusal := wave_stands(found):
        raise refusal
    if found.envelopes.exists():
        raise PeopleWereInvited
    audit.record(act="wave.removed", about=found, by=by, at=at, space=found.space)
    key, edition = found.pk, found.edition
    found.delete()
    if edition and not edition.waves.exists():
        edition.delete()
    transaction.on_commit(lambda: sealing.destroy_key(key))


@transaction.atomic
def remove_instrument(instrument: Instrument, *, by: Person, at: datetime) -> None:
    """Take a questionnaire away that no survey uses, with its questions, its parts and what lies in the bank of it."""
    if refusal := instrument_stands(instrument):
        raise refusal
    audit.record(act="instrument.removed", about=instrument, by=by, at=at, space=instrument.space)
    ItemVersion.objects.filter(item__instrument=instrument).delete()
    Edition.objects.filter(instrument=instrument).delete()
    instrument.delete()
