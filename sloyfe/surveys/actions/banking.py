"""Taking questions from the bank, and putting our own there."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from sloyfe.access import audit
from sloyfe.kit.refusal import Refusal
from sloyfe.people.models import Person
from sloyfe.surveys.actions import hanging
from sloyfe.surveys.actions.asking import put_back, put_last
from sloyfe.surveys.models import BankEntry, Instrument, Item
from sloyfe.surveys.queries.bank import Entry


class NothingChosen(Refusal):
    """Nothing was ticked, or all of it is there already."""

    sentence = _("Alt dette står i skjemaet fra før.")


class PartUnknown(Refusal):
    """The part was taken out meanwhile."""

    sentence = _("Delen finnes ikke lenger. Velg en annen del.")


@transaction.atomic
def take(instrument: Instrument, entries: Sequence[Entry], *, section: str, by: Person, at: datetime) -> list[Item]:
    """Put questions of the bank last in a part; one that was taken out earlier comes back as the one it was."""
    if not instrument.parts.filter(key=section).exclude(position=None).exists():
        raise PartUnknown
    held = {item.origin: item for item in instrument.items.all()}
    added = [item for entry in entries for item in _take(instrument, entry, section, held)]
    if not added:
        raise NothingChosen
    hanging.check(instrument)
    for item in added:
        audit.record(act="item.taken_from_bank", about=item, by=by, at=at, space=instrument.space)
    return added


@transaction.atomic
def bank(item: Item, *, by: Person, at: datetime) -> None:
    """Let other questionnaires of the partnership use a question; twice is once."""
    BankEntry.objects.get_or_create(item=item, defaults={"by": by, "at": at})
    audit.record(act="item.banked", about=item, by=by, at=at, space=item.instrument.space)


@transaction.atomic
def unbank(item: Item, *, by: Person, at: datetime) -> None:
    """Take it out of the bank; questionnaires that use it keep it."""
    BankEntry.objects.filter(item=item).delete()
    audit.record(act="item.unbanked", about=item, by=by, at=at, space=item.instrument.space)


def _take(instrument: Instrument, entry: Entry, section: str, held: dict[str, Item]) -> list[Item]:
    added = []
    keys: dict[str, str] = {}
    for draft in entry.drafts:
        item = held.get(draft["origin"])
        if item is None or item.position is None:
            item = _put(instrument, draft, section, keys) if item is None else _again(item, section)
            held[item.origin] = item
            added.append(item)
        keys[draft["key"]] = item.key
    return added


def _put(instrument: Instrument, draft: Mapping[str, Any], section: str, keys: Mapping[str, str]) -> Item:
    condition = draft.get("condition")
    if condition:
        condition = {**condition, "item": keys[condition["item"]]}
    return put_last(instrument, section, {**draft, "condition": condition})


def _again(item: Item, section: str) -> Item:
    item.section = section
    item.save(update_fields=["section"])
    put_back(item)
    return item
