"""From a ready-made questionnaire to drafts of its items, and from drafts to a sheet."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sloyfe.kit.text import Text
from sloyfe.surveys import content
from sloyfe.surveys.models import Audience, Instrument, Item, Kind
from sloyfe.surveys.sheet import Option, Question, Section, Sheet, options_from_json, options_to_json

KINDS = {
    "scale": Kind.SCALE,
    "choice_one": Kind.CHOICE,
    "choice_many": Kind.CHOICES,
    "number": Kind.NUMBER,
    "text": Kind.TEXT,
    "sources": Kind.SOURCES,
}
# What the software itself promises stands on the answering page whatever the introduction says.
SAID_BY_THE_PAGE = frozenset({"voluntary", "smallest_group", "deletion", "final"})
LIMITS = ("max_length", "max_choices", "max")


def intro(told: content.Told) -> Text:
    """The points of the introduction, one to a line."""
    own = (content.text(point) for point in told["intro"] if point["key"] not in SAID_BY_THE_PAGE)
    points = [content.text(told["lead"]), *own]
    return Text.of(nb="\n".join(p.read("nb") for p in points), nn="\n".join(p.read("nn") for p in points))


def sections(told: content.Told) -> list[dict[str, Any]]:
    """The parts of the questionnaire with title and help."""
    return [
        {
            "key": one["key"],
            "title": content.text(one).to_json(),
            "help": content.text(one.get("help", {})).to_json(),
        }
        for one in told["section"]
    ]


def items(told: content.Told, themes: Sequence[content.Choice]) -> list[dict[str, Any]]:
    """Fields of every item: first the pairs for each theme, then the others."""
    pairs = [_pair(pair, theme) for theme in themes for pair in told.get("pair", [])]
    return [*pairs, *(_draft(one) for one in told["item"])]


def parts(instrument: Instrument) -> list[dict[str, Any]]:
    """The parts of a questionnaire as they are read."""
    return [
        {**one, "title": Text.from_json(one["title"]), "help": Text.from_json(one["help"])}
        for one in instrument.sections
    ]


def compose(instrument: Instrument, versions: Sequence[tuple[Item, str]]) -> Sheet:
    """The sheet of a questionnaire; with each item the name of its frozen version (empty for a preview)."""
    asks_group = instrument.audience == Audience.STAFF
    return Sheet(
        title=instrument.title,
        intro=instrument.intro,
        thanks=instrument.thanks,
        scale=tuple(content.scale()),
        dont_know=content.dont_know(),
        role_question=content.role_question() if asks_group else Text(),
        role_groups=tuple(Option(one.key, one.text) for one in content.role_groups()) if asks_group else (),
        sections=tuple(_sections(instrument, versions)),
    )


def _sections(instrument: Instrument, versions: Sequence[tuple[Item, str]]) -> Iterator[Section]:
    for part in instrument.sections:
        questions = tuple(_question(item, name) for item, name in versions if item.section == part["key"])
        if questions:
            yield Section(part["key"], Text.from_json(part["title"]), Text.from_json(part["help"]), questions)


def _question(item: Item, version: str) -> Question:
    return Question(
        version=version,
        key=item.key,
        kind=item.kind,
        wording=item.wording,
        options=options_from_json(item.options),
        limit=item.limit,
        opens_after=item.opens_after,
        theme=item.theme,
        about_leadership=item.about_leadership,
    )


def _draft(told: content.Told) -> dict[str, Any]:
    options = [Option(one["key"], content.text(one)) for one in told.get("option", [])]
    return {
        "key": told["key"],
        "section": told["section"],
        "kind": KINDS[told["kind"]],
        "wording": content.text(told),
        "options": options_to_json(options),
        "limit": next((told[name] for name in LIMITS if name in told), None),
        "about_leadership": told.get("about_leadership", False),
        "opens_after": told.get("opens_after", ""),
    }


def _pair(told: Mapping[str, Any], theme: content.Choice) -> dict[str, Any]:
    words = {lang: told[lang].format(theme=theme.text.read(lang)) for lang in ("nb", "nn")}
    return {**_draft(told), "key": f"{told['key']}.{theme.key}", "theme": theme.key, "wording": Text.of(**words)}
