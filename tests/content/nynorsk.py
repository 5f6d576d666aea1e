"""What gives bokmål away in a text that should be nynorsk: whole words from a list, and endings."""

import re
from pathlib import Path

# The list holds forms that are bokmål only, and a few that nynorsk allows but where we chose another form
# (docs/language.md says which).
WORDS = (Path(__file__).parent / "bokmal.txt").read_text(encoding="utf-8").split()
ENDINGS = (
    r"\w+enhet(?:er|ene|en)?",
    r"\w*skole\w*",
    r"\w*partner(?:e|en|ne)?",
    r"\w*veiled\w*",
    r"\w*fortelling\w*",
    r"\w*ledelse\w*",
    r"\w*leder(?:e|en|ne)?",
    r"\w{3,}(?:inger|ingen|ingene)",
    r"\w*ansatt\w*",
    r"ansvarlig\w*",
    r"\w+elig(?:e|het)?",
    r"\w*tillitsvalgt\w*",
    r"\w+heter",
    r"\w+ninga?s",
)
BOKMAL = re.compile(rf"\b(?:{'|'.join([*WORDS, *ENDINGS])})\b", re.IGNORECASE)


def bokmal_in(text: str) -> list[str]:
    """The words of the text that are not nynorsk as we write it."""
    return BOKMAL.findall(text)
