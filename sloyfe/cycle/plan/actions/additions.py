"""Words from elsewhere are added to an element of the owner's plan, beside what stands there, and taken out again."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from sloyfe.access import audit
from sloyfe.cycle.partnership.models import Party
from sloyfe.cycle.plan.actions.changes import topic
from sloyfe.cycle.plan.models import Element
from sloyfe.kit.refusal import Refusal
from sloyfe.kit.rows import save_version
from sloyfe.kit.text import Text
from sloyfe.live.announce import announce
from sloyfe.people.models import Person

BETWEEN = "\n\n"
WRITTEN = ("answer", "decision")


class ChangedSince(Refusal):
    """What was added has been written about."""

    sentence = _("Teksten er endret i planen siden. Ta den ut der.")


@transaction.atomic
def add_to_element(
    element: Element,
    *,
    by: Person,
    at: datetime,
    answer: Text | None = None,
    decision: Text | None = None,
    responsible_person: Person | None = None,
    responsible_party: Party | None = None,
    due: date | None = None,
) -> dict[str, Any]:
    """Put words below those that stand; who and when only where nobody and nothing is named. Says what was added."""
    row = _locked(element)
    given = {"answer": answer or Text(), "decision": decision or Text()}
    changes: dict[str, Any] = {name: _with(getattr(row, name), words) for name, words in given.items() if words}
    added: dict[str, Any] = {
        name: {"words": dict(words.entries), "stood": getattr(row, name).to_json()}
        for name, words in given.items()
        if words
    }
    if not row.responsible_key and (responsible_person or responsible_party):
        changes |= {"responsible_person": responsible_person, "responsible_party": responsible_party}
        named = {"person": responsible_person, "party": responsible_party}
        added["responsible"] = next(f"{kind}:{who.pk}" for kind, who in named.items() if who)
    if due and row.due is None:
        changes["due"] = due
        added["due"] = due.isoformat()
    if changes:
        save_version(row, version=row.version, **changes)
        _told("element.added_to", row, by, at)
    return added


@transaction.atomic
def take_out(element: Element, added: Mapping[str, Any], *, by: Person, at: datetime) -> None:
    """Take out just what was added; what has been written since stands."""
    row = _locked(element)
    changes: dict[str, Any] = {
        name: _without(getattr(row, name), added[name]["words"], Text.from_json(added[name]["stood"]))
        for name in WRITTEN
        if name in added
    }
    if added.get("responsible") and row.responsible_key == added["responsible"]:
        changes |= {"responsible_person": None, "responsible_party": None}
    if added.get("due") and row.due and row.due.isoformat() == added["due"]:
        changes["due"] = None
    if changes:
        save_version(row, version=row.version, **changes)
        _told("element.taken_out_of", row, by, at)


def _with(stands: Text, more: Text) -> Text:
    """Both, in each language that something was said in; the others are then older than those."""
    entries = dict(stands.entries)
    for language, words in more.entries.items():
        entries[language] = f"{entries[language]}{BETWEEN}{words}" if entries.get(language) else words
    if set(more.entries) >= set(entries):
        return Text.of(**entries, source=stands.source if stands else more.source)
    return Text(entries, more.source, {})


def _without(stands: Text, words: Mapping[str, str], stood: Text) -> Text:
    """The words that stood, where nobody has written since; else the others, as they are now."""
    if stands.entries == _with(stood, Text.of(**words)).entries:
        return stood
    entries = dict(stands.entries)
    for language, said in words.items():
        parts = entries.get(language, "").split(BETWEEN)
        wanted = said.split(BETWEEN)
        place = next((n for n in range(len(parts)) if parts[n : n + len(wanted)] == wanted), None)
        if place is None:
            raise ChangedSince
        entries[language] = BETWEEN.join([*parts[:place], *parts[place + len(wanted) :]])
    return Text({key: said for key, said in entries.items() if said}, stands.source, stands.made_from)


def _locked(element: Element) -> Element:
    rows = Element.objects.select_for_update(of=("self",)).select_related("plan__space")
    return rows.get(pk=element.pk)


def _told(act: str, element: Element, by: Person, at: datetime) -> None:
    audit.record(act=act, about=element, by=by, at=at, space=element.plan.space)
    announce(topic(_round(element)))


def _round(element: Element) -> UUID:
    key: UUID = element.plan.round_id
    return key
