"""What a questionnaire lacks in one of its languages, and what has changed in it since it was last sent out."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from sloyfe.kit.text import Status, Text
from sloyfe.surveys.models import Instrument, Item, ItemVersion, Part
from sloyfe.surveys.queries.order import Outline
from sloyfe.surveys.sheet import Sheet
from sloyfe.surveys.versions import asked_if, digest_of

LANGUAGES = {"nb": _("bokmål"), "nn": _("nynorsk")}


@dataclass(frozen=True)
class Gap:
    """A text that is missing in a language, or older there than what it was translated from; no row: around them."""

    row: Part | Item | None
    what: Text
    language: Promise
    older: bool

    @property
    def is_item(self) -> bool:
        """Whether it is a question, and not a part."""
        return isinstance(self.row, Item)


@dataclass(frozen=True)
class Change:
    """How a question stands beside the last edition: new, or changed from what was asked then."""

    is_new: bool
    before: ItemVersion | None = None


def gaps(instrument: Instrument, outline: Outline) -> list[Gap]:
    """Everything that keeps both languages from being whole, each row once a language."""
    texts = [(None, text) for text in (instrument.intro, instrument.thanks) if text]
    found: dict[tuple[object, str], Gap] = {}
    for row, text in ((None, instrument.title), *texts, *_texts(outline)):
        for language, name in LANGUAGES.items():
            status = text.status(language)
            if status != Status.OK:
                gap = Gap(row, _name(row, instrument), name, status == Status.OLDER)
                found.setdefault((row and row.pk, language), gap)
    return list(found.values())


def changes(instrument: Instrument, outline: Outline) -> tuple[dict[str, Change], list[Text]]:
    """By item key what is not as it was in the last edition, and the wordings that have been taken out since."""
    last = instrument.editions.order_by("number").last()
    if last is None:
        return {}, []
    sections = Sheet.from_json(last.sheet).sections
    asked = {question.key: question for section in sections for question in section.questions}
    versions = {str(row.pk): row for row in ItemVersion.objects.filter(item__instrument=instrument)}
    conditions = {part.key: part.condition for part, _items in outline.parts}
    told: dict[str, Change] = {}
    for item in outline.items:
        before = versions.get(asked[item.key].version) if item.key in asked else None
        if before is None:
            told[item.key] = Change(is_new=True)
        elif before.digest != digest_of(item, asked_if(item, outline.items, conditions)):
            told[item.key] = Change(is_new=False, before=before)
    stay = {item.key for item in outline.items}
    return told, [question.wording for key, question in asked.items() if key not in stay]


def _texts(outline: Outline) -> Iterator[tuple[Part | Item, Text]]:
    for part, items in outline.parts:
        if items:
            yield part, part.title
            if part.help:
                yield part, part.help
        for item in items:
            yield item, item.wording
            yield from ((item, text) for text in (item.help, item.unit) if text)
            yield from ((item, Text.from_json(option["text"])) for option in item.options)
            yield from ((item, text) for step in item.steps if (text := Text.from_json(step)))


def _name(row: Part | Item | None, instrument: Instrument) -> Text:
    if row is None:
        title: Text = instrument.title
        return title
    name: Text = row.wording if isinstance(row, Item) else row.title
    return name
