"""Taking an anonymous answer: spend a code and keep a sealed envelope, together or not at all."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import IntegrityError, OperationalError, transaction
from django.utils.translation import gettext_lazy as _

from sloyfe.kit.refusal import Refusal
from sloyfe.surveys import sealing
from sloyfe.surveys.actions.inviting import digest
from sloyfe.surveys.models import Closure, Code, Envelope, MeetingLink, Wave, WavePlace


class AlreadyReceived(Refusal):
    """The code is spent: by a second press, or by an answer that came before."""

    sentence = _("Et svar med denne koden er mottatt. Hver kode virker én gang, så du trenger ikke gjøre mer.")


class SurveyClosed(Refusal):
    """Too early, too late, or closed while somebody was answering."""

    sentence = _("Undersøkelsen er lukket. Svaret ble ikke lagret.")


class CodeReplaced(Refusal):
    """The unused codes of the place were made void while somebody was answering."""

    sentence = _("Koden virker ikke lenger: Kodene på stedet er byttet ut. Svaret ble ikke lagret. Be om en ny kode.")


class KeyGone(Refusal):
    """Nobody could ever open the answer, so it is not taken."""

    sentence = _(
        "Nøkkelen som skulle åpne svarene, er borte. Undersøkelsen tar derfor ikke imot flere, og de som er "
        "kommet inn, kan ingen lese. Svaret ditt er ikke lagret. Si gjerne fra til koordinatoren."
    )


class EverybodyAnswered(Refusal):
    """As many answers have come as people were asked."""

    sentence = _(
        "Det er kommet så mange svar som det spørres folk på stedet. Svaret ditt er ikke lagret. "
        "Har du ikke svart før, så si fra til koordinatoren."
    )


class RoomIsFull(Refusal):
    """As many answers have come through the link as there were said to be people in the room."""

    sentence = _(
        "Det er kommet så mange svar som det ble sagt at dere er i rommet. Svaret ditt er ikke lagret. "
        "Si fra til den som viser lenken, og la siden stå åpen så lenge."
    )


class LinkEnded(Refusal):
    """The hour is over, or somebody took the link down."""

    sentence = _("Lenken gjelder ikke lenger. Svaret ditt er ikke lagret. Spør om en kode, så kan du svare likevel.")


class Busy(Refusal):
    """Somebody else has held the database for longer than a reader can wait."""

    sentence = _("Det er travelt akkurat nå. Svaret ditt er ikke lagret. Vent et øyeblikk, og send en gang til.")
    status = 503


def submit_answer(code: Code, answers: Mapping[str, Any], *, role_group: str, on: date) -> None:
    """Seal the answers; no person, token, address, device, language, order or time goes with them."""
    row = code.wave_place
    sealed = _sealed(code.wave, row, answers, role_group, on)
    with _in_time(), transaction.atomic():
        _leave_room(row)
        if not Code.objects.filter(pk=code.pk, spent=False).update(spent=True):
            raise _why_not(code)
        Envelope.objects.create(wave_id=code.wave_id, sealed=sealed)


def submit_in_meeting(
    link: MeetingLink, answers: Mapping[str, Any], *, role_group: str, page: str, on: date, at: datetime
) -> None:
    """The same through a meeting's link, with one of its codes; `page` is the page's own word, and is taken once."""
    row = link.wave_place
    if not link.stands(at):
        raise LinkEnded
    sealed, mark = _sealed(row.wave, row, answers, role_group, on), digest(page)
    try:
        with _in_time(), transaction.atomic():
            _leave_room(row)
            # One after the other: else a page sent twice may hold the last place while somebody is told there is none.
            MeetingLink.objects.select_for_update().get(pk=link.pk)
            if Code.objects.filter(digest=mark).exists():
                raise AlreadyReceived
            free = link.codes.filter(spent=False).order_by("pk").first()
            if free is None:
                raise RoomIsFull if link.codes.exists() else LinkEnded
            Code.objects.filter(pk=free.pk).update(spent=True, digest=mark)
            Envelope.objects.create(wave_id=row.wave_id, sealed=sealed)
    except IntegrityError as twice:  # the same page, sent twice at one instant
        raise AlreadyReceived from twice


def _why_not(code: Code) -> Refusal:
    if Code.objects.filter(pk=code.pk).exists():
        return AlreadyReceived()
    return SurveyClosed() if _is_closed(code.wave_id) else CodeReplaced()


def _is_closed(wave: UUID) -> bool:
    return Closure.objects.filter(wave_id=wave).exists()


@contextmanager
def _in_time() -> Iterator[None]:
    """Sending again is safe even where it is not known what became of the first: a code and a page are taken once."""
    try:
        yield
    except OperationalError as error:
        raise Busy from error


def _sealed(wave: Wave, row: WavePlace, answers: Mapping[str, Any], role_group: str, on: date) -> bytes:
    if not wave.takes_answers(on):
        raise SurveyClosed
    public_key = bytes(wave.public_key or b"")
    if not sealing.key_stands(wave.pk, public_key):
        raise SurveyClosed if _is_closed(wave.pk) else KeyGone
    letter = {"place": str(row.place_id), "group": role_group, "answers": answers}
    return sealing.seal(letter, public_key, wave.envelope_size)


def _leave_room(row: WavePlace) -> None:
    """Never more answers than people asked. Only where codes were made anew can there be more codes than people."""
    if not row.voided:
        return
    WavePlace.objects.select_for_update().get(pk=row.pk)
    if row.codes.filter(spent=True).count() >= row.invited:
        raise EverybodyAnswered
