"""The bank of questions: the ready-made sets, and what this partnership has put there itself."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from typing import Any

from sloyfe.access.models import Space
from sloyfe.kit.text import Text
from sloyfe.surveys import content, drafting
from sloyfe.surveys.models import Instrument, Item, Kind

OWN = "own"


@dataclass(frozen=True)
class Entry:
    """Questions that are taken together: one, a pair, or one with its follow-up."""

    key: str
    drafts: tuple[dict[str, Any], ...]
    is_in: bool = False

    @property
    def wordings(self) -> list[Text]:
        """What is asked."""
        return [draft["wording"] for draft in self.drafts]

    @property
    def kinds(self) -> list[str]:
        """How it is answered, each way once."""
        return list(dict.fromkeys(str(Kind(draft["kind"]).label) for draft in self.drafts))

    def holds(self, words: str) -> bool:
        """Whether the words stand in some wording, in either language."""
        said = " ".join(text for wording in self.wordings for text in wording.entries.values())
        return all(word in said.lower() for word in words.lower().split())


@dataclass(frozen=True)
class Set:
    """Entries that belong together."""

    key: str
    title: Text
    about: Text
    station: str
    theme: str
    audience: tuple[str, ...]
    entries: tuple[Entry, ...]


def bank(instrument: Instrument) -> list[Set]:
    """Every set, with what the questionnaire already holds marked; the partnership's own come first."""
    held = set(instrument.items.exclude(position=None).values_list("origin", flat=True))
    own = _own(instrument.space, instrument)
    sets = [*([own] if own.entries else []), *(_set(told) for told in content.bank_sets())]
    return [replace(each, entries=tuple(_marked(entry, held) for entry in each.entries)) for each in sets]


def sought(sets: list[Set], *, words: str, station: str, theme: str, audience: str) -> list[Set]:
    """Only what fits: words in the questions, and station, theme and audience of the set."""
    fitting = [
        replace(each, entries=tuple(entry for entry in each.entries if entry.holds(words)))
        for each in sets
        if (not station or each.station == station)
        and (not theme or each.theme == theme)
        and (not audience or audience in each.audience)
    ]
    return [each for each in fitting if each.entries]


def known_origins(space: Space) -> set[str]:
    """The origins of every ready-made question, and of every question this partnership has written."""
    ready_made = {draft["origin"] for told in content.bank_sets() for _leads, draft in _drafts(told)}
    own = Item.objects.filter(instrument__in=Instrument.objects.in_space(space)).values_list("origin", flat=True)
    return ready_made | set(own)


def _set(told: content.Told) -> Set:
    drafts = list(_drafts(told))
    groups: dict[str, list[dict[str, Any]]] = {}
    for leads, draft in drafts:
        groups.setdefault(leads, []).append(draft)
    entries = tuple(Entry(f"{told['key']}/{leads}", tuple(group)) for leads, group in groups.items())
    title, about = content.text(told), content.text(told["about"])
    return Set(told["key"], title, about, told["station"], told["theme"], tuple(told["audience"]), entries)


def _drafts(told: content.Told) -> Iterator[tuple[str, dict[str, Any]]]:
    """Each draft with the key of the entry that it belongs to."""
    if "source" in told:
        source = content.template(told["source"])
        for draft in drafting.items(source, content.themes() if "pair" in source else []):
            if draft["section"] in told.get("sections", [draft["section"]]):
                yield draft.get("pair") or draft["key"], draft
    for one in told.get("item", []):
        yield one.get("with", one["key"]), drafting.draft(one, told["key"])


def _own(space: Space, instrument: Instrument) -> Set:
    rows = Item.objects.filter(instrument__in=Instrument.objects.in_space(space), bank_entry__isnull=False)
    drafts = {row.origin: row for row in rows.order_by("bank_entry__at", "pk")}
    entries = tuple(Entry(f"{OWN}/{row.pk}", (_copied(row),)) for row in drafts.values())
    title, about = content.own_bank()
    return Set(OWN, title, about, "", "", (instrument.audience,), entries)


def _copied(row: Item) -> dict[str, Any]:
    """What another questionnaire asks when it asks the same; whom it is for is said anew there."""
    return {**row.asked(), "key": row.key, "origin": row.origin, "theme": row.theme, "condition": None}


def _marked(entry: Entry, held: Collection[str]) -> Entry:
    return replace(entry, is_in=all(draft["origin"] in held for draft in entry.drafts))
