"""From a questionnaire to the three sheets of an XLSForm."""

import io
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from openpyxl import Workbook

from sloyfe.kit.cells import cell_of
from sloyfe.kit.text import Text
from sloyfe.surveys import content
from sloyfe.surveys.models import Instrument, Item, Kind, Part
from sloyfe.surveys.queries.order import Outline, condition_of
from sloyfe.surveys.sheet import DONT_KNOW, Option, options_from_json
from sloyfe.surveys.steps import steps_of
from sloyfe.surveys.xlsforms.relevance import to_expression

LANGUAGES = {"nb": "Norsk bokmål (nb)", "nn": "Norsk nynorsk (nn)"}
PLAIN = ("type", "name", "required", "relevant", "constraint", "appearance")
OWN = (
    "sloyfe_kind",
    "sloyfe_origin",
    "sloyfe_pair",
    "sloyfe_dont_know",
    "sloyfe_limit",
    "sloyfe_least",
    "sloyfe_unit_nb",
    "sloyfe_unit_nn",
    "sloyfe_about_leadership",
)
"""What XLSForm has no place for. Other tools pass these columns over; ours reads them back."""

SURVEY = (*PLAIN, *(f"{word}::{name}" for word in ("label", "hint") for name in LANGUAGES.values()), *OWN)
CHOICES = ("list_name", "name", *(f"label::{name}" for name in LANGUAGES.values()))
TYPES = {
    Kind.SCALE: "select_one",
    Kind.CHOICE: "select_one",
    Kind.CHOICES: "select_multiple",
    Kind.RANKING: "rank",
    Kind.SOURCES: "select_multiple",
    Kind.NUMBER: "integer",
    Kind.TEXT: "text",
    Kind.NOTE: "note",
}
Row = Mapping[str, Any]


def workbook(instrument: Instrument, outline: Outline) -> bytes:
    """The whole questionnaire as a file; words that begin like a formula stay words."""
    book = Workbook(write_only=True)
    settings = _settings(instrument)
    for name, columns, rows in (
        ("survey", SURVEY, list(_survey(outline))),
        ("choices", CHOICES, list(_choices(outline.items))),
        ("settings", tuple(settings), [settings]),
    ):
        sheet = book.create_sheet(name)
        sheet.append(columns)
        for row in rows:
            sheet.append([cell_of(sheet, row.get(column, "")) for column in columns])
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def _survey(outline: Outline) -> Iterator[Row]:
    kinds = {item.key: item.kind for item in outline.items}
    for part, items in outline.parts:
        if not items:
            continue
        yield {"type": "begin_group", "name": part.key, **_relevant(part, kinds), **_spoken("label", part.title)}
        if part.help:
            yield {"type": "note", "name": f"{part.key}_help", "sloyfe_kind": "help", **_spoken("label", part.help)}
        for item in items:
            yield from _item(item, kinds)
        yield {"type": "end_group"}


def _item(item: Item, kinds: Mapping[str, str]) -> Iterator[Row]:
    kind = Kind(item.kind)
    has_list = kind in (Kind.SCALE, Kind.CHOICE, Kind.CHOICES, Kind.RANKING, Kind.SOURCES)
    yield {
        "type": f"{TYPES[kind]} {_list_of(item)}" if has_list else TYPES[kind],
        "name": item.key,
        "required": "" if kind == Kind.NOTE else "no",
        **_relevant(item, kinds),
        "constraint": _constraint(item),
        "appearance": "likert" if kind == Kind.SCALE else "multiline" if _is_long(item) else "",
        **_spoken("label", item.wording),
        **_spoken("hint", item.help),
        **_own(item),
    }
    if kind == Kind.SOURCES:
        yield {"type": "text", "name": f"{item.key}.text", "sloyfe_kind": "sources_text", "appearance": "multiline"}


def _own(item: Item) -> Row:
    return {
        "sloyfe_kind": "sources" if item.kind == Kind.SOURCES else "",
        "sloyfe_origin": item.origin,
        "sloyfe_pair": item.pair,
        "sloyfe_dont_know": "yes" if item.dont_know else "",
        "sloyfe_limit": "" if item.limit is None else str(item.limit),
        "sloyfe_least": "" if item.least is None else str(item.least),
        "sloyfe_unit_nb": item.unit.entries.get("nb", ""),
        "sloyfe_unit_nn": item.unit.entries.get("nn", ""),
        "sloyfe_about_leadership": "yes" if item.about_leadership else "",
    }


def _choices(items: Sequence[Item]) -> Iterator[Row]:
    written: set[str] = set()
    for item in items:
        name = _list_of(item)
        if name in written:
            continue
        written.add(name)
        for option in _options(item):
            yield {"list_name": name, "name": option.key, **_spoken("label", option.text)}


def _options(item: Item) -> list[Option]:
    steps = [Text.from_json(step) for step in steps_of(item)]
    named = [Option(str(i), step or Text.of(str(i), str(i))) for i, step in enumerate(steps, start=1)]
    options = [*named, *options_from_json(item.options)]
    return [*options, Option(DONT_KNOW, content.dont_know())] if options and item.dont_know else options


def _list_of(item: Item) -> str:
    """Questions on a ready-made scale share its list."""
    if item.kind == Kind.SCALE:
        key = next((key for key in content.scales() if content.scale(key) == _steps(item)), None)
        if key:
            return f"{key}_{DONT_KNOW}" if item.dont_know else key
    return f"list_{item.key}"


def _steps(item: Item) -> list[Text]:
    return [Text.from_json(step) for step in steps_of(item)]


def _is_long(item: Item) -> bool:
    return item.kind == Kind.TEXT and not item.one_line


def _constraint(item: Item) -> str:
    if item.kind == Kind.NUMBER:
        most = "" if item.limit is None else f" and . <= {item.limit}"
        return f". >= {item.least or 0}{most}"
    if item.limit is None:
        return ""
    told = {Kind.TEXT: "string-length(.) <= {}", Kind.CHOICES: "count-selected(.) <= {}"}
    return told.get(Kind(item.kind), "").format(item.limit)


def _relevant(row: Item | Part, kinds: Mapping[str, str]) -> Row:
    condition = condition_of(row)
    return {"relevant": to_expression(condition, kinds.get(condition.item, "")) if condition else ""}


def _spoken(column: str, text: Text) -> Row:
    return {f"{column}::{name}": text.entries.get(code, "") for code, name in LANGUAGES.items()}


def _settings(instrument: Instrument) -> Row:
    texts = {"title": instrument.title, "intro": instrument.intro, "thanks": instrument.thanks}
    own = {f"sloyfe_{name}_{code}": text.entries.get(code, "") for name, text in texts.items() for code in LANGUAGES}
    return {
        "form_title": instrument.title.read("nb"),
        "form_id": f"sloyfe_{instrument.pk.hex}",
        "version": str(instrument.version),
        "default_language": LANGUAGES["nb"],
        "sloyfe_audience": instrument.audience,
        **own,
    }
