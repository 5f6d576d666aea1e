"""A line of text as HTML."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from urllib.parse import urlsplit

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from sloyfe.cycle.competence.markup.artefacts import letters
from sloyfe.cycle.competence.markup.tree import Break, Goes, Hint, Inline, Language, Link, Picture, Run, Said

MARKS = {
    "bold": "<strong>{}</strong>",
    "italic": "<em>{}</em>",
    "underlined": "<u>{}</u>",
    "struck": "<s>{}</s>",
    "sub": "<sub>{}</sub>",
    "super": "<sup>{}</sup>",
    "code": "<code>{}</code>",
}
WEB = ("http", "https")


@dataclass(frozen=True)
class Places:
    """The language that is drawn, and where pages and files are found; what is not there is no link."""

    language: Language
    pages: Mapping[str, str] = field(default_factory=dict)
    files: Mapping[str, str] = field(default_factory=dict)
    opened: bool = False
    within_link: bool = False

    def says(self, language: Language) -> bool:
        """Words in this language are shown."""
        return language in {Language.ANY, self.language}


def joined(parts: Iterable[SafeString | str]) -> SafeString:
    """One after the other."""
    return format_html_join("", "{}", ((part,) for part in parts))


def line(inlines: tuple[Inline, ...], places: Places) -> SafeString:
    """What stands in a line."""
    return joined(_each(inlines, places))


def plainly(inlines: tuple[Inline, ...]) -> str:
    """The letters alone."""
    return " ".join("".join(letters(inlines)).split())


def picture(shown: Picture, places: Places) -> SafeString:
    """A picture of the package; one from elsewhere is told of and not fetched."""
    address = places.files.get(shown.target.reference) if shown.target.goes == Goes.FILE else None
    if address:
        alt = "" if shown.decorative else shown.alt or _("Bilde uten beskrivelse")
        return format_html('<img class="package-picture" src="{}" alt="{}" loading="lazy">', address, alt)
    words = _("Bilde: %(alt)s") % {"alt": shown.alt} if shown.alt else _("Bilde uten beskrivelse")
    if is_web(shown.address) and not places.within_link:
        return outside(shown.address, words)
    return format_html('<span class="muted">{}</span>', words)


def outside(address: str, words: SafeString | str) -> SafeString:
    """A link to somewhere else, which is told nothing of where the reader came from."""
    return format_html('<a href="{}" rel="noopener noreferrer">{}</a>', address, words)


def is_web(address: str) -> bool:
    """An address that a browser can open, and that is nothing else."""
    try:
        split = urlsplit(address.strip())
    except ValueError:
        return False
    return split.scheme.lower() in WEB and bool(split.netloc)


def link(given: Link, places: Places) -> SafeString:
    """A link where it leads somewhere this reader can go; else its words."""
    words = line(given.inlines, replace(places, within_link=True)) or given.address
    goes, reference = given.target.goes, given.target.reference
    inside = {Goes.PAGE: places.pages, Goes.FILE: places.files}.get(goes)
    if inside is not None:
        address = inside.get(reference)
        return format_html('<a href="{}">{}</a>', address, words) if address else format_html("{}", words)
    if goes == Goes.MAIL and given.address.lower().startswith(("mailto:", "tel:")):
        return format_html('<a href="{}">{}</a>', given.address, words)
    if goes not in {Goes.BROKEN, Goes.ANCHOR, Goes.TOOL} and is_web(given.address):
        return outside(given.address, words)
    return format_html("{}", words)


def _each(inlines: tuple[Inline, ...], places: Places) -> Iterator[SafeString]:
    for inline in inlines:
        match inline:
            case Run():
                yield _run(inline)
            case Break():
                yield format_html("<br>{}", "")
            case Picture():
                yield picture(inline, places)
            case Link():
                yield link(inline, places)
            case Hint():
                words, explained = line(inline.inlines, places), line(inline.explanation, places)
                yield format_html(
                    '<span class="hint"><span class="hint-word">{}</span> <small>({})</small></span>', words, explained
                )
            case Said() if places.says(inline.language):
                yield line(inline.inlines, places)


def _run(run: Run) -> SafeString:
    made = format_html("{}", run.text)
    for mark in run.marks:
        if mark in MARKS:
            made = format_html(MARKS[mark], made)
    return made
