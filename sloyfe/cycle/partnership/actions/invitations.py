"""Inviting people by letter or printed slip, and what the invited do with it."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override

from sloyfe.access import audit
from sloyfe.access.models import Seat, Space
from sloyfe.access.roles import Role
from sloyfe.cycle.partnership.content.roles import roles
from sloyfe.cycle.partnership.models import Acceptance, Invitation, SeatArea, Withdrawal
from sloyfe.cycle.partnership.queries.invitations import code_of, digest_of, public_link
from sloyfe.kit.refusal import Refusal
from sloyfe.people.actions import meet, post_letter
from sloyfe.people.models import Person

LETTER_LIFETIME = timedelta(days=21)
SLIP_LIFETIME = timedelta(days=60)
MOST_SLIPS = 200


class Expired(Refusal):
    """Too old to be used."""

    sentence = gettext_lazy("Invitasjonen er gått ut. Be den som inviterte deg, om en ny.")


class Used(Refusal):
    """An invitation is good for one seat."""

    sentence = gettext_lazy(
        "Invitasjonen er allerede brukt. Var det du som brukte den, kan du logge inn med e-postadressen din."
    )


class Withdrawn(Refusal):
    """Taken back by the one who gave it."""

    sentence = gettext_lazy("Invitasjonen er trukket tilbake. Spør den som inviterte deg, om det er en misforståelse.")


class SomebodyElse(Refusal):
    """The letter went to another address than the one signed in."""

    sentence = gettext_lazy(
        "Invitasjonen gjelder en annen e-postadresse enn den du er logget inn med. Logg ut, og prøv igjen."
    )


class HasAccount(Refusal):
    """A code on paper must not open somebody's account."""

    sentence = gettext_lazy(
        "Det finnes allerede en konto med denne adressen. Logg inn først, så kommer du tilbake hit."
    )


class HasSeat(Refusal):
    """One seat of a kind in a place."""

    sentence = gettext_lazy("Denne personen har allerede denne plassen.")


class TooManySlips(Refusal):
    """A stack of paper has a limit."""

    sentence = gettext_lazy("Du kan lage høyst 200 kodelapper om gangen.")
    status = 422


@transaction.atomic
def invite(
    place: Space,
    role: Role,
    *,
    email: str,
    name: str = "",
    areas: Sequence[str] = (),
    language: str = "nb",
    by: Person,
    at: datetime,
) -> Invitation:
    """Offer a seat by letter."""
    email = email.strip().lower()
    if Seat.objects.filter(person__email=email, space=place, role=role, until=None).exists():
        raise HasSeat
    invitation = _make(place, role, email=email, name=name, areas=areas, by=by, at=at, lifetime=LETTER_LIFETIME)
    _write_letter(invitation, language=language, by=by, at=at)
    audit.record(act="invitation.sent", about=invitation, by=by, at=at, space=invitation.space)
    return invitation


@transaction.atomic
def invite_many(place: Space, role: Role, people: Sequence[Person], *, by: Person, at: datetime) -> list[Invitation]:
    """Invite those who have neither seat nor waiting invitation in this role here."""
    seated = set(Seat.objects.filter(space=place, role=role, until=None).values_list("person__email", flat=True))
    rows = Invitation.objects.in_space(place).filter(place=place, role=role, acceptance=None, withdrawal=None)
    waiting = set(rows.filter(expires_at__gt=at).values_list("email", flat=True))
    return [
        invite(place, role, email=person.email, name=person.name, language=person.language, by=by, at=at)
        for person in people
        if person.email not in seated | waiting
    ]


@transaction.atomic
def invite_leaders(wanted: Sequence[tuple[Space, str]], *, language: str, by: Person, at: datetime) -> list[Invitation]:
    """One leader for each of these places."""
    return [invite(place, Role.LEADER, email=email, language=language, by=by, at=at) for place, email in wanted]


@transaction.atomic
def make_slips(place: Space, role: Role, count: int, *, by: Person, at: datetime) -> list[Invitation]:
    """Offer seats on paper: each slip is good for one seat, whoever holds it."""
    if not 1 <= count <= MOST_SLIPS:
        raise TooManySlips
    slips = [_make(place, role, by=by, at=at, lifetime=SLIP_LIFETIME) for _slip in range(count)]
    audit.record(act="slips.made", about=slips[0], by=by, at=at, space=slips[0].space)
    return slips


@transaction.atomic
def accept(
    invitation: Invitation, *, name: str, email: str, language: str, visitor: Person | None, at: datetime
) -> Seat:
    """Take the seat: as the person signed in, or as somebody new."""
    invitation = Invitation.objects.bounded().select_for_update().select_related("place").get(pk=invitation.pk)
    refuse_unless_open(invitation, at=at)
    person = _who(invitation, name=name, email=email, language=language, visitor=visitor)
    seat, _made = Seat.objects.get_or_create(
        person=person,
        space=invitation.place,
        role=invitation.role,
        until=None,
        defaults={"since": timezone.localdate(at)},
    )
    for area in invitation.areas:
        SeatArea.objects.bounded().get_or_create(space_id=invitation.space_id, seat=seat, area=area)
    Acceptance.objects.create(invitation=invitation, seat=seat, at=at)
    audit.record(act="invitation.accepted", about=invitation, by=person, at=at, space=invitation.space)
    return seat


@transaction.atomic
def withdraw(invitation: Invitation, *, by: Person, at: datetime) -> None:
    """Take an unused invitation back."""
    if hasattr(invitation, "acceptance"):
        raise Used
    _row, made = Withdrawal.objects.get_or_create(invitation=invitation, defaults={"by": by, "at": at})
    if made:
        audit.record(act="invitation.withdrawn", about=invitation, by=by, at=at, space=invitation.space)


@transaction.atomic
def renew(invitation: Invitation, *, by: Person, at: datetime) -> None:
    """Give a withdrawn or expired invitation a new life; undoes a withdrawal."""
    if hasattr(invitation, "acceptance"):
        raise Used
    Withdrawal.objects.filter(invitation=invitation).delete()
    invitation.expires_at = at + (LETTER_LIFETIME if invitation.email else SLIP_LIFETIME)
    invitation.save(update_fields=["expires_at"])
    audit.record(act="invitation.renewed", about=invitation, by=by, at=at, space=invitation.space)


def refuse_unless_open(invitation: Invitation, *, at: datetime) -> None:
    """An invitation that is used, withdrawn or too old says so."""
    if hasattr(invitation, "acceptance"):
        raise Used
    if hasattr(invitation, "withdrawal"):
        raise Withdrawn
    if invitation.expires_at <= at:
        raise Expired


def _make(
    place: Space,
    role: Role,
    *,
    by: Person,
    at: datetime,
    lifetime: timedelta,
    email: str = "",
    name: str = "",
    areas: Sequence[str] = (),
) -> Invitation:
    row = Invitation(place=place, role=role, email=email, name=name.strip(), areas=list(areas), given_by=by)
    row.space_id = place.root_key
    row.given_at, row.expires_at = at, at + lifetime
    row.digest = digest_of(code_of(row))
    row.save(force_insert=True)
    return row


def _who(invitation: Invitation, *, name: str, email: str, language: str, visitor: Person | None) -> Person:
    """The person who takes the seat. A link or slip never opens an account that exists: that asks for signing in."""
    if visitor:
        if invitation.email and visitor.email != invitation.email:
            raise SomebodyElse
        return visitor
    address = invitation.email or email.strip().lower()
    if Person.objects.with_email(address):
        raise HasAccount
    return meet(address, name, language=language)


def _write_letter(invitation: Invitation, *, language: str, by: Person, at: datetime) -> None:
    words = roles()[Role(invitation.role)]
    with override(language):
        body = _(
            "Hei!\n\n{by} inviterer deg til {place} i Sløyfe.\nDin rolle: {role}. {job}\n\n"
            "Åpne lenken for å si ja:\n{link}\n\nInvitasjonen gjelder til {day}. "
            "Vil du ikke være med, trenger du ikke gjøre noe."
        ).format(
            by=by.name,
            place=invitation.place.title,
            role=words.name.read(language).lower(),
            job=words.job.read(language),
            link=public_link(invitation),
            day=timezone.localdate(invitation.expires_at).strftime("%d.%m.%Y"),
        )
        subject = _("Invitasjon til {place}").format(place=invitation.place.title)
    post_letter(to=invitation.email, subject=subject, body=body, language=language, at=at)
