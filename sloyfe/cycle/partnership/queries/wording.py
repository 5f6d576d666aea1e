"""Gathers what the agreement says: the sections' words, and the rows that are written once elsewhere."""

import hashlib
import json
from collections.abc import Callable, Iterable
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from sloyfe.cycle.partnership.models import (
    Agreement,
    DateKind,
    InvolvedGroup,
    InvolvedHow,
    PartyRole,
    Round,
)
from sloyfe.cycle.partnership.models.wording import Grid, Part
from sloyfe.cycle.partnership.queries import duties, expectations
from sloyfe.cycle.partnership.queries.agreement import newest_version, sections
from sloyfe.cycle.partnership.queries.rounds import parties
from sloyfe.kit.refusal import Sentence
from sloyfe.kit.text import Text


def parts_now(agreement: Agreement) -> list[Part]:
    """The whole agreement as it stands."""
    grids: dict[str, Callable[[Round], Grid]] = {
        "parties": _parties,
        "background": _involvement,
        "roles": _tasks,
        "expectations": _expectations,
        "progress": _dates,
        "time_and_resources": _hours,
    }
    found = []
    for each in sections(agreement):
        key = each.section.key
        grid = grids[key](agreement.round) if key in grids else None
        kept = (grid,) if grid and grid.rows else ()
        found.append(Part(key, each.section.number, each.template.heading, each.section.body, kept))
    return found


def digest_of(parts: Iterable[Part]) -> str:
    """A mark that two agreements share only when they say the same."""
    words = json.dumps([part.to_json() for part in parts], sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(words.encode()).hexdigest()


def is_changed(agreement: Agreement) -> bool:
    """Whether the draft says something else than the newest version; never where none has been put forward."""
    newest = newest_version(agreement)
    return newest is not None and newest.digest != digest_of(parts_now(agreement))


def both(sentence: Sentence) -> Text:
    """A sentence of ours in both languages."""
    found = {}
    for language in ("nb", "nn"):
        with override(language):
            found[language] = str(sentence)
    return Text.of(**found)


def same(words: str) -> Text:
    """A name or a number, which is the same in both languages."""
    return Text.of(nb=words, nn=words)


def day(on: date, until: date | None = None) -> Text:
    """A day, or a stretch of days."""
    found = {}
    for language in ("nb", "nn"):
        with override(language):
            first = date_format(on, "j. F Y")
            found[language] = f"{first} – {date_format(until, 'j. F Y')}" if until else first
    return Text.of(**found)


def _parties(this_round: Round) -> Grid:
    rows = [
        (same(party.organisation.name), both(PartyRole(party.role).label), same(party.organisation.number or "–"))
        for party in parties(this_round.space)
    ]
    return _grid(_("Partene i avtalen"), (_("Part"), _("Rolle"), _("Organisasjonsnummer")), rows)


def _involvement(this_round: Round) -> Grid:
    rows = [
        (
            day(row.on),
            both(InvolvedGroup(row.group).label),
            same(row.who),
            both(InvolvedHow(row.how).label),
            same(row.remark or "–"),
        )
        for row in expectations.involvements(this_round)
    ]
    return _grid(_("Hvem som har vært med"), (_("Dato"), _("Gruppe"), _("Hvem"), _("Hvordan"), _("Merknad")), rows)


def _tasks(this_round: Round) -> Grid:
    rows = [
        (row.what, same(row.person.name if row.person else row.party.organisation.name), day(row.due))
        for row in duties.tasks(this_round)
    ]
    return _grid(_("Oppgaver"), (_("Hva"), _("Hvem"), _("Frist")), rows)


def _expectations(this_round: Round) -> Grid:
    rows = [
        (same(row.by_party.organisation.name), same(row.of_party.organisation.name), row.words)
        for row in expectations.expectations(this_round)
        if hasattr(row, "agreed")
    ]
    return _grid(_("Avklarte forventninger"), (_("Fra"), _("Til"), _("Forventning")), rows)


def _dates(this_round: Round) -> Grid:
    rows = [(day(row.on, row.until), both(DateKind(row.kind).label), row.title) for row in duties.dates(this_round)]
    return _grid(_("Datoer i årshjulet"), (_("Dato"), _("Slag"), _("Hva")), rows)


def _hours(this_round: Round) -> Grid:
    rows = [
        (same(row.party.organisation.name), same(str(row.hours_a_month)), same(row.remark or "–"))
        for row in duties.unit_times(this_round)
    ]
    return _grid(_("Felles utviklingstid"), (_("Enhet"), _("Timer i måneden"), _("Merknad")), rows)


def _grid(title: Sentence, header: Iterable[Sentence], rows: Iterable[tuple[Text, ...]]) -> Grid:
    return Grid(both(title), tuple(both(head) for head in header), tuple(rows))
