"""The words of a row in both languages, whatever the columns are called."""

import re
from collections.abc import Iterable

from django.utils.translation import gettext as _

from sloyfe.kit.text import Text
from sloyfe.surveys.xlsforms.book import Line

CODE = re.compile(r"\((\w{2,3})(?:[-_]\w+)?\)\s*$")
BY_NAME = {"nynorsk": "nn", "bokmål": "nb", "bokmal": "nb", "norsk": "nb", "norwegian": "nb"}
WORDED = ("label", "hint")


def text_of(line: Line, column: str, longest: int) -> tuple[Text, bool]:
    """The words of a column in bokmål and nynorsk, and whether they had to be cut."""
    found = {"nb": "", "nn": ""}
    for name, words in line.cells.items():
        base, _sign, language = name.partition("::")
        if base.strip().lower() == column:
            code = language_of(language)
            if code in found and not found[code]:
                found[code] = words
    cut = any(len(words) > longest for words in found.values())
    return Text.of(**{code: words[:longest] for code, words in found.items()}), cut


def language_of(name: str) -> str:
    """The language of a column; one without a language is read as bokmål, and an unknown one is named."""
    name = name.strip()
    if not name:
        return "nb"
    code = CODE.search(name)
    if code:
        return {"no": "nb", "nob": "nb", "nno": "nn"}.get(code[1].lower(), code[1].lower())
    return next((code for part, code in BY_NAME.items() if part in name.lower()), name)


def other_languages(columns: Iterable[str]) -> list[str]:
    """The languages of a sheet that we do not hold."""
    names = [name.partition("::")[2].strip() for name in columns if name.partition("::")[0].strip().lower() in WORDED]
    return list(dict.fromkeys(name for name in names if language_of(name) not in ("nb", "nn")))


def cut_sentence(longest: int) -> str:
    """What is said of words that were too long."""
    return _("Teksten er lengre enn %(longest)s tegn, og er kortet ned.") % {"longest": longest}
