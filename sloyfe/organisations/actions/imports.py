"""Importing a file: kept, rehearsed without a trace, then carried out once."""

import hashlib
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from sloyfe.access import audit
from sloyfe.kit.refusal import Refusal
from sloyfe.kit.sheets import read_sheet
from sloyfe.organisations.importing import organisations, staff
from sloyfe.organisations.importing.organisations import OrganisationRow, matching
from sloyfe.organisations.importing.report import Outcome, Report, RowReport
from sloyfe.organisations.importing.staff import StaffRow
from sloyfe.organisations.models import Employment, ImportFile, ImportKind, ImportRun, Organisation
from sloyfe.people.actions import meet
from sloyfe.people.models import Person


class AlreadyImported(Refusal):
    """A file is carried out once."""

    sentence = gettext_lazy("Denne fila er allerede lest inn.")


def keep_file(content: bytes, name: str, kind: str, *, by: Person, at: datetime) -> ImportFile:
    """Take in a file that can be read as a table with the columns we need; nothing else happens yet."""
    _read(content, name, kind)
    digest = hashlib.sha256(content).hexdigest()
    return ImportFile.objects.create(by=by, at=at, kind=kind, name=name[:200], digest=digest, content=content)


def rehearse(file: ImportFile, *, at: datetime) -> Report:
    """What carrying the file out would do: done for real, then undone."""
    if hasattr(file, "run"):
        raise AlreadyImported
    with transaction.atomic():
        report = _import(file, at)
        transaction.set_rollback(True)
    return report


@transaction.atomic
def carry_out(file: ImportFile, *, by: Person, at: datetime) -> ImportRun:
    """Read the file in, for good; its content is let go of afterwards."""
    if ImportRun.objects.filter(file=file).exists():
        raise AlreadyImported
    report = _import(file, at)
    counts = {outcome.value: report.count(outcome) for outcome in Outcome}
    run = ImportRun.objects.create(file=file, by=by, at=at, counts=counts)
    file.content = b""
    file.save(update_fields=["content"])
    audit.record(act=f"import.{file.kind}", about=run, by=by, at=at, space=None)
    return run


def _import(file: ImportFile, at: datetime) -> Report:
    content = bytes(file.content)
    sheet = read_sheet(content, file.name)
    done: list[RowReport]
    if file.kind == ImportKind.ORGANISATIONS:
        rows, report = organisations.read(sheet)
        done = _import_organisations(rows)
    else:
        people, report = staff.read(sheet)
        done = _import_staff(people, at)
    return replace(report, rows=tuple(sorted((*report.rows, *done), key=lambda row: row.line)))


def _read(content: bytes, name: str, kind: str) -> None:
    sheet = read_sheet(content, name)
    if kind == ImportKind.ORGANISATIONS:
        organisations.read(sheet)
    else:
        staff.read(sheet)


def _import_organisations(rows: list[OrganisationRow]) -> list[RowReport]:
    everyone = list(Organisation.objects.select_related("parent"))
    by_number = {row.number: row for row in everyone if row.number}
    by_name = {row.name.lower(): row for row in everyone}
    before = {row.pk: _state(row) for row in everyone}
    placed = []
    for row in rows:
        found = matching(row, by_number, by_name) or Organisation(number=row.number)
        known = {name: value for name, value in row.values.items() if value not in ("", None)}
        for name, value in {**known, "name": row.name}.items():
            setattr(found, name, value)
        by_name[row.name.lower()] = found
        if row.number:
            by_number[row.number] = found
        placed.append((row, found))
    return [_save(row, found, by_number, by_name, before) for row, found in sorted(placed, key=_owners_first)]


def _owners_first(pair: tuple[OrganisationRow, Organisation]) -> bool:
    return not pair[1].is_owner


def _save(
    row: OrganisationRow,
    found: Organisation,
    by_number: dict[str, Organisation],
    by_name: dict[str, Organisation],
    before: dict[UUID, tuple[object, ...]],
) -> RowReport:
    why = ""
    if row.owner_number or row.owner_name:
        owner = by_number.get(row.owner_number or "") or by_name.get(row.owner_name.lower())
        if owner is None:
            why = _("Eieren {owner} er verken i registeret eller i fila.").format(
                owner=row.owner_number or row.owner_name
            )
        elif owner != found:
            found.parent = owner
    old = before.get(found.pk)
    if old == _state(found):
        return RowReport(row.line, row.name, Outcome.SAME, why)
    found.save()
    return RowReport(row.line, row.name, Outcome.CHANGED if old else Outcome.NEW, why)


def _state(row: Organisation) -> tuple[object, ...]:
    return (row.name, row.kind, row.number, row.parent_id, row.municipality, row.language, row.staff_count, row.until)


def _import_staff(rows: list[StaffRow], at: datetime) -> list[RowReport]:
    places = list(Organisation.objects.filter(until=None))
    by_number = {place.number: place for place in places if place.number}
    by_name: dict[str, list[Organisation]] = {}
    for place in places:
        by_name.setdefault(place.name.lower(), []).append(place)
    employed = set(Employment.objects.filter(until=None).values_list("person__email", "organisation"))
    return [_employ(row, by_number, by_name, employed, at) for row in rows]


def _employ(
    row: StaffRow,
    by_number: dict[str, Organisation],
    by_name: dict[str, list[Organisation]],
    employed: set[tuple[str, UUID]],
    at: datetime,
) -> RowReport:
    named = by_name.get(row.unit.lower(), [])
    place = by_number.get(row.number) or (named[0] if len(named) == 1 else None)
    if place is None:
        why = (
            _("Flere virksomheter heter {unit}; bruk organisasjonsnummer.")
            if named
            else _("Vi finner ikke enheten {unit}.")
        )
        return RowReport(row.line, row.name, Outcome.WRONG, why.format(unit=row.unit or row.number))
    if (row.email, place.pk) in employed:
        return RowReport(row.line, row.name, Outcome.SAME)
    person = meet(row.email, row.name, language=row.language or place.language)
    Employment.objects.create(
        person=person, organisation=place, role_group=row.role_group, since=timezone.localdate(at)
    )
    employed.add((row.email, place.pk))
    return RowReport(row.line, row.name, Outcome.NEW, place.name)
