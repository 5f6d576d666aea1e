"""The lists of choices in an XLSForm."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from sloyfe.kit.text import Text
from sloyfe.surveys.sheet import Option
from sloyfe.surveys.xlsforms.book import Book, Remark
from sloyfe.surveys.xlsforms.kinds import key_of
from sloyfe.surveys.xlsforms.wordings import cut_sentence, text_of

LONGEST_CHOICE = 200
MOST_CHOICES = 60
KNOWN = frozenset({"list_name", "list name", "name", "label"})


@dataclass
class ChoiceList:
    """The choices of one list, in order."""

    options: list[Option] = field(default_factory=list)


def lists_of(book: Book, remarks: list[Remark]) -> Mapping[str, ChoiceList]:
    """Every list by name; what has no place here is told of."""
    found: dict[str, ChoiceList] = {}
    for line in book.choices:
        name = line.get("list_name") or line.get("list name")
        text, cut = text_of(line, "label", LONGEST_CHOICE)
        key = key_of(line.get("name"))
        known = found.setdefault(name, ChoiceList())
        why_not = _why_not(known, name, key, text)
        if cut:
            remarks.append(Remark("choices", line.row, cut_sentence(LONGEST_CHOICE)))
        if why_not:
            remarks.append(Remark("choices", line.row, why_not))
        else:
            known.options.append(Option(key, text))
        for column in line.cells:
            base = column.partition("::")[0].strip().lower()
            if base not in KNOWN:
                sentence = _("Kolonnen «%(name)s» er ikke tatt med.") % {"name": column[:40]}
                remarks.append(Remark("choices", line.row, sentence))
    return found


def _why_not(known: ChoiceList, name: str, key: str, text: Text) -> str:
    if not name or not key or not text:
        return _("Valget mangler liste, navn eller tekst, og er ikke tatt med.")
    if key in {option.key for option in known.options}:
        return _("Navnet står to ganger i lista. Dette valget er ikke tatt med.")
    if len(known.options) >= MOST_CHOICES:
        return _("Lista har mer enn %(most)s valg. Dette er ikke tatt med.") % {"most": MOST_CHOICES}
    return ""
