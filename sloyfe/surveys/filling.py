"""Reading what somebody filled in. Every question may be skipped; what cannot be read gets a sentence."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.http import QueryDict
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from sloyfe.surveys.sheet import DONT_KNOW, ROLE_GROUP, Option, Question, Sheet

MOST_DIGITS = 9  # Python refuses to read numbers of thousands of digits, and nobody means one
WHOLE_NUMBER = re.compile(rf"-?[0-9]{{1,{MOST_DIGITS}}}")
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
    """What was sent → answers and sentences.

    Questions that are not open yet, and those meant for people who answered otherwise, are passed over.
    """
    answers: dict[str, Any] = {}
    errors: dict[str, str] = {}
    for section in sheet.sections:
        for question in section.questions:
            meant = all(one.is_met(answers) for one in (section.condition, question.condition) if one)
            if not meant or question.key in closed or question.kind == "note":
                continue
            try:
                value = _read(question, sent)
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
    return {question.key: SHOWN.get(question.kind, _one)(question, sent) for question in sheet.questions}


def _read(question: Question, sent: QueryDict) -> Any:
    value = READERS[question.kind](question, sent)
    if not question.dont_know or not _unsure(question, sent):
        return value
    if value is not None and value != DONT_KNOW:
        raise Unreadable(_("Du har både svart og krysset av for «vet ikke». Velg ett av dem."))
    return DONT_KNOW


def _unsure(question: Question, sent: QueryDict) -> bool:
    return DONT_KNOW in sent.getlist(question.key) or DONT_KNOW in sent.getlist(f"{question.key}.{DONT_KNOW}")


def _scale(question: Question, sent: QueryDict) -> int | None:
    value = sent.get(question.key, "")
    return int(value) if value in {str(step) for step in range(1, len(question.steps) + 1)} else None


def _choice(question: Question, sent: QueryDict) -> str | None:
    value = sent.get(question.key, "")
    return value if value in {option.key for option in question.options} else None


def _choices(question: Question, sent: QueryDict) -> list[str] | None:
    chosen = _ticked(question, sent)
    if len(chosen) > question.most:
        raise Unreadable(_("Kryss av for høyst %(most)s.") % {"most": question.most})
    return chosen or None


def _ranking(question: Question, sent: QueryDict) -> list[str] | None:
    at: dict[str, Option] = {}
    for option in question.options:
        place = sent.get(f"{question.key}.{option.key}", "")
        if place in at:
            language = get_language() or "nb"
            both = {"one": at[place].text.read(language), "other": option.text.read(language), "place": place}
            raise Unreadable(_("«%(one)s» og «%(other)s» har begge fått plass %(place)s. Gi dem hver sin.") % both)
        if place in {str(each) for each in range(1, question.most + 1)}:
            at[place] = option
    if at and len(at) < question.most:
        given = {"given": len(at), "most": question.most}
        raise Unreadable(_("Du har delt ut %(given)s av %(most)s plasser. Del ut alle, eller ingen.") % given)
    return [at[place].key for place in sorted(at, key=int)] or None


def _number(question: Question, sent: QueryDict) -> int | None:
    words = sent.get(question.key, "").strip().replace("\N{MINUS SIGN}", "-")
    if not words:
        return None
    if not WHOLE_NUMBER.fullmatch(words) or not question.least <= int(words) <= question.most:
        span = {"least": question.least, "most": question.most}
        raise Unreadable(_("Skriv et helt tall fra %(least)s til %(most)s.") % span)
    return int(words)


def _text(question: Question, sent: QueryDict) -> str | None:
    words = _words(sent.get(question.key, ""), question.most)
    return (" ".join(words.split()) if question.one_line else words) or None


def _sources(question: Question, sent: QueryDict) -> dict[str, Any] | None:
    chosen = _ticked(question, sent)
    words = _words(sent.get(f"{question.key}.text", ""), question.most)
    return {"chosen": chosen, "text": words} if chosen or words else None


def _ticked(question: Question, sent: QueryDict) -> list[str]:
    ticked = set(sent.getlist(question.key))
    return [option.key for option in question.options if option.key in ticked]


def _one(question: Question, sent: QueryDict) -> Any:
    return sent.get(question.key, "")


def _figure(question: Question, sent: QueryDict) -> Any:
    return {"text": sent.get(question.key, ""), "unsure": _unsure(question, sent)}


def _many(question: Question, sent: QueryDict) -> Any:
    return sent.getlist(question.key)


def _places(question: Question, sent: QueryDict) -> Any:
    places = {option.key: sent.get(f"{question.key}.{option.key}", "") for option in question.options}
    return {"places": places, "unsure": _unsure(question, sent)}


def _both(question: Question, sent: QueryDict) -> Any:
    return {"chosen": sent.getlist(question.key), "text": sent.get(f"{question.key}.text", "")}


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
    "ranking": _ranking,
    "number": _number,
    "text": _text,
    "sources": _sources,
}
SHOWN: Mapping[str, Callable[[Question, QueryDict], Any]] = {
    "choices": _many,
    "number": _figure,
    "ranking": _places,
    "sources": _both,
}
