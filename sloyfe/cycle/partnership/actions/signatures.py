"""Signing the agreement for a party."""

from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from sloyfe.access import audit
from sloyfe.access.models import Seat
from sloyfe.cycle.partnership.models import AgreementVersion, Party, PartyRole, Signature, Start
from sloyfe.cycle.partnership.queries.agreement import newest_version
from sloyfe.cycle.partnership.queries.signatures import SIGNERS
from sloyfe.kit.refusal import Refusal
from sloyfe.live.announce import announce
from sloyfe.people.models import Person


class NotReady(Refusal):
    """The gate comes before the signatures."""

    sentence = _("Avtalen kan signeres når dere er klare til start. Se hva som mangler på siden «Klar til start».")


class Superseded(Refusal):
    """Everybody signs the same version."""

    sentence = _("Det er lagt fram en nyere utgave av avtalen. Les den, og signer den.")


class NotYours(Refusal):
    """A party is signed for by its own people."""

    sentence = _("Bare parten selv kan signere: eier for eieren, leder for enheten, kontakten for kompetansepartneren.")
    status = 403


class AlreadySigned(Refusal):
    """Once is enough."""

    sentence = _("Denne parten har allerede signert denne utgaven.")


@transaction.atomic
def sign(version: AgreementVersion, party: Party, *, title: str, by: Person, at: datetime) -> Signature:
    """Put the party's name to this version."""
    _refuse_unless_own(party, by, at)
    if not Start.objects.in_space(version.space).filter(round=version.agreement.round).exists():
        raise NotReady
    newest = newest_version(version.agreement)
    if newest is None or newest.pk != version.pk:
        raise Superseded
    try:
        with transaction.atomic():
            signature = Signature.objects.create(
                space=version.space,
                version=version,
                party=party,
                person=by,
                name=by.name,
                title=title.strip(),
                digest=version.digest,
                signed_at=at,
            )
    except IntegrityError as twice:
        raise AlreadySigned from twice
    audit.record(act="agreement.signed", about=signature, by=by, at=at, space=version.space)
    announce(f"agreement.{version.agreement_id}")
    return signature


def _refuse_unless_own(party: Party, by: Person, at: datetime) -> None:
    role = SIGNERS.get(PartyRole(party.role))
    seats = Seat.objects.standing(timezone.localdate(at)).filter(person=by, space=party.place, role=role)
    if role is None or party.until is not None or not seats.exists():
        raise NotYours
