"""Staff from a list out of a payroll system or a spreadsheet."""

from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext as _

from sloyfe.kit.sheets import BadSheet, Sheet
from sloyfe.organisations import numbers
from sloyfe.organisations.importing.columns import STAFF_COLUMNS, recognise
from sloyfe.organisations.importing.report import Outcome, Report, RowReport


@dataclass(frozen=True)
class StaffRow:
    """A person and where they work."""

    line: int
    name: str
    email: str
    number: str
    unit: str
    role_group: str
    language: str


def read(sheet: Sheet) -> tuple[list[StaffRow], Report]:
    """Sheet → the rows that can be carried out, and a report that also tells of those that cannot."""
    columns = recognise(sheet.columns, STAFF_COLUMNS)
    named = "name" in columns or {"first_name", "last_name"} <= columns.keys()
    if not named or "email" not in columns or not {"number", "unit"} & columns.keys():
        raise BadSheet(
            _(
                "Vi trenger kolonner for navn, e-post og enhet (navn eller organisasjonsnummer). "
                "Overskriftene er: {found}."
            ).format(found=", ".join(sheet.columns) or "–")
        )
    rows, reports, seen = [], [], set[tuple[str, str]]()
    for line, cells in sheet.rows:
        row = _row(line, {ours: cells.get(theirs, "") for ours, theirs in columns.items()})
        problem = _problem(row, seen)
        if problem:
            reports.append(RowReport(line, row.name or row.email, *problem))
        else:
            rows.append(row)
    unknown = tuple(name for name in sheet.columns if name and name not in columns.values())
    return rows, Report(columns, unknown, tuple(reports))


def _row(line: int, row: dict[str, str]) -> StaffRow:
    name = row.get("name") or f"{row.get('first_name', '')} {row.get('last_name', '')}".strip()
    if "," in name:
        last, _comma, first = name.partition(",")
        name = f"{first.strip()} {last.strip()}"
    language = "nn" if row.get("language", "").lower().startswith("ny") or row.get("language") == "nn" else ""
    return StaffRow(
        line=line,
        name=name[:120],
        email=row["email"].strip().lower(),
        number=numbers.tidy(row.get("number", "")),
        unit=row.get("unit", ""),
        role_group=row.get("role_group", "")[:40],
        language=language,
    )


def _problem(row: StaffRow, seen: set[tuple[str, str]]) -> tuple[Outcome, str] | None:
    if not row.name:
        return Outcome.WRONG, _("Navnet mangler.")
    if not row.email:
        return Outcome.SKIPPED, _("Uten e-post: bruk en kodelapp for denne personen.")
    try:
        validate_email(row.email)
    except ValidationError:
        return Outcome.WRONG, _("E-postadressen er ikke gyldig.")
    place = (row.email, row.number or row.unit.lower())
    if place in seen:
        return Outcome.SKIPPED, _("Personen står flere ganger på samme enhet.")
    seen.add(place)
    return None
