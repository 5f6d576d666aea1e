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
from sloyfe.cycle.partnership.queries.rounds import parties_in_brief
from sloyfe.kit.refusal import Sentence
from sloyfe.kit.text import Text

R = TypeVar("R", bound=SpaceOwned)
Rows = list[tuple[Text, ...]]
HEADS: dict[str, tuple[Sentence, tuple[Sentence, ...]]] = {
    "parties": (_("Partene i avtalen"), (_("Part"), _("Rolle"), _("Organisasjonsnummer"))),
    "background": (
        _("Hvem som har vært med"),
        (_("Dato"), _("Gruppe"), _("Hvem"), _("Hvordan"), _("Merknad")),
    ),
    "roles": (_("Oppgaver"), (_("Hva"), _("Hvem"), _("Frist"))),
    "expectations": (_("Avklarte forventninger"), (_("Fra"), _("Til"), _("Forventning"))),
    "progress": (_("Datoer i årshjulet"), (_("Dato"), _("Slag"), _("Hva"))),
    "time_and_resources": (_("Felles utviklingstid"), (_("Enhet"), _("Timer i måneden"), _("Merknad"))),
}


def parts_now(agreement: Agreement) -> list[Part]:
    """The whole agreement as it stands."""
    return _parts(agreement.round, sections(agreement))


def digest_of(parts: Iterable[Part]) -> str:
    """A mark that two agreements share only when they say the same."""
    words = json.dumps([part.to_json() for part in parts], sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(words.encode()).hexdigest()


def is_changed(this_round: Round, since: AgreementVersion, rows: Sequence[SectionNow]) -> bool:
    """Whether the draft, whose sections are these, says something else than a version."""
    return since.digest != digest_of(_parts(this_round, rows))


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


@lru_cache(1024)
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


def _parts(this_round: Round, rows: Iterable[SectionNow]) -> list[Part]:
    cells: dict[str, Callable[[Round], Rows]] = {
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
        written = tuple(cells[key](this_round)) if key in cells else ()
        kept = (Grid(*_head(key), written),) if written else ()
        found.append(Part(key, each.section.number, each.template.heading, each.section.body, kept))
    return found


@cache
def _head(key: str) -> tuple[Text, tuple[Text, ...]]:
    """The title of a grid and what its columns are called."""
    title, columns = HEADS[key]
    return both(title), tuple(both(column) for column in columns)


def _parties(this_round: Round) -> Rows:
    return [
        (same(name), label(PartyRole(role)), same(number or "–"))
        for role, name, number in parties_in_brief(this_round.space)
    ]


def _involvement(this_round: Round) -> Rows:
    found = _of(Involvement, this_round).order_by("-on", "-recorded_at")
    return [
        (day(on), label(InvolvedGroup(group)), same(who), label(InvolvedHow(how)), same(remark or "–"))
        for on, group, who, how, remark in found.values_list("on", "group", "who", "how", "remark")
    ]


def _tasks(this_round: Round) -> Rows:
    found = _of(Task, this_round).order_by("due", "made_at")
    return [
        (what, same(person or party), day(due))
        for what, person, party, due in found.values_list("what", "person__name", "party__organisation__name", "due")
    ]


def _expectations(this_round: Round) -> Rows:
    found = _of(Expectation, this_round).exclude(agreed=None)
    columns = found.values_list("by_party__organisation__name", "stated_at", "of_party__organisation__name", "words")
    return [(same(by), same(of), words) for by, _stated, of, words in sorted(columns, key=lambda row: row[:2])]


def _dates(this_round: Round) -> Rows:
    found = _of(YearWheelDate, this_round).order_by("on", "made_at")
    return [
        (day(on, until), label(DateKind(kind)), title)
        for on, until, kind, title in found.values_list("on", "until", "kind", "title")
    ]


def _hours(this_round: Round) -> Rows:
    found = _of(UnitTime, this_round).filter(party__until=None).order_by("party__organisation__name")
    return [
        (same(party), same(str(hours)), same(remark or "–"))
        for party, hours, remark in found.values_list("party__organisation__name", "hours_a_month", "remark")
    ]


def _of(model: type[R], this_round: Round) -> ScopedQuerySet[R]:
    return model.objects.in_space(this_round.space).filter(round=this_round)
