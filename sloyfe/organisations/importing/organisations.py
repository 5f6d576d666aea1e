"""Organisations from a file in the shape of NSR, NBR or a plain list."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from sloyfe.kit.sheets import BadSheet, Sheet
from sloyfe.organisations import numbers
from sloyfe.organisations.importing.columns import ORGANISATION_COLUMNS, recognise, truth
from sloyfe.organisations.importing.report import Outcome, Report, RowReport
from sloyfe.organisations.models import Kind, Organisation

WORDS_FOR_KIND: tuple[tuple[str, Kind], ...] = (
    ("fylkeskommun", Kind.OWNER_COUNTY),
    ("privat eier", Kind.OWNER_PRIVATE),
    ("privat eigar", Kind.OWNER_PRIVATE),
    ("kommune", Kind.OWNER_MUNICIPAL),
    ("eier", Kind.OWNER_MUNICIPAL),
    ("eigar", Kind.OWNER_MUNICIPAL),
    ("barnehage", Kind.KINDERGARTEN),
    ("sfo", Kind.SFO),
    ("fritidsordning", Kind.SFO),
    ("ppt", Kind.PPT),
    ("pp-ten", Kind.PPT),
    ("fagskole", Kind.VOCATIONAL),
    ("fagskule", Kind.VOCATIONAL),
    ("høgskole", Kind.UNIVERSITY),
    ("høyskole", Kind.UNIVERSITY),
    ("høgskule", Kind.UNIVERSITY),
    ("universitet", Kind.UNIVERSITY),
    ("skole", Kind.SCHOOL),
    ("skule", Kind.SCHOOL),
)


@dataclass(frozen=True)
class OrganisationRow:
    """A row that can be carried out: which organisation, and what to set."""

    line: int
    name: str
    number: str | None
    owner_number: str | None
    owner_name: str
    values: dict[str, Any]


def read(sheet: Sheet) -> tuple[list[OrganisationRow], Report]:
    """Sheet → the rows that can be carried out, and a report that also tells of those that cannot."""
    columns = recognise(sheet.columns, ORGANISATION_COLUMNS)
    if "name" not in columns or not {"number", "kind", "is_school", "is_kindergarten"} & columns.keys():
        raise BadSheet(
            _(
                "Vi fant ikke kolonnene for navn og organisasjonsnummer eller type. Overskriftene i fila er: {found}."
            ).format(found=", ".join(sheet.columns) or "–")
        )
    rows, reports, seen = [], [], set[str]()
    for line, cells in sheet.rows:
        row = {ours: cells.get(theirs, "") for ours, theirs in columns.items()}
        problem = _problem(row, seen)
        if problem:
            reports.append(RowReport(line, row["name"], *problem))
            continue
        rows.append(_row(line, row))
    unknown = tuple(name for name in sheet.columns if name and name not in columns.values())
    return rows, Report(columns, unknown, tuple(reports))


def _problem(row: dict[str, str], seen: set[str]) -> tuple[Outcome, str] | None:
    if not row["name"]:
        return Outcome.WRONG, _("Navnet mangler.")
    if row.get("active") and not truth(row["active"]):
        return Outcome.SKIPPED, _("Registeret sier at den ikke er aktiv.")
    number = numbers.tidy(row.get("number", ""))
    for digits in filter(None, (number, numbers.tidy(row.get("owner_number", "")))):
        if not numbers.is_valid(digits):
            return Outcome.WRONG, _(
                "Organisasjonsnummeret {number} er ikke gyldig: kontrollsifferet stemmer ikke."
            ).format(number=digits)
    if number and number in seen:
        return Outcome.SKIPPED, _("Organisasjonsnummeret står flere ganger i fila.")
    seen.add(number)
    if _kind(row) is None:
        return Outcome.WRONG, _("Vi forstår ikke hva slags virksomhet dette er.")
    return None


def _row(line: int, row: dict[str, str]) -> OrganisationRow:
    staff = row.get("staff", "")
    values = {
        "kind": _kind(row),
        "municipality": row.get("municipality", "").zfill(4) if row.get("municipality") else "",
        "language": "nn"
        if row.get("language", "").lower().startswith(("n", "ny")) and row["language"] != "nb"
        else "nb",
        "staff_count": int(staff) if staff.isdigit() else None,
        "until": _day(row.get("closed", "")),
    }
    number = numbers.tidy(row.get("number", "")) or None
    owner_number = numbers.tidy(row.get("owner_number", "")) or None
    return OrganisationRow(line, row["name"][:160], number, owner_number, row.get("owner_name", ""), values)


def _kind(row: dict[str, str]) -> Kind | None:
    said = row.get("kind", "").lower()
    if said:
        return next((kind for word, kind in WORDS_FOR_KIND if word in said), None)
    private = truth(row.get("is_private", ""))
    if truth(row.get("is_kindergarten_owner", "")) or truth(row.get("is_school_owner", "")):
        return _owner_kind(row, private=private)
    if truth(row.get("is_kindergarten", "")):
        return Kind.KINDERGARTEN
    if truth(row.get("is_school", "")):
        return Kind.SCHOOL
    return None


def _owner_kind(row: dict[str, str], *, private: bool) -> Kind:
    form, name = row.get("form", "").upper(), row["name"].lower()
    if "FYLK" in form or "fylkeskommune" in name:
        return Kind.OWNER_COUNTY
    if private or (form and "KOMM" not in form) or (not form and "kommune" not in name):
        return Kind.OWNER_PRIVATE
    return Kind.OWNER_MUNICIPAL


def _day(word: str) -> date | None:
    try:
        return date.fromisoformat(word[:10])
    except ValueError:
        return None


def matching(
    row: OrganisationRow, by_number: dict[str, Organisation], by_name: dict[str, Organisation]
) -> Organisation | None:
    """The organisation this row is about: by number first, by name only where the row has no number."""
    return by_number.get(row.number) if row.number else by_name.get(row.name.lower())
