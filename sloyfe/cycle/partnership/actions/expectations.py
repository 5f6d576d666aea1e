"""Stating what one expects, agreeing on it, and recording who was heard."""

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from sloyfe.access import audit
from sloyfe.cycle.partnership.models import Expectation, ExpectationAgreed, Involvement, Party, Round
from sloyfe.kit.refusal import Refusal
from sloyfe.kit.rows import save_version
from sloyfe.kit.text import Text
from sloyfe.people.models import Person


class OfOneself(Refusal):
    """An expectation has two ends."""

    sentence = _("En part kan ikke ha en forventning til seg selv her. Velg en annen part.")
    status = 422


class AgreedAlready(Refusal):
    """What two have agreed is not changed by one."""

    sentence = _("Forventningen er avklart og kan ikke endres. Åpne den igjen først.")


class ChangedSince(Refusal):
    """What others have worked on stands."""

    sentence = _("Noen har endret forventningen siden, så den blir stående.")


@transaction.atomic
def state_expectation(
    this_round: Round, *, by_party: Party, of_party: Party, words: Text, by: Person, at: datetime
) -> Expectation:
    """Say what one party expects of another."""
    if by_party == of_party:
        raise OfOneself
    made = Expectation.objects.create(
        space=this_round.space,
        round=this_round,
        by_party=by_party,
        of_party=of_party,
        words=words,
        stated_by=by,
        stated_at=at,
    )
    audit.record(act="expectation.stated", about=made, by=by, at=at, space=this_round.space)
    return made


@transaction.atomic
def reword_expectation(row: Expectation, words: Text, *, version: int) -> None:
    """Change the words while they are not agreed."""
    if hasattr(row, "agreed"):
        raise AgreedAlready
    save_version(row, version=version, words=row.words.rewritten(words))


@transaction.atomic
def agree_expectation(row: Expectation, *, on: date, who: str, by: Person, at: datetime) -> ExpectationAgreed:
    """Both sides have talked it through."""
    if ExpectationAgreed.objects.filter(expectation=row).exists():
        raise AgreedAlready
    made = ExpectationAgreed.objects.create(expectation=row, on=on, who=who.strip(), recorded_by=by, recorded_at=at)
    audit.record(act="expectation.agreed", about=row, by=by, at=at, space=row.space)
    return made


@transaction.atomic
def reopen_expectation(row: Expectation, *, by: Person, at: datetime) -> None:
    """Undo: it has to be talked about again."""
    if ExpectationAgreed.objects.filter(expectation=row).delete()[0]:
        audit.record(act="expectation.reopened", about=row, by=by, at=at, space=row.space)


@transaction.atomic
def remove_expectation(row: Expectation, *, by: Person, at: datetime) -> None:
    """Take back what has not been agreed."""
    if hasattr(row, "agreed"):
        raise AgreedAlready
    audit.record(act="expectation.removed", about=row, by=by, at=at, space=row.space)
    Expectation.objects.in_space(row.space).filter(pk=row.pk).delete()


@transaction.atomic
def withdraw_agreed(row: Expectation, *, by: Person, at: datetime) -> None:
    """Undo of stating and agreeing in one, as long as nobody has opened or reworded it since."""
    now = Expectation.objects.in_space(row.space).select_related("agreed").get(pk=row.pk)
    if now.version != 1 or not hasattr(now, "agreed"):
        raise ChangedSince
    audit.record(act="expectation.withdrawn", about=now, by=by, at=at, space=now.space)
    Expectation.objects.in_space(now.space).filter(pk=now.pk).delete()


@transaction.atomic
def record_involvement(
    this_round: Round,
    *,
    group: str,
    party: Party | None,
    who: str,
    on: date,
    how: str,
    remark: str,
    by: Person,
    at: datetime,
) -> Involvement:
    """A group took part."""
    made = Involvement.objects.create(
        space=this_round.space,
        round=this_round,
        group=group,
        party=party,
        who=who.strip(),
        on=on,
        how=how,
        remark=remark.strip(),
        recorded_by=by,
        recorded_at=at,
    )
    audit.record(act="involvement.recorded", about=made, by=by, at=at, space=this_round.space)
    return made


@transaction.atomic
def remove_involvement(row: Involvement, *, by: Person, at: datetime) -> None:
    """Strike an entry that was wrong; the log keeps that it was there."""
    audit.record(act="involvement.removed", about=row, by=by, at=at, space=row.space)
    Involvement.objects.in_space(row.space).filter(pk=row.pk).delete()
