"""Gathers what the agreement says: the sections' words, and the rows that are written once elsewhere."""

import hashlib
import json
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from functools import cache, lru_cache
from typing import TypeVar

from django.db.models import TextChoices
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from sloyfe.access.scoping import ScopedQuerySet, SpaceOwned
from sloyfe.cycle.partnership.models import (
    Agreement,
    AgreementVersion,
    DateKind,
    Expectation,
    InvolvedGroup,
    InvolvedHow,
    Involvement,
    PartyRole,
    Round,
    Task,
    UnitTime,
    YearWheelDate,
)
from sloyfe.cycle.partnership.models.wording import Grid, Part
from sloyfe.cycle.partnership.queries.agreement import SectionNow, sections
from sloyfe.cycle.partnership.queries.rounds import parties
from sloyfe.kit.refusal import Sentence
from sloyfe.kit.text import Text

R = TypeVar("R", bound=SpaceOwned)


def parts_now(agreement: Agreement) -> list[Part]:
    """The whole agreement as it stands."""
    return _parts(agreement, sections(agreement))


def digest_of(parts: Iterable[Part]) -> str:
    """A mark that two agreements share only when they say the same."""
    words = json.dumps([part.to_json() for part in parts], sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(words.encode()).hexdigest()


def is_changed(agreement: Agreement, since: AgreementVersion, rows: Sequence[SectionNow]) -> bool:
    """Whether the draft, whose sections are these, says something else than a version."""
    return since.digest != digest_of(_parts(agreement, rows))


def both(sentence: Sentence) -> Text:
    """A sentence of ours in both languages."""
    found = {}
    for language in ("nb", "nn"):
        with override(language):
            found[language] = str(sentence)
    return Text.of(**found)


@cache
def label(choice: TextChoices) -> Text:
    """What a choice is called, in both languages."""
    return both(choice.label)


def same(words: str) -> Text:
    """A name or a number, which is the same in both languages."""
    return Text.of(nb=words, nn=words)


@lru_cache(1024)
def day(on: date, until: date | None = None) -> Text:
    """A day, or a stretch of days."""
    found = {}
    for language in ("nb", "nn"):
        with override(language):
            first = date_format(on, "j. F Y")
            found[language] = f"{first} – {date_format(until, 'j. F Y')}" if until else first
    return Text.of(**found)


def _parts(agreement: Agreement, rows: Iterable[SectionNow]) -> list[Part]:
    grids: dict[str, Callable[[Round], Grid]] = {
        "parties": _parties,
        "background": _involvement,
        "roles": _tasks,
        "expectations": _expectations,
        "progress": _dates,
        "time_and_resources": _hours,
    }
    found = []
    for each in rows:
        key = each.section.key
        grid = grids[key](agreement.round) if key in grids else None
        kept = (grid,) if grid and grid.rows else ()
        found.append(Part(key, each.section.number, each.template.heading, each.section.body, kept))
    return found


def _parties(this_round: Round) -> Grid:
    rows = [
        (same(party.organisation.name), label(PartyRole(party.role)), same(party.organisation.number or "–"))
        for party in parties(this_round.space)
    ]
    return _grid(_("Partene i avtalen"), (_("Part"), _("Rolle"), _("Organisasjonsnummer")), rows)


def _involvement(this_round: Round) -> Grid:
    found = _of(Involvement, this_round).order_by("-on", "-recorded_at")
    rows = [
        (day(on), label(InvolvedGroup(group)), same(who), label(InvolvedHow(how)), same(remark or "–"))
        for on, group, who, how, remark in found.values_list("on", "group", "who", "how", "remark")
    ]
    return _grid(_("Hvem som har vært med"), (_("Dato"), _("Gruppe"), _("Hvem"), _("Hvordan"), _("Merknad")), rows)


def _tasks(this_round: Round) -> Grid:
    found = _of(Task, this_round).order_by("due", "made_at")
    rows = [
        (what, same(person or party), day(due))
        for what, person, party, due in found.values_list("what", "person__name", "party__organisation__name", "due")
    ]
    return _grid(_("Oppgaver"), (_("Hva"), _("Hvem"), _("Frist")), rows)


def _expectations(this_round: Round) -> Grid:
    found = _of(Expectation, this_round).exclude(agreed=None)
    columns = found.values_list("by_party__organisation__name", "stated_at", "of_party__organisation__name", "words")
    rows = [(same(by), same(of), words) for by, _stated, of, words in sorted(columns, key=lambda row: row[:2])]
    return _grid(_("Avklarte forventninger"), (_("Fra"), _("Til"), _("Forventning")), rows)


def _dates(this_round: Round) -> Grid:
    found = _of(YearWheelDate, this_round).order_by("on", "made_at")
    rows = [
        (day(on, until), label(DateKind(kind)), title)
        for on, until, kind, title in found.values_list("on", "until", "kind", "title")
    ]
    return _grid(_("Datoer i årshjulet"), (_("Dato"), _("Slag"), _("Hva")), rows)


def _hours(this_round: Round) -> Grid:
    found = _of(UnitTime, this_round).filter(party__until=None).order_by("party__organisation__name")
    rows = [
        (same(party), same(str(hours)), same(remark or "–"))
        for party, hours, remark in found.values_list("party__organisation__name", "hours_a_month", "remark")
    ]
    return _grid(_("Felles utviklingstid"), (_("Enhet"), _("Timer i måneden"), _("Merknad")), rows)


def _of(model: type[R], this_round: Round) -> ScopedQuerySet[R]:
    return model.objects.in_space(this_round.space).filter(round=this_round)


def _grid(title: Sentence, header: Iterable[Sentence], rows: Iterable[tuple[Text, ...]]) -> Grid:
    return Grid(both(title), tuple(both(head) for head in header), tuple(rows))
