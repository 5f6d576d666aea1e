"""Codes on paper and by e-mail, and one reminder to everybody."""

import hashlib
import hmac
import secrets
from collections.abc import Sequence
from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override

from sloyfe.access import audit
from sloyfe.kit.refusal import Refusal
from sloyfe.people.actions import new_code, normalise_code, post_letter
from sloyfe.people.models import Letter, Person
from sloyfe.surveys.actions.running import NotOpen
from sloyfe.surveys.models import Addressee, Code, Reminder, Wave, WavePlace

CODE_LENGTH = 10
MOST_AT_ONCE = 500


class TooManyCodes(Refusal):
    """Codes far beyond the number of people would let somebody answer many times."""

    sentence = gettext_lazy("Det er laget nok koder til dette stedet. Endre antallet som spørres hvis det er for lavt.")


class NobodyNew(Refusal):
    """All these addresses have got their code."""

    sentence = gettext_lazy("Alle disse adressene har fått en kode før.")


class RemindedAlready(Refusal):
    """One reminder is enough."""

    sentence = gettext_lazy("Alle har fått én påminnelse. Det sendes ikke flere.")


@transaction.atomic
def make_codes(wave_place: WavePlace, count: int, *, by: Person, at: datetime) -> list[str]:
    """New one-time codes of a place, told once and never again; only their digests are kept."""
    wave = wave_place.wave
    if not wave.is_open or not wave.is_anonymous:
        raise NotOpen
    made = wave_place.codes.count()
    if count > MOST_AT_ONCE or made + count > 2 * wave_place.invited + 5:
        raise TooManyCodes
    codes = [new_code(CODE_LENGTH) for _nth in range(count)]
    Code.objects.bulk_create(Code(wave=wave, wave_place=wave_place, digest=digest(code)) for code in codes)
    audit.record(act="wave.codes_made", about=wave, by=by, at=at, space=wave.space)
    secrets.SystemRandom().shuffle(codes)  # the order of the rows says nothing about who gets which
    return codes


@transaction.atomic
def send_codes(wave_place: WavePlace, addresses: Sequence[str], *, language: str, by: Person, at: datetime) -> int:
    """Post one code to each new address; how many were posted. Which code went where is not stored here."""
    wave = wave_place.wave
    wanted = {address.strip().lower() for address in addresses}
    known = set(wave.addressees.filter(email__in=wanted).values_list("email", flat=True))
    new = sorted(wanted - known)
    if not new:
        raise NobodyNew
    codes = make_codes(wave_place, len(new), by=by, at=at)
    Addressee.objects.bulk_create(Addressee(wave=wave, email=address) for address in new)
    title = wave.instrument.title
    for address, code in zip(new, codes, strict=True):
        with override(language):
            body = _(
                "Hei!\n\nDu er invitert til å svare på «{title}». Det er frivillig.\n\n"
                "Åpne lenken for å svare: {url}\n\n"
                "Lenken er din og virker én gang. Svaret ditt kan ikke knyttes til den etterpå. "
                "Undersøkelsen lukkes {day}."
            ).format(title=title.read(language), url=address_of(code), day=f"{wave.closes_on:%d.%m.%Y}")
            subject = _("Invitasjon: {title}").format(title=title.read(language))[:200]
        name = letter_name(wave, address, "code")
        post_letter(to=address, subject=subject, body=body, language=language, at=at, once=name)
    return len(new)


@transaction.atomic
def remind_all(wave: Wave, *, language: str, by: Person, at: datetime) -> int:
    """Remind every address once, those who have answered too: nobody knows who they are."""
    if not wave.is_open:
        raise NotOpen
    if hasattr(wave, "reminder"):
        raise RemindedAlready
    wave.reminder = Reminder.objects.create(wave=wave, by=by, at=at)
    audit.record(act="wave.reminded", about=wave, by=by, at=at, space=wave.space)
    addresses = list(wave.addressees.values_list("email", flat=True))
    title = wave.instrument.title.read(language)
    with override(language):
        body = _(
            "Hei!\n\nDu har fått en invitasjon til «{title}». Har du svart, kan du se bort fra denne meldingen: "
            "Alle får den, fordi ingen vet hvem som har svart.\n\n"
            "Lenken din står i den første e-posten. Undersøkelsen lukkes {day}."
        ).format(title=title, day=f"{wave.closes_on:%d.%m.%Y}")
        subject = _("Påminnelse: {title}").format(title=title)[:200]
    for address in addresses:
        name = letter_name(wave, address, "reminder")
        post_letter(to=address, subject=subject, body=body, language=language, at=at, once=name)
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
