"""Adding, changing and merging organisations by hand."""

from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from sloyfe.access import audit
from sloyfe.kit.refusal import Refusal
from sloyfe.organisations import numbers
from sloyfe.organisations.models import Employment, Merger, Organisation
from sloyfe.people.models import Person


class WrongNumber(Refusal):
    """Nine digits, the last of which must fit the others."""

    sentence = _("Organisasjonsnummeret er ikke gyldig: det skal ha ni siffer, og kontrollsifferet må stemme.")
    status = 422


class NumberTaken(Refusal):
    """A number names one organisation."""

    sentence = _("En annen virksomhet har allerede dette organisasjonsnummeret.")


class CannotMerge(Refusal):
    """A merger must make sense."""

    sentence = _("En virksomhet kan ikke slås sammen med seg selv eller med noe som ligger under den.")


@transaction.atomic
def add_organisation(*, by: Person, at: datetime, **values: Any) -> Organisation:
    """Add an organisation by hand, also one without a number."""
    values["number"] = _checked(values.get("number"))
    made = Organisation.objects.create(**values)
    audit.record(act="organisation.added", about=made, by=by, at=at, space=None)
    return made


@transaction.atomic
def change_organisation(organisation: Organisation, *, by: Person, at: datetime, **values: Any) -> Organisation:
    """Change what the register says of one organisation."""
    if "number" in values:
        values["number"] = _checked(values["number"], but=organisation)
    if values.get("parent") and _lies_under(values["parent"], organisation):
        raise CannotMerge
    for name, value in values.items():
        setattr(organisation, name, value)
    organisation.save(update_fields=list(values))
    audit.record(act="organisation.changed", about=organisation, by=by, at=at, space=None)
    return organisation


@transaction.atomic
def merge(gone: Organisation, into: Organisation, *, on: date, by: Person, at: datetime) -> Merger:
    """One organisation goes into another: what lies under it and who works there move, its past stays."""
    if gone == into or _lies_under(into, gone) or hasattr(gone, "merger"):
        raise CannotMerge
    gone.children.update(parent=into)
    for row in Employment.objects.filter(organisation=gone, until=None):
        row.until = on
        row.save(update_fields=["until"])
        Employment.objects.get_or_create(
            person=row.person, organisation=into, until=None, defaults={"since": on, "role_group": row.role_group}
        )
    gone.until = on
    gone.save(update_fields=["until"])
    audit.record(act="organisation.merged", about=gone, by=by, at=at, space=None)
    return Merger.objects.create(gone=gone, into=into, on=on)


def _checked(number: str | None, *, but: Organisation | None = None) -> str | None:
    digits = numbers.tidy(number or "")
    if not digits:
        return None
    if not numbers.is_valid(digits):
        raise WrongNumber
    holder = Organisation.objects.filter(number=digits).first()
    if holder is not None and holder != but:
        raise NumberTaken
    return digits


def _lies_under(place: Organisation | None, top: Organisation) -> bool:
    while place is not None:
        if place == top:
            return True
        place = place.parent
    return False
