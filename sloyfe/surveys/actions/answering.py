"""Taking an anonymous answer: spend the code and keep a sealed envelope, together or not at all."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from sloyfe.kit.refusal import Refusal
from sloyfe.surveys import sealing
from sloyfe.surveys.models import Code, Envelope


class AlreadyReceived(Refusal):
    """The code is spent: by a second press, or by an answer that came before."""

    sentence = _("Et svar med denne koden er mottatt. Hver kode virker én gang, så du trenger ikke gjøre mer.")


class SurveyClosed(Refusal):
    """Too early, too late, or closed while somebody was answering."""

    sentence = _("Undersøkelsen er lukket. Svaret ble ikke lagret.")


def submit_answer(code: Code, answers: Mapping[str, Any], *, role_group: str, on: date) -> None:
    """Seal the answers; no person, token, address, device, language, order or time goes with them."""
    wave = code.wave
    if not wave.takes_answers(on):
        raise SurveyClosed
    letter = {"place": str(code.wave_place.place_id), "group": role_group, "answers": answers}
    sealed = sealing.seal(letter, bytes(wave.public_key or b""), wave.envelope_size)
    with transaction.atomic():
        if not Code.objects.filter(pk=code.pk, spent=False).update(spent=True):
            raise AlreadyReceived if Code.objects.filter(pk=code.pk).exists() else SurveyClosed
        Envelope.objects.create(wave_id=wave.pk, sealed=sealed)
