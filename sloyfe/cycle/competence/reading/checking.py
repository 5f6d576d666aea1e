"""Nothing is lost without a word: what a source shows is counted again by another reader than the one that made blocks.

The source is read by the standard library's tokeniser, which builds no tree and knows no tags; the blocks are walked.
What the one shows and the other lacks is put among the removals and remarked upon, so that it is in the report.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from html.parser import HTMLParser
from typing import Any

from sloyfe.cycle.competence.markup.elements import BLOCKS
from sloyfe.cycle.competence.markup.notes import Defect, Notes, Removal, Taken
from sloyfe.cycle.competence.markup.packages import PageTree
from sloyfe.cycle.competence.markup.tags import INVISIBLE
from sloyfe.cycle.competence.markup.tree import (
    Box,
    Break,
    Embed,
    Hint,
    Link,
    Panels,
    Picture,
    RichText,
    Run,
    Said,
    inner,
    walk,
)

WORD = re.compile(r"\w+")
UNSEEN = re.compile(f"[{INVISIBLE}\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
HIDDEN = frozenset({"script", "style", "template", "head", "title"})
NAMES_ADDRESS = {
    "a": ("href",), "area": ("href",), "img": ("src",), "iframe": ("src",), "embed": ("src",), "video": ("src",),
    "audio": ("src",), "source": ("src",), "track": ("src",), "object": ("data",),
}  # fmt: skip
SPEAKS = {"img": ("alt",), "iframe": ("title",), "area": ("alt",), "abbr": ("title",), "acronym": ("title",)}


@dataclass
class Source:
    """The words and addresses that a source shows."""

    words: Counter[str] = field(default_factory=Counter)
    addresses: Counter[str] = field(default_factory=Counter)


def seen_in(html: str) -> Source:
    """What a reader of this HTML sees, and where it leads."""
    parser = _Visible()
    parser.feed(UNSEEN.sub("", html))
    parser.close()
    return Source(words_in("".join(parser.pieces)), Counter(parser.addresses))


def words_in(text: str) -> Counter[str]:
    """How often each word stands in a text."""
    return Counter(word.casefold() for word in WORD.findall(UNSEEN.sub("", text)))


def check(page: PageTree, sources: Sequence[Source], notes: Notes) -> PageTree:
    """The page with its notes; whatever it lacks of its sources is written among them."""
    shown = sum((source.words for source in sources), Counter[str]())
    led = sum((source.addresses for source in sources), Counter[str]())
    lost = missing_words(shown, words_in(text_of_page(page, notes)))
    if lost:
        notes.take(Taken.LEFT_OUT, " ".join(lost))
        notes.remark(Defect.WORDS_LEFT_OUT, quote=" ".join(lost))
    for address in missing_addresses(led, page, notes):
        notes.take(Taken.LEFT_OUT, address=address)
        notes.remark(Defect.LINKS_LEFT_OUT, quote=address)
    return replace(page, remarks=tuple(notes.remarks), removals=notes.taken())


def missing_words(source: Counter[str], kept: Counter[str]) -> list[str]:
    """Words the source has more of; letters that only stand in other words than before are not lost."""
    lacking, over = source - kept, kept - source
    if not lacking:
        return []
    letters_lacking, letters_over = _letters(lacking), _letters(over)
    return [] if not letters_lacking - letters_over else sorted(lacking.elements())


def missing_addresses(source: Counter[str], page: PageTree, notes: Notes) -> list[str]:
    """Addresses the source has and the page has not."""
    kept = {_plain(each) for each in _addresses(page.blocks)}
    kept |= {_plain(removal.address) for removal in notes.removals}
    return sorted(address for address in source if _plain(address) not in kept)


def text_of_page(page: PageTree, notes: Notes) -> str:
    """All words of a page: its blocks and what was taken out of it."""
    pieces = [*spoken(page.blocks), *(f" {removal.words} " for removal in notes.removals)]
    return "".join(pieces)


def spoken(node: Any) -> Iterator[str]:
    """The words of a tree, with a space wherever something other than a line's letters begins."""
    if isinstance(node, tuple):
        for each in node:
            yield from spoken(each)
    elif isinstance(node, Run):
        yield node.text
    elif isinstance(node, Link | Said):
        yield from spoken(node.inlines)
    elif isinstance(node, Break):
        yield " "
    elif isinstance(node, Picture):
        yield f" {node.alt} "
    elif isinstance(node, Hint):
        yield from (" ", *spoken(node.inlines), " ", *spoken(node.explanation), " ")
    else:
        yield from _of_block(node)


def _of_block(node: Any) -> Iterator[str]:
    yield " "
    if isinstance(node, Box | Panels):
        yield f"{node.origin.tag} "
    if isinstance(node, Embed):
        yield f"{node.title} "
    if isinstance(node, RichText):
        yield node.text
    for name in inner(type(node)):
        value = getattr(node, name)
        if isinstance(value, tuple):
            yield " "
            yield from spoken(value)
        elif isinstance(value, Picture | Link):
            yield from spoken(value)
    yield " "


class _Visible(HTMLParser):
    """Gathers text and addresses as they pass; hidden until the end tag of what hides them."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self.addresses: list[str] = []
        self.hidden = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in HIDDEN:
            self.hidden = self.hidden or tag
        if self.hidden:
            return
        said = dict(attrs)
        self.addresses += [
            value.strip() for name in NAMES_ADDRESS.get(tag, ()) if (value := said.get(name)) and value.strip()
        ]
        self.pieces += [f" {value} " for name in SPEAKS.get(tag, ()) if (value := said.get(name))]
        if tag in BLOCKS or tag == "br":
            self.pieces.append(" ")

    def handle_endtag(self, tag: str) -> None:
        if tag == self.hidden or (tag in {"body", "html"} and self.hidden == "head"):
            self.hidden = ""
        if tag in BLOCKS:
            self.pieces.append(" ")

    def handle_data(self, data: str) -> None:
        if not self.hidden:
            self.pieces.append(data)


def _letters(words: Counter[str]) -> Counter[str]:
    letters: Counter[str] = Counter()
    for word, times in words.items():
        for letter in word:
            letters[letter] += times
    return letters


def _addresses(blocks: Iterable[Any]) -> Iterator[str]:
    for node in walk(tuple(blocks)):
        if isinstance(node, Link | Picture):
            yield node.address
        elif isinstance(node, Embed):
            yield node.address
            yield from node.others


def _plain(address: str) -> str:
    return "".join(UNSEEN.sub("", address).split())


__all__ = ["Removal", "Source", "check", "missing_words", "seen_in", "spoken", "words_in"]
