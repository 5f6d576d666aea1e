"""From a ready-made questionnaire to drafts of its items, and from drafts to a sheet."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sloyfe.kit.text import Text
from sloyfe.surveys import content
from sloyfe.surveys.conditions import Condition
from sloyfe.surveys.models import Audience, Instrument, Item, Kind
from sloyfe.surveys.sheet import Option, Question, Section, Sheet, options_from_json, options_to_json
from sloyfe.surveys.steps import steps_of

KINDS = {
    "scale": Kind.SCALE,
    "choice_one": Kind.CHOICE,
    "choice_many": Kind.CHOICES,
    "ranking": Kind.RANKING,
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


def parts(told: content.Told) -> list[dict[str, Any]]:
    """Fields of the parts of the questionnaire."""
    return [
        {"key": one["key"], "position": i, "title": content.text(one), "help": content.text(one.get("help", {}))}
        for i, one in enumerate(told["section"], start=1)
    ]


def items(told: content.Told, themes: Sequence[content.Choice]) -> list[dict[str, Any]]:
    """Fields of every item: first the pairs for each theme, then the others."""
    pairs = [_pair(pair, theme, told["key"]) for theme in themes for pair in told.get("pair", [])]
    return [*pairs, *(draft(one, told["key"]) for one in told["item"])]


def pair_of(topic: Text, pair: str) -> list[dict[str, Any]]:
    """Fields of two items about one topic: how sure people are now, and how much they need."""
    theme = content.Choice(pair, topic)
    drafts = [_pair(told, theme, "own") for told in content.template("staff")["pair"]]
    return [{name: value for name, value in draft.items() if name not in ("section", "theme")} for draft in drafts]


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
    for part in instrument.parts.exclude(position=None):
        questions = tuple(_question(item, name) for item, name in versions if item.section == part.key)
        if questions:
            yield Section(part.key, part.title, part.help, questions, Condition.from_json(part.condition))


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
        help=item.help,
        steps=tuple(Text.from_json(step) for step in steps_of(item)),
        dont_know=item.dont_know,
        least=item.least or 0,
        unit=item.unit,
        one_line=item.one_line,
        pair=item.pair,
        condition=Condition.from_json(item.condition),
    )


def draft(told: content.Told, template: str) -> dict[str, Any]:
    """Fields of one item."""
    options = [Option(one["key"], content.text(one)) for one in told.get("option", [])]
    kind = KINDS[told["kind"]]
    scale = told.get("scale", content.USUAL_SCALE)
    return {
        "key": told["key"],
        "origin": f"{template}.{told['key']}",
        "section": told.get("section", ""),
        "kind": kind,
        "wording": content.text(told),
        "help": content.text(told.get("help", {})),
        "options": options_to_json(options),
        "steps": [] if scale == content.USUAL_SCALE else [step.to_json() for step in content.scale(scale)],
        "dont_know": told.get("dont_know", kind == Kind.SCALE),
        "least": told.get("min"),
        "limit": next((told[name] for name in LIMITS if name in told), None),
        "unit": content.text(told.get("unit", {})),
        "one_line": told.get("one_line", False),
        "condition": told.get("if"),
        "about_leadership": told.get("about_leadership", False),
        "opens_after": told.get("opens_after", ""),
    }


def _pair(told: Mapping[str, Any], theme: content.Choice, template: str) -> dict[str, Any]:
    words = {lang: told[lang].format(theme=theme.text.read(lang)) for lang in ("nb", "nn")}
    key = f"{told['key']}.{theme.key}"
    own = {
        "key": key,
        "origin": f"{template}.{key}",
        "theme": theme.key,
        "pair": theme.key,
        "wording": Text.of(**words),
    }
    return {**draft(told, template), **own}
