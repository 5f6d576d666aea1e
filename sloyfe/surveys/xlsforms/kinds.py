"""How each type of question in an XLSForm is answered here."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

from django.utils.translation import gettext as _

from sloyfe.kit.text import Text
from sloyfe.surveys import content
from sloyfe.surveys.models import Kind
from sloyfe.surveys.sheet import DONT_KNOW, Option, options_to_json
from sloyfe.surveys.xlsforms.book import Line

LONGEST_KEY, LONGEST_TEXT, LARGEST, MOST_STEPS = 50, 2000, 999_999_999, 10
AT_MOST = {
    Kind.NUMBER: re.compile(r"\.\s*<=\s*(-?\d{1,9})"),
    Kind.TEXT: re.compile(r"string-length\(\s*\.\s*\)\s*<=\s*(\d{1,4})"),
    Kind.CHOICES: re.compile(r"count-selected\(\s*\.\s*\)\s*<=\s*(\d{1,2})"),
}
AT_LEAST = re.compile(r"\.\s*>=\s*(-?\d{1,9})")
PARAMETER = re.compile(r"(start|end|step)\s*=\s*(-?\d{1,9})(?![\d.])")
PLAIN: dict[str, Any] = {
    "options": [],
    "steps": [],
    "dont_know": False,
    "least": None,
    "limit": None,
    "one_line": False,
    "about_leadership": False,
    "pair": "",
}


class Listed(Protocol):
    """A list of choices."""

    options: list[Option]


@dataclass
class Answering:
    """The facts of a question, what was left out of it, or why it could not be taken at all."""

    facts: dict[str, Any] = field(default_factory=dict)
    remarks: list[str] = field(default_factory=list)
    refused: str = ""


def key_of(name: str) -> str:
    """A name as a key: letters and digits with dots, hyphens and underscores between."""
    return re.sub(r"[^A-Za-z0-9_.-]+", "_", name.strip())[:LONGEST_KEY].strip("_.-")


def _select_one(line: Line, rest: str, lists: Mapping[str, Listed]) -> Answering:
    options, unsure, why = _listed(rest, lists)
    if why:
        return Answering(refused=why)
    is_scale = [option.key for option in options] == [str(i) for i in range(1, len(options) + 1)]
    if is_scale and "likert" in line.get("appearance").lower() and 2 <= len(options) <= MOST_STEPS:
        steps = [_unnumbered(option) for option in options]
        own = [] if steps == content.scale() else [step.to_json() for step in steps]
        return _told(line, Kind.SCALE, steps=own, dont_know=unsure)
    return _told(line, Kind.CHOICE, options=options_to_json(options), dont_know=unsure)


def _select_multiple(line: Line, rest: str, lists: Mapping[str, Listed]) -> Answering:
    options, unsure, why = _listed(rest, lists)
    if why:
        return Answering(refused=why)
    kind = Kind.SOURCES if line.get("sloyfe_kind") == "sources" else Kind.CHOICES
    return _told(line, kind, options=options_to_json(options), dont_know=unsure and kind == Kind.CHOICES)


def _rank(line: Line, rest: str, lists: Mapping[str, Listed]) -> Answering:
    options, unsure, why = _listed(rest, lists)
    if why:
        return Answering(refused=why)
    return _told(line, Kind.RANKING, options=options_to_json(options), dont_know=unsure)


def _number(line: Line, _rest: str, _lists: object) -> Answering:
    least = AT_LEAST.search(line.get("constraint"))
    is_ours = line.get("sloyfe_origin") and not line.get("sloyfe_least")
    told = _told(line, Kind.NUMBER, least=int(least[1]) if least and not is_ours else None, unit=_unit(line))
    if told.facts["limit"] is not None and (told.facts["least"] or 0) >= told.facts["limit"]:
        told.facts["limit"] = None
        told.remarks.append(_cannot(line.get("constraint")))
    if line.get("type").strip().lower() == "decimal":
        told.remarks.append(_("Desimaltall finnes ikke her. Det spørres om et helt tall."))
    return told


def _text(line: Line, _rest: str, _lists: object) -> Answering:
    return _told(line, Kind.TEXT, one_line="multiline" not in line.get("appearance").lower())


def _note(line: Line, _rest: str, _lists: object) -> Answering:
    return _told(line, Kind.NOTE)


def _range(line: Line, _rest: str, _lists: object) -> Answering:
    given = {name: int(value) for name, value in PARAMETER.findall(line.get("parameters"))}
    start, end, step = given.get("start", 0), given.get("end", 10), given.get("step", 1)
    if start == 1 and step == 1 and 2 <= end <= MOST_STEPS:
        return _told(line, Kind.SCALE, steps=[Text().to_json()] * end)
    if start >= end:
        return Answering(refused=_("Området har ingen tall å velge mellom, og raden er ikke tatt med."))
    told = _told(line, Kind.NUMBER, least=start, limit=end)
    if step != 1:
        told.remarks.append(_("Steget er ikke tatt med. Det spørres om et helt tall."))
    return told


def _told(line: Line, kind: Kind, **facts: Any) -> Answering:
    own = {
        "unit": Text(),
        "dont_know": line.get("sloyfe_dont_know") == "yes",
        "about_leadership": line.get("sloyfe_about_leadership") == "yes",
        "pair": line.get("sloyfe_pair")[:40] if kind == Kind.SCALE else "",
    }
    limit, remarks = _limit(line, kind)
    return Answering({**PLAIN, "kind": kind.value, **own, "limit": limit, **facts}, remarks)


def _limit(line: Line, kind: Kind) -> tuple[int | None, list[str]]:
    own, constraint = line.get("sloyfe_limit"), line.get("constraint")
    found = AT_MOST[kind].search(constraint) if kind in AT_MOST else None
    understood = found or (kind == Kind.NUMBER and AT_LEAST.search(constraint))
    told = own if own.isdecimal() and len(own) <= 9 else found[1] if found else ""
    remarks = []
    if constraint and not understood:
        remarks.append(_cannot(constraint))
    if not told or (int(told) < 1 and kind != Kind.NUMBER):
        return None, remarks
    most = LONGEST_TEXT if kind in (Kind.TEXT, Kind.SOURCES) else LARGEST
    return min(int(told), most), remarks


def _cannot(constraint: str) -> str:
    return _("Kravet «%(words)s» kan ikke tas med.") % {"words": constraint[:80]}


def _listed(rest: str, lists: Mapping[str, Listed]) -> tuple[list[Option], bool, str]:
    """The choices without "don't know", whether that was among them, and why the list cannot be used."""
    name = rest.partition(" ")[0]
    if name not in lists:
        return [], False, _("Lista «%(name)s» finnes ikke på arket «choices».") % {"name": name[:60]}
    options = [option for option in lists[name].options if option.key != DONT_KNOW]
    if len(options) < 2:
        return [], False, _("Lista «%(name)s» har færre enn to valg.") % {"name": name[:60]}
    return options, len(options) < len(lists[name].options), ""


def _unnumbered(option: Option) -> Text:
    """A step that is only called by its number has no name."""
    return Text.of(**{code: words for code, words in option.text.entries.items() if words != option.key})


def _unit(line: Line) -> Text:
    return Text.of(nb=line.get("sloyfe_unit_nb")[:40], nn=line.get("sloyfe_unit_nn")[:40])


KINDS: Mapping[str, Callable[[Line, str, Any], Answering]] = {
    "select_one": _select_one,
    "select_multiple": _select_multiple,
    "rank": _rank,
    "integer": _number,
    "decimal": _number,
    "text": _text,
    "note": _note,
    "range": _range,
}
