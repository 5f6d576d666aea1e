"""What the invited do with an invitation."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from sloyfe.access import audit
from sloyfe.access.models import Seat
from sloyfe.access.roles import Role
from sloyfe.cycle.partnership.models import Acceptance, Invitation, SeatArea
from sloyfe.kit.refusal import Refusal
from sloyfe.people.actions import meet
from sloyfe.people.models import Person


class Expired(Refusal):
    """Too old to be used."""

    sentence = _("Invitasjonen er gått ut. Be den som inviterte deg, om en ny.")


class Used(Refusal):
    """An invitation is good for one seat."""

    sentence = _("Invitasjonen er allerede brukt. Var det du som brukte den, kan du logge inn med e-postadressen din.")


class Withdrawn(Refusal):
    """Taken back by the one who gave it."""

    sentence = _("Invitasjonen er trukket tilbake. Spør den som inviterte deg, om det er en misforståelse.")


class SomebodyElse(Refusal):
    """The letter went to another address than the one signed in."""

    sentence = _("Invitasjonen gjelder en annen e-postadresse enn den du er logget inn med. Logg ut, og prøv igjen.")


class HasAccount(Refusal):
    """A code on paper must not open somebody's account."""

    sentence = _("Det finnes allerede en konto med denne adressen. Logg inn først, så kommer du tilbake hit.")


class LedByOthers(Refusal):
    """From above one may offer the first seat of a shielded place; when it is taken, those inside decide."""

    sentence = _("Stedet har fått noen som leder det. Be dem om en ny invitasjon.")


@transaction.atomic
def accept(
    invitation: Invitation, *, name: str, email: str, language: str, visitor: Person | None, at: datetime
) -> Seat:
    """Take the seat: as the person signed in, or as somebody new."""
    invitation = Invitation.objects.bounded().select_for_update().select_related("place").get(pk=invitation.pk)
    refuse_unless_open(invitation, at=at)
    _refuse_late_from_above(invitation)
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


def refuse_unless_open(invitation: Invitation, *, at: datetime) -> None:
    """An invitation that is used, withdrawn or too old says so."""
    if hasattr(invitation, "acceptance"):
        raise Used
    if hasattr(invitation, "withdrawal"):
        raise Withdrawn
    if invitation.expires_at <= at:
        raise Expired


def _refuse_late_from_above(invitation: Invitation) -> None:
    place = invitation.place
    if not place.shielded or hasattr(place, "opening"):
        return
    seats = Seat.objects.filter(space__shielded=True).select_related("space")
    of_giver = seats.filter(person=invitation.given_by_id)
    led = seats.filter(space=place, role__in=(Role.OWNER, Role.LEADER), until=None).exists()
    if led and not any(place.inside(seat.space) for seat in of_giver):
        raise LedByOthers


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
