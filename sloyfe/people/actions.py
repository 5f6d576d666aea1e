"""Signing in and out, language, and writing letters."""

import hashlib
import hmac
import secrets
from datetime import datetime, timedelta
from smtplib import SMTPException

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override

from sloyfe.kit.refusal import Refusal
from sloyfe.people import sealing
from sloyfe.people.models import Dispatch, Letter, OwnKey, Person, SignInCode

CODE_LIFETIME = timedelta(minutes=15)
CODES_PER_HOUR = 6
ATTEMPTS = 5
ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"


class TooManyCodes(Refusal):
    """A brake on flooding somebody's inbox."""

    sentence = gettext_lazy("Det er bedt om mange koder på kort tid. Vent litt, og prøv igjen.")
    status = 429


class WrongCode(Refusal):
    """Also the answer for an expired code, so that nothing is told about the address."""

    sentence = gettext_lazy("Koden stemmer ikke, eller den er eldre enn femten minutter. Be om en ny kode.")


@transaction.atomic
def ask_for_code(email: str, *, language: str, at: datetime) -> None:
    """Post a sign-in code if the address belongs to somebody; strangers see the same answer."""
    email = email.strip().lower()
    if SignInCode.objects.filter(email=email, created_at__gt=at - timedelta(hours=1)).count() >= CODES_PER_HOUR:
        raise TooManyCodes
    code = write_code(email, at=at)
    person = Person.objects.with_email(email)
    if person is None:
        return
    with override(person.language or language):
        body = _(
            "Hei!\n\nKoden din er {code}. Den gjelder i femten minutter.\n\n"
            "Har du ikke bedt om den, kan du se bort fra denne meldingen."
        ).format(code=f"{code[:4]}-{code[4:]}")
        post_letter(to=person.email, subject=_("Kode til Sløyfe"), body=body, language=person.language, at=at)


def write_code(email: str, *, at: datetime) -> str:
    """A new code for an address; the caller brings it to the right person."""
    code = new_code(8)
    SignInCode.objects.create(email=email, digest=_digest(email, code), created_at=at, expires_at=at + CODE_LIFETIME)
    return code


def sign_in_with_code(email: str, code: str, *, at: datetime) -> Person:
    """Spend a code; the person it was posted to, or a refusal. Wrong tries are counted even when refused."""
    person = _spend_code(email.strip().lower(), normalise_code(code), at)
    if person is None:
        raise WrongCode
    return person


@transaction.atomic
def _spend_code(email: str, code: str, at: datetime) -> Person | None:
    waiting = SignInCode.objects.select_for_update().filter(email=email, expires_at__gt=at, attempts__lt=ATTEMPTS)
    digest = _digest(email, code)
    for row in waiting:
        if hmac.compare_digest(row.digest, digest):
            SignInCode.objects.filter(email=email).delete()
            return Person.objects.with_email(email)
        row.attempts += 1
        row.save(update_fields=["attempts"])
    return None


def choose_language(person: Person, language: str) -> None:
    """Remember the language this person reads."""
    person.language = language
    person.save(update_fields=["language"])


def meet(email: str, name: str, *, language: str = "nb") -> Person:
    """The person with this address, made if nobody has it."""
    person, _made = Person.objects.get_or_create(
        email=email.strip().lower(), defaults={"name": name.strip(), "language": language}
    )
    return person


def own_key(person: Person) -> OwnKey:
    """What seals this person's own words; made with the first of them."""
    found = sealing.outside()
    if found is None and not OwnKey.objects.exists():
        found = sealing.make_outside()
    if found is None:
        raise sealing.KeyAway
    half = secrets.token_bytes(sealing.HALF)
    key, _made = OwnKey.objects.get_or_create(person=person, outer=sealing.name_of(found), defaults={"half": half})
    return key


def post_letter(
    *, to: str, subject: str, body: str, language: str, at: datetime, once: str | None = None
) -> Letter | None:
    """Put a letter in the outbox; with `once`, a second letter of the same name is not written."""
    if once is not None and Letter.objects.filter(once=once).exists():
        return None
    return Letter.objects.create(to=to, subject=subject, body=body, language=language, written_at=at, once=once)


def new_code(length: int) -> str:
    """Random letters and digits that cannot be mistaken for each other on paper."""
    return "".join(secrets.choice(ALPHABET) for _place in range(length))


def normalise_code(code: str) -> str:
    """What somebody typed from paper → the code itself."""
    return "".join(sign for sign in code.upper() if sign.isalnum())


def _digest(email: str, code: str) -> str:
    return hashlib.sha256(f"{settings.SECRET_KEY}:{email}:{code}".encode()).hexdigest()


def deliver_letters(*, at: datetime, limit: int = 50) -> int:
    """Send waiting letters by e-mail, each at most once; a crash in between leaves its outcome unknown."""
    waiting = list(Letter.objects.filter(dispatch=None).order_by("written_at")[:limit])
    for letter in waiting:
        _deliver(letter, at)
    return len(waiting)


def _deliver(letter: Letter, at: datetime) -> None:
    dispatch, first = Dispatch.objects.get_or_create(letter=letter, defaults={"begun_at": at})
    if not first:
        return
    try:
        EmailMessage(letter.subject, letter.body, to=[letter.to]).send()
        dispatch.outcome = "sent"
    except (SMTPException, OSError) as error:
        dispatch.outcome = type(error).__name__
    dispatch.save(update_fields=["outcome"])
