"""Codes on paper and by e-mail, and one reminder to everybody."""

import hashlib
import hmac
import secrets
from collections.abc import Sequence
from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy

from sloyfe.access import audit
from sloyfe.kit.refusal import Refusal
from sloyfe.people.actions import new_code, normalise_code, post_letter
from sloyfe.people.models import Letter, Person
from sloyfe.surveys import letters, queries
from sloyfe.surveys.actions.running import NotOpen
from sloyfe.surveys.models import Addressee, Code, MeetingLink, Reminder, Wave, WavePlace

CODE_LENGTH = 10


class TooManyCodes(Refusal):
    """More codes than people would let somebody answer many times."""

    sentence = gettext_lazy(
        "Det kan ikke være flere koder ute enn det spørres folk på stedet. "
        "Gjør de ubrukte ugyldige først hvis noen er blitt borte."
    )


class OwnCodes(Refusal):
    """A leader with unused codes could answer for those who have not, and read the figures of the rest."""

    sentence = gettext_lazy(
        "Du leder dette stedet. Kodene der må en annen lage, så ingen kan være i tvil om hvem som har svart med dem."
    )


class NobodyNew(Refusal):
    """All these addresses have got their code."""

    sentence = gettext_lazy("Alle disse adressene har fått en kode før.")


class RemindedAlready(Refusal):
    """One reminder is enough."""

    sentence = gettext_lazy("Alle har fått én påminnelse. Det sendes ikke flere.")


class NobodyToRemind(Refusal):
    """The one reminder would be spent on nobody."""

    sentence = gettext_lazy("Ingen har fått lenke på e-post ennå, så det er ingen å minne på undersøkelsen.")


@transaction.atomic
def make_codes(wave_place: WavePlace, count: int, *, by: Person, at: datetime, void: bool = False) -> list[str]:
    """New one-time codes of a place, told once and never again; with `void`, the unused ones stop working first."""
    wave = wave_place.wave
    if queries.leads_any(by, [wave_place.place], timezone.localdate(at)):
        raise OwnCodes
    codes = [new_code(CODE_LENGTH) for _nth in range(count)]
    issue(wave_place, [digest(code) for code in codes], void=void)
    audit.record(act="wave.codes_made", about=wave, by=by, at=at, space=wave.space)
    secrets.SystemRandom().shuffle(codes)  # the order of the rows says nothing about who gets which
    return codes


def issue(wave_place: WavePlace, digests: Sequence[str], *, void: bool, link: MeetingLink | None = None) -> None:
    """Store codes, never more that can be used than people asked; call it inside a transaction.

    How many have been used is neither asked nor told: that would be progress, one answer at a time.
    """
    wave = wave_place.wave
    if not wave.is_open or not wave.is_anonymous:
        raise NotOpen
    row = WavePlace.objects.select_for_update().get(pk=wave_place.pk)
    if void:
        row.codes.filter(spent=False).delete()
        row.issued, row.voided = 0, row.voided + 1
    if row.issued + len(digests) > row.invited:
        raise TooManyCodes
    row.issued += len(digests)
    row.save(update_fields=["issued", "voided"])
    wave_place.issued, wave_place.voided = row.issued, row.voided
    Code.objects.bulk_create(Code(wave=wave, wave_place=row, digest=one, meeting_link=link) for one in digests)


@transaction.atomic
def send_codes(wave_place: WavePlace, addresses: Sequence[str], *, by: Person, at: datetime, void: bool = False) -> int:
    """Post one code to each new address, with `void` to old ones too; which code went where is not stored here."""
    wave = wave_place.wave
    wanted = {address.strip().lower() for address in addresses}
    known = set(wave.addressees.filter(email__in=wanted).values_list("email", flat=True))
    chosen = sorted(wanted if void else wanted - known)
    if not chosen:
        raise NobodyNew
    codes = make_codes(wave_place, len(chosen), by=by, at=at, void=void)
    Addressee.objects.bulk_create(Addressee(wave=wave, email=address) for address in chosen if address not in known)
    languages = _languages(chosen)
    for address, code in zip(chosen, codes, strict=True):
        name = f"{letter_name(wave, address, 'code')}:{wave_place.voided}"
        letter = letters.invitation(wave, address_of(code), languages[address])
        post_letter(to=address, **letter, at=at, once=name)
    return len(chosen)


@transaction.atomic
def remind_all(wave: Wave, *, by: Person, at: datetime) -> int:
    """Remind every address once, those who have answered too: nobody knows who they are."""
    if not wave.is_open:
        raise NotOpen
    if hasattr(wave, "reminder"):
        raise RemindedAlready
    addresses = list(wave.addressees.values_list("email", flat=True))
    if not addresses:
        raise NobodyToRemind
    wave.reminder = Reminder.objects.create(wave=wave, by=by, at=at)
    audit.record(act="wave.reminded", about=wave, by=by, at=at, space=wave.space)
    languages = _languages(addresses)
    for address in addresses:
        letter = letters.reminder(wave, languages[address])
        post_letter(to=address, **letter, at=at, once=letter_name(wave, address, "reminder"))
    return len(addresses)


def forget_links() -> int:
    """Empty the letters that have been sent, so that the outbox no longer tells which code went where."""
    sent = Letter.objects.filter(once__startswith="survey:", once__contains=":code:", dispatch__outcome="sent")
    return sent.exclude(body="").update(body="")


def digest(code: str) -> str:
    """What is stored of a code: useless without the installation's secret."""
    key = settings.SECRET_KEY.encode()
    return hmac.new(key, b"survey-code:" + normalise_code(code).encode(), hashlib.sha256).hexdigest()


def address_of(code: str) -> str:
    """Where the bearer of a code answers."""
    return f"{settings.PUBLIC_URL}/svar/{code}/"


def letter_name(wave: Wave, address: str, kind: str) -> str:
    """The name that keeps a letter from being written twice, and by which closing finds it."""
    mark = hashlib.sha256(address.encode()).hexdigest()[:16]
    return f"survey:{wave.pk}:{kind}:{mark}"


def _languages(addresses: Sequence[str]) -> dict[str, Sequence[str]]:
    """What each address is written to in: the language of its account, or both where there is none."""
    known = Person.objects.filter(email__in=addresses).values_list("email", "language")
    own: dict[str, Sequence[str]] = {email.lower(): (language,) for email, language in known}
    return {address: own.get(address, letters.BOTH) for address in addresses}
