"""Answering the readiness list, confirming the partner, and starting."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from sloyfe.access import audit
from sloyfe.cycle.partnership.contract import Check
from sloyfe.cycle.partnership.models import (
    Answer,
    Override,
    PartnerConfirmation,
    Party,
    PartyRole,
    ReadinessAnswer,
    Round,
    Signature,
    Start,
)
from sloyfe.kit.refusal import Refusal
from sloyfe.live.announce import announce
from sloyfe.people.models import Person


class GateOpen(Refusal):
    """Something is missing, and nobody has said why that is all right."""

    sentence = _("Dere er ikke klare ennå. Ordne det som mangler, eller be eier skrive hvorfor dere starter likevel.")


class ReasonNeeded(Refusal):
    """A start before everything is ready is explained to everyone."""

    sentence = _("Skriv hvorfor dere starter før alt er klart.")
    status = 422


class AlreadyStarted(Refusal):
    """A round starts once."""

    sentence = _("Runden er allerede startet.")


class AlreadySigned(Refusal):
    """A start that signatures rest on is not taken back."""

    sentence = _("Starten kan ikke angres, fordi noen har signert avtalen.")


class NotAPartner(Refusal):
    """Only a competence partner confirms."""

    sentence = _("Bare kompetansepartneren kan bekrefte at den er med.")
    status = 422


@transaction.atomic
def answer_statements(this_round: Round, given: Mapping[str, Answer], *, by: Person, at: datetime) -> None:
    """The newest answer to each statement counts."""
    for statement, answer in given.items():
        row, _made = ReadinessAnswer.objects.in_space(this_round.space).update_or_create(
            round=this_round,
            statement=statement,
            defaults={"space": this_round.space, "answer": answer, "by": by, "at": at},
        )
        audit.record(act="readiness.answered", about=row, by=by, at=at, space=this_round.space)


@transaction.atomic
def confirm_partner(this_round: Round, party: Party, *, by: Person, at: datetime) -> None:
    """The partner says that it takes part; a second time changes nothing."""
    if party.role != PartyRole.PARTNER:
        raise NotAPartner
    row, made = PartnerConfirmation.objects.in_space(this_round.space).get_or_create(
        round=this_round, party=party, defaults={"space": this_round.space, "by": by, "at": at}
    )
    if made:
        audit.record(act="partner.confirmed", about=row, by=by, at=at, space=this_round.space)


@transaction.atomic
def retract_partner(this_round: Round, party: Party, *, by: Person, at: datetime) -> None:
    """Undo the confirmation."""
    if PartnerConfirmation.objects.in_space(this_round.space).filter(round=this_round, party=party).delete()[0]:
        audit.record(act="partner.retracted", about=party, by=by, at=at, space=this_round.space)


@transaction.atomic
def start(this_round: Round, *, checks: Sequence[Check], by: Person, at: datetime) -> Start:
    """Start because every check before the signatures is met."""
    if any(not check.met for check in checks if not check.after_gate):
        raise GateOpen
    return _start(this_round, by, at)


@transaction.atomic
def start_anyway(this_round: Round, reason: str, *, checks: Sequence[Check], by: Person, at: datetime) -> Start:
    """Start with an open gate; the reason and what was missing stay for all to see."""
    if not reason.strip():
        raise ReasonNeeded
    made = _start(this_round, by, at)
    missing = [f"{check.gate}.{check.key}" for check in checks if not check.met and not check.after_gate]
    override = Override.objects.create(space=this_round.space, start=made, reason=reason.strip(), open_checks=missing)
    audit.record(act="gate.overridden", about=override, by=by, at=at, space=this_round.space)
    return made


@transaction.atomic
def take_back_start(this_round: Round, *, by: Person, at: datetime) -> None:
    """Undo the start while nobody has signed."""
    if Signature.objects.in_space(this_round.space).filter(version__agreement__round=this_round).exists():
        raise AlreadySigned
    if Start.objects.in_space(this_round.space).filter(round=this_round).delete()[0]:
        audit.record(act="round.start_taken_back", about=this_round, by=by, at=at, space=this_round.space)


def _start(this_round: Round, by: Person, at: datetime) -> Start:
    try:
        with transaction.atomic():
            made = Start.objects.create(space=this_round.space, round=this_round, by=by, at=at)
    except IntegrityError as twice:
        raise AlreadyStarted from twice
    audit.record(act="round.started", about=made, by=by, at=at, space=this_round.space)
    announce(f"partnership.{this_round.space_id}")
    return made
