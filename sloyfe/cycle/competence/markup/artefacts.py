"""Words that the portal puts into a page when it shows it, and that nobody wrote."""

import re
from collections.abc import Iterator, Sequence

from sloyfe.cycle.competence.markup.notes import Notes, Taken
from sloyfe.cycle.competence.markup.tree import Inline, Link, Run, Said

OUTSIDE = (
    r"Links to an external site\.?",
    r"Opens in a new (?:window|tab)\.?",
    r"Lenker? til (?:et|en|eit|ein) ekstern[et]? (?:nettsted|nettstad|nettside|side|område)\.?",
    r"Koblinger? til (?:et|en) ekstern[et]? (?:nettsted|nettside|side|område)\.?",
)
# After the words stands what was between them and the end: a lonely full stop or an empty pair of brackets.
LINK_WORDS = re.compile(
    rf"\s{{0,9}}(?:\(\s?(?:{'|'.join(OUTSIDE)})\s?\)|(?:{'|'.join(OUTSIDE)}))(?:\s+\.(?=\s|$))?", re.IGNORECASE
)
DOWNLOAD = re.compile(r"^\s*(?:Last ned|Download|Laste ned)\s+(?P<name>.+?)\s*$", re.IGNORECASE | re.DOTALL)
DOUBLED = re.compile(r"^(?P<name>.{3,}?)\s+(?P<again>(?:Last ned|Download)\s+(?P=name))(?P<rest>.*)$", re.DOTALL)
DOWNLOADS = re.compile("Last ned|Download")
BUTTONS = ("Minimize File Preview", "Forhåndsvis dokumentet", "Preview the document", "View in a new window")
BUTTON = re.compile("|".join(re.escape(words) for words in BUTTONS), re.IGNORECASE)


def without_link_words(text: str, notes: Notes) -> str:
    """The text without what screen readers are told after a link."""
    for pattern in (LINK_WORDS, BUTTON):
        for match in pattern.finditer(text):
            notes.take(Taken.LINK_WORDS, " ".join(match.group().split()))
        text = pattern.sub("", text)
    return text


def without_second_name(text: str, notes: Notes) -> str:
    """A file's name that stands on both sides of "Last ned", once."""
    match = DOUBLED.match(text) if DOWNLOADS.search(text) else None
    if not match:
        return text
    notes.take(Taken.DOWNLOAD_WORDS, " ".join(match["again"].split()))
    return match["name"] + match["rest"]


def without_download_links(inlines: Sequence[Inline], notes: Notes) -> tuple[Inline, ...]:
    """The button that follows a file's link and says its name again goes out."""
    kept: list[Inline] = []
    names: list[str] = []
    for inline in inlines:
        if isinstance(inline, Link):
            words = "".join(letters([inline]))
            button = DOWNLOAD.match(words)
            if button and " ".join(button["name"].split()) in names:
                notes.take(Taken.DOWNLOAD_WORDS, " ".join(words.split()), inline.address)
                continue
            names.append(" ".join(words.split()))
        kept.append(inline)
    return tuple(kept)


def letters(inlines: Sequence[Inline]) -> Iterator[str]:
    """What is read in a line, without explanations."""
    for inline in inlines:
        if isinstance(inline, Run):
            yield inline.text
        elif isinstance(inline, Link | Said) or hasattr(inline, "inlines"):
            yield from letters(inline.inlines)
        else:
            yield " "
