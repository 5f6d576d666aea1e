"""Which characters the PDF's typefaces hold: PDF/A allows no sign that nothing can show, an emoji for instance."""

import re
from functools import cache
from pathlib import Path

RANGES = Path(__file__).parent / "letters.txt"  # hexadecimal code points of what typst's own typefaces show
MISSING = "□"
JOINERS = "\u200d\ufe0e\ufe0f\U0001f3fb-\U0001f3ff"  # what ties several signs to one, and the shades of skin
ALPHABETS = re.compile(r"[^\n\t\x20-\x7e\xa0-\u017f\u0370-\u045f\u2010-\u203a€→✓□]+")


def printable(text: str) -> str:
    """The text with a square where a sign cannot be shown."""
    return _unknown().sub(MISSING, text)


def plainest(text: str) -> str:
    """Only Latin, Greek and Cyrillic: for the rare text whose signs cannot be set together."""
    return ALPHABETS.sub(MISSING, text)


@cache
def _unknown() -> re.Pattern[str]:
    known = "".join(_for_class(part) for part in RANGES.read_text().split())
    return re.compile(rf"(?:[^\n\t{known}][{JOINERS}]*)+")


def _for_class(part: str) -> str:
    return "-".join(re.escape(chr(int(number, 16))) for number in part.split("-"))
