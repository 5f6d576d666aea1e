"""Reading what somebody filled in. Every question may be skipped; what cannot be read gets a sentence."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.http import QueryDict
from django.utils.translation import gettext as _

from sloyfe.surveys.sheet import DONT_KNOW, ROLE_GROUP, Question, Sheet

MOST_DIGITS = 9  # Python refuses to read numbers of thousands of digits, and nobody means one
CONTROL_SIGNS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")


@dataclass(frozen=True)
class Filled:
    """Answers by item key, and what is wrong by item key."""

    answers: Mapping[str, Any]
    errors: Mapping[str, str]
    role_group: str = ""


class Unreadable(Exception):  # noqa: N818 - the sentence for the reader, not a fault
    """An answer that cannot be taken as it stands."""


def fill(sheet: Sheet, sent: QueryDict, *, closed: Sequence[str] = ()) -> Filled:
    """What was sent → answers and sentences; questions that are not open yet are passed over."""
    answers: dict[str, Any] = {}
    errors: dict[str, str] = {}
    for question in sheet.questions:
        if question.key in closed:
            continue
        try:
            value = READERS[question.kind](question, sent)
        except Unreadable as wrong:
            errors[question.key] = str(wrong)
        else:
            if value is not None:
                answers[question.key] = value
    group = sent.get(ROLE_GROUP, "")
    known = {option.key for option in sheet.role_groups}
    return Filled(answers, errors, group if group in known else "")


def typed(sheet: Sheet, sent: QueryDict) -> dict[str, Any]:
    """What was sent exactly as it was, to be shown again when something is wrong."""
    shown: dict[str, Any] = {}
    for question in sheet.questions:
        if question.kind == "choices":
            shown[question.key] = sent.getlist(question.key)
        elif question.kind == "sources":
            shown[question.key] = {"chosen": sent.getlist(question.key), "text": sent.get(f"{question.key}.text", "")}
        else:
            shown[question.key] = sent.get(question.key, "")
    return shown


def _scale(question: Question, sent: QueryDict) -> int | str | None:
    value = sent.get(question.key, "")
    if value == DONT_KNOW:
        return DONT_KNOW
    return int(value) if value in ("1", "2", "3", "4", "5") else None


def _choice(question: Question, sent: QueryDict) -> str | None:
    value = sent.get(question.key, "")
    return value if value in {option.key for option in question.options} else None


def _choices(question: Question, sent: QueryDict) -> list[str] | None:
    ticked = set(sent.getlist(question.key))
    chosen = [option.key for option in question.options if option.key in ticked]
    if len(chosen) > question.most:
        raise Unreadable(_("Kryss av for høyst %(most)s.") % {"most": question.most})
    return chosen or None


def _number(question: Question, sent: QueryDict) -> int | None:
    words = sent.get(question.key, "").strip()
    if not words:
        return None
    if not words.isdecimal() or len(words) > MOST_DIGITS or int(words) > question.most:
        raise Unreadable(_("Skriv et helt tall fra 0 til %(most)s.") % {"most": question.most})
    return int(words)


def _text(question: Question, sent: QueryDict) -> str | None:
    return _words(sent.get(question.key, ""), question.most) or None


def _sources(question: Question, sent: QueryDict) -> dict[str, Any] | None:
    ticked = set(sent.getlist(question.key))
    chosen = [option.key for option in question.options if option.key in ticked]
    words = _words(sent.get(f"{question.key}.text", ""), question.most)
    return {"chosen": chosen, "text": words} if chosen or words else None


def _words(words: str, most: int) -> str:
    words = CONTROL_SIGNS.sub("", words.replace("\r\n", "\n")).strip()
    if len(words) > most:
        sentence = _("Teksten er %(length)s tegn. Kort den ned til %(most)s.")
        raise Unreadable(sentence % {"length": len(words), "most": most})
    return words


READERS: Mapping[str, Callable[[Question, QueryDict], Any]] = {
    "scale": _scale,
    "choice": _choice,
    "choices": _choices,
    "number": _number,
    "text": _text,
    "sources": _sources,
}
