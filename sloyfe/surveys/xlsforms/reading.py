"""From the sheets of an XLSForm to drafts of a questionnaire; what cannot be carried over is said row by row."""

from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from django.utils.translation import gettext as _

from sloyfe.kit.text import Text
from sloyfe.surveys import content
from sloyfe.surveys.conditions import Condition
from sloyfe.surveys.models import Audience
from sloyfe.surveys.xlsforms.book import BadForm, Book, Line, Remark
from sloyfe.surveys.xlsforms.incoming import Incoming
from sloyfe.surveys.xlsforms.kinds import KINDS, Answering, key_of
from sloyfe.surveys.xlsforms.lists import lists_of
from sloyfe.surveys.xlsforms.pointing import settle
from sloyfe.surveys.xlsforms.relevance import from_expression
from sloyfe.surveys.xlsforms.wordings import cut_sentence, other_languages, text_of

LONGEST = {"label": 400, "hint": 300, "title": 120}
MOST_ITEMS = 300
TAKEN = frozenset({"type", "name", "required", "relevant", "constraint", "appearance", "parameters"})
QUIET = frozenset({"", "likert", "multiline", "field-list", "minimal", "label", "list-nolabel", "quick", "w1", "w2"})
METADATA = frozenset({"start", "end", "today", "deviceid", "username", "phonenumber", "email", "audit", "simserial"})
NO = frozenset({"", "no", "false", "false()", "nei"})


def read_form(book: Book, *, title: str) -> Incoming:
    """Drafts of everything that has a place here."""
    reader = _Reader(book)
    for line in book.survey:
        reader.take(line)
    incoming = reader.incoming
    if not incoming.items:
        raise BadForm(_("Arket «survey» har ingen spørsmål som kan tas inn."))
    settle(incoming)
    _settings(book, incoming, title)
    incoming.remarks.sort(key=lambda remark: (remark.sheet != "survey", remark.sheet, remark.row))
    return incoming


def _settings(book: Book, incoming: Incoming, title: str) -> None:
    told = book.settings[0] if book.settings else Line(0, {})
    for name in ("title", "intro", "thanks"):
        words = {code: told.get(f"sloyfe_{name}_{code}") for code in ("nb", "nn")}
        setattr(incoming, name, Text.of(**words))
    if not incoming.title:
        incoming.title = Text.of(nb=(told.get("form_title") or title)[: LONGEST["title"]])
    incoming.thanks = incoming.thanks or content.plain_thanks()
    audience = told.get("sloyfe_audience")
    incoming.audience = audience if audience in Audience.values else ""


@dataclass
class _Group:
    """An open group: where its questions go, and whom they are for."""

    key: str
    condition: Condition | None = None


@dataclass
class _Reader:
    book: Book
    incoming: Incoming = field(default_factory=Incoming)
    groups: list[_Group] = field(default_factory=list)
    keys: set[str] = field(default_factory=set)
    loose: str = ""

    def __post_init__(self) -> None:
        self.incoming.remarks.extend(self.book.remarks)
        self.lists = lists_of(self.book, self.incoming.remarks)
        for sheet, lines in (("survey", self.book.survey), ("choices", self.book.choices)):
            for name in other_languages({column for line in lines for column in line.cells}):
                sentence = _("Språket «%(name)s» er ikke tatt med. Her brukes bokmål og nynorsk.") % {"name": name}
                self.incoming.remarks.append(Remark(sheet, 1, sentence))

    def take(self, line: Line) -> None:
        """One row of the sheet."""
        kind, _sign, rest = " ".join(line.get("type").split()).partition(" ")
        joined = line.get("type").lower().replace(" ", "_")
        if joined in ("begin_group", "begin_repeat"):
            self._open(line, repeats=joined == "begin_repeat")
        elif joined in ("end_group", "end_repeat"):
            if self.groups:
                self.groups.pop()
        elif line.get("sloyfe_kind") == "help" and self.groups and self.incoming.parts:
            self.incoming.parts[-1]["help"] = self._words(line, "label")
        elif line.get("sloyfe_kind") == "sources_text":
            return
        else:
            self._question(line, kind.lower(), rest.strip())

    def _open(self, line: Line, *, repeats: bool) -> None:
        if repeats:
            self._say(line.row, _("Grupper som gjentas, finnes ikke her. Spørsmålene er tatt med én gang."))
        condition = self._condition(line)
        if self.groups:
            self._say(line.row, _("En gruppe inni en gruppe blir ikke en egen del. Spørsmålene ligger i delen rundt."))
            self.groups.append(_Group(self.groups[-1].key, condition or self.groups[-1].condition))
            return
        key = self._part(self._words(line, "label"), line, condition)
        self.groups.append(_Group(key))

    def _part(self, title: Text, line: Line, condition: Condition | None = None) -> str:
        key, number = f"D{len(self.incoming.parts) + 1}", len(self.incoming.parts) + 1
        told = condition.to_json() if condition else None
        draft = {"key": key, "position": number, "title": title or content.first_part(), "help": Text()}
        self.incoming.parts.append({**draft, "condition": told, "row": line.row})
        self.loose = ""
        return key

    def _question(self, line: Line, kind: str, rest: str) -> None:
        answering: Callable[[Line, str, Any], Answering] | None = KINDS.get(kind)
        if answering is None or len(self.incoming.items) >= MOST_ITEMS:
            return self._say(line.row, self._why_not(line, kind))
        if rest.endswith(" or_other"):
            self._say(line.row, _("Valg med eget svarfelt («or_other») finnes ikke her. De andre valgene er tatt med."))
        told = answering(line, rest, self.lists)
        if told.refused:
            return self._say(line.row, told.refused)
        for sentence in told.remarks:
            self._say(line.row, sentence)
        group = self.groups[-1] if self.groups else None
        section = group.key if group else (self.loose or self._loose(line))
        condition = self._condition(line) or (group.condition if group else None)
        item = {"wording": self._words(line, "label"), "help": self._words(line, "hint"), **told.facts}
        key = self._key(line)
        item |= {"key": key, "section": section, "condition": condition.to_json() if condition else None}
        self.incoming.items.append({**item, "origin": line.get("sloyfe_origin")[:80], "row": line.row})
        self._rest(line)
        return None

    def _loose(self, line: Line) -> str:
        """Questions outside every group get a part of their own."""
        key = self._part(content.first_part(), line)
        self.loose = key
        return key

    def _why_not(self, line: Line, kind: str) -> str:
        if kind in METADATA:
            return _("«%(type)s» er ikke tatt med. Tid, sted, enhet og person lagres aldri sammen med svaret.") % {
                "type": kind
            }
        if KINDS.get(kind):
            return _("Skjemaet har mer enn %(most)s spørsmål. Dette er ikke tatt med.") % {"most": MOST_ITEMS}
        return _("«%(type)s» finnes ikke her, og raden er ikke tatt med.") % {"type": line.get("type")[:60] or "–"}

    def _condition(self, line: Line) -> Condition | None:
        words = line.get("relevant")
        if not words:
            return None
        condition = from_expression(words)
        if condition is None:
            self._say(
                line.row, _("Vilkåret «%(words)s» kan ikke tas med. Alle får spørsmålet.") % {"words": words[:80]}
            )
            return None
        return Condition(key_of(condition.item), condition.answers)

    def _key(self, line: Line) -> str:
        key = key_of(line.get("name")) or f"E{len(self.incoming.items) + 1}"
        if key not in self.keys:
            self.keys.add(key)
            return key
        self._say(line.row, _("Navnet «%(name)s» er brukt før. Spørsmålet har fått et nytt.") % {"name": key})
        free = next(new for n in count(2) if (new := f"{key[:50]}_{n}") not in self.keys)
        self.keys.add(free)
        return free

    def _words(self, line: Line, column: str) -> Text:
        text, cut = text_of(line, column, LONGEST[column])
        if cut:
            self._say(line.row, cut_sentence(LONGEST[column]))
        if column == "label" and not text:
            self._say(line.row, _("Raden har ingen tekst på bokmål eller nynorsk."))
            return Text.of(nb=line.get("name")[:120] or "–")
        return text

    def _rest(self, line: Line) -> None:
        if line.get("required").lower() not in NO:
            self._say(line.row, _("Ingen spørsmål er obligatoriske her. Alle kan hoppes over."))
        for word in line.get("appearance").lower().split():
            if word not in QUIET:
                self._say(line.row, _("Utseendet «%(name)s» er ikke tatt med.") % {"name": word[:40]})
        for column in line.cells:
            base = column.partition("::")[0].strip().lower()
            if base not in TAKEN and base not in ("label", "hint") and not base.startswith("sloyfe_"):
                self._say(line.row, _("Kolonnen «%(name)s» er ikke tatt med.") % {"name": column[:40]})

    def _say(self, row: int, sentence: str) -> None:
        self.incoming.remarks.append(Remark("survey", row, sentence))
