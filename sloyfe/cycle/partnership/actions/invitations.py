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
from sloyfe.cycle.partnership.actions.acceptance import Used
from sloyfe.cycle.partnership.content.roles import roles
from sloyfe.cycle.partnership.models import Invitation, Withdrawal
from sloyfe.cycle.partnership.queries.invitations import code_of, digest_of, public_link
from sloyfe.kit.refusal import Refusal
from sloyfe.people.actions import post_letter
from sloyfe.people.models import Person

LETTER_LIFETIME = timedelta(days=21)
SLIP_LIFETIME = timedelta(days=60)
MOST_SLIPS = 200


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
