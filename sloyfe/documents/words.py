"""The few words the writers add themselves, in the document's language, which need not be the reader's."""

import datetime as dt
from dataclasses import dataclass

from sloyfe.documents.tree import Document, Language

MONTHS = (
    "januar", "februar", "mars", "april", "mai", "juni",
    "juli", "august", "september", "oktober", "november", "desember",
)  # fmt: skip


@dataclass(frozen=True)
class Fixed:
    """What the page furniture says."""

    page: str
    of: str
    version: str
    table: str
    figure: str
    party: str
    name_and_role: str
    date: str
    signature: str
    signed: str
    signatures: str
    label: str
    answer: str
    to_write_on: str
    not_filled_in: str


FIXED: dict[Language, Fixed] = {
    "nb": Fixed(
        page="side",
        of="av",
        version="Versjon",
        table="Tabell",
        figure="Figur",
        party="Part",
        name_and_role="Navn og rolle",
        date="Dato",
        signature="Underskrift",
        signed="Signert",
        signatures="Underskrifter",
        label="Felt",
        answer="Svar",
        to_write_on="Plass til å skrive",
        not_filled_in="Ikke fylt ut",
    ),
    "nn": Fixed(
        page="side",
        of="av",
        version="Versjon",
        table="Tabell",
        figure="Figur",
        party="Part",
        name_and_role="Namn og rolle",
        date="Dato",
        signature="Underskrift",
        signed="Signert",
        signatures="Underskrifter",
        label="Felt",
        answer="Svar",
        to_write_on="Plass til å skrive",
        not_filled_in="Ikkje fylt ut",
    ),
}
LOCALES: dict[Language, str] = {"nb": "nb-NO", "nn": "nn-NO"}


def spelled_date(date: dt.date) -> str:
    """22. november 2026, alike in both languages."""
    return f"{date.day}. {MONTHS[date.month - 1]} {date.year}"


def short_date(date: dt.date) -> str:
    """22.11.2026"""
    return f"{date:%d.%m.%Y}"


def status_line(document: Document) -> str:
    """What stands under the title: status, version and date, those that are known."""
    meta = document.meta
    return " · ".join(part for part in (meta.status, _version(document), _date(document)) if part)


def footer_line(document: Document) -> str:
    """What stands at the foot of every page, beside the page number."""
    return " · ".join(part for part in (document.title, _version(document), _date(document)) if part)


def _version(document: Document) -> str:
    version = document.meta.version
    return f"{FIXED[document.language].version} {version}" if version else ""


def _date(document: Document) -> str:
    return spelled_date(document.meta.date) if document.meta.date else ""
