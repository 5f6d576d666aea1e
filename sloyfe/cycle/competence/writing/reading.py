"""Typed text as blocks."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from markdown_it.tree import SyntaxTreeNode

from sloyfe.cycle.competence.markup.embeds import provider_of
from sloyfe.cycle.competence.markup.inlines import has_words, joined, trimmed
from sloyfe.cycle.competence.markup.paragraphs import alone
from sloyfe.cycle.competence.markup.tree import (
    Block,
    Box,
    Break,
    Cell,
    Embed,
    Goes,
    Heading,
    Hint,
    Inline,
    Kind,
    Language,
    Link,
    Listing,
    ListItem,
    Panels,
    Paragraph,
    Picture,
    Row,
    Run,
    Section,
    Table,
    Target,
)
from sloyfe.cycle.competence.writing.addresses import target_of
from sloyfe.cycle.competence.writing.frames import Frame
from sloyfe.cycle.competence.writing.keeping import kept_in
from sloyfe.cycle.competence.writing.parser import parsed
from sloyfe.cycle.competence.writing.words import PANELS

MARKS = {"strong": "bold", "em": "italic", "s": "struck"}
Marks = tuple[str, ...]


def blocks_of(text: str, language: Language, kept: tuple[Block, ...] = ()) -> tuple[Block, ...]:
    """What was typed, as blocks for readers of this language; `kept` is what it may refer to."""
    tree = parsed(text)
    if tree is None:
        lines = [" ".join(line.split()) for line in text.splitlines()]
        return tuple(Paragraph((Run(line),), language=language) for line in lines if line)
    return _Reader(language, kept_in(text, kept, language)).blocks(tree.children)


@dataclass(frozen=True)
class _Reader:
    language: Language
    kept: Mapping[str, Any] = field(default_factory=dict)

    def blocks(self, nodes: Sequence[SyntaxTreeNode]) -> tuple[Block, ...]:
        return tuple(block for node in nodes for block in self._block(node))

    def _block(self, node: SyntaxTreeNode) -> Iterator[Block]:
        match node.type:
            case "paragraph":
                inlines = self._line(node.children)
                if has_words(inlines):
                    yield alone(Paragraph(inlines, language=self.language))
            case "heading":
                yield Heading(int(node.tag[1]), self._line(node.children), language=self.language)
            case "bullet_list" | "ordered_list":
                items = tuple(ListItem(self.blocks(item.children), self.language) for item in node.children)
                yield Listing(items, node.type == "ordered_list", language=self.language)
            case "blockquote":
                yield Box(Kind.QUOTE, (), self.blocks(node.children), language=self.language)
            case "rows":
                yield Table(tuple(self._row(row) for row in node.children), language=self.language)
            case "framed":
                yield from self._framed(node, node.meta["frame"])

    def _framed(self, node: SyntaxTreeNode, frame: Frame) -> Iterator[Block]:
        heading, rest = self._line(node.children[:1]), node.children[1:]
        if frame.kind in PANELS:
            yield self._panels(frame.kind, heading, rest)
        elif frame.kind == Kind.EMBED:
            yield self._embed(frame, self.blocks(rest))
        elif frame.kind == Kind.RICH_TEXT:
            found = self.kept.get(frame.address)
            yield found if isinstance(found, Block) else Paragraph((Run(node.meta["line"]),), language=self.language)
        elif frame.kind == Kind.TABLE:
            yield from self._table(heading, self.blocks(rest))
        else:
            yield Box(frame.kind, heading, self.blocks(rest), language=self.language)

    def _panels(self, kind: Kind, heading: tuple[Inline, ...], rest: Sequence[SyntaxTreeNode]) -> Panels:
        """What stands before the first section is one by itself."""
        before = self.blocks([node for node in rest if node.type != "section"])
        parts = [node for node in rest if node.type == "section"]
        sections = [
            Section(self._line(part.children[:1]), self.blocks(part.children[1:]), self.language) for part in parts
        ]
        if heading or before or not sections:
            sections.insert(0, Section(heading, before, self.language))
        return Panels(kind, tuple(sections), language=self.language)

    def _embed(self, frame: Frame, blocks: tuple[Block, ...]) -> Embed:
        target = target_of(frame.address) or Target()
        provider = "file" if target.goes == Goes.FILE else provider_of(frame.address, frame.heading)
        title = " ".join(frame.heading.split())
        return Embed(provider, frame.address, title, (), blocks, target, language=self.language)

    def _table(self, caption: tuple[Inline, ...], blocks: tuple[Block, ...]) -> Iterator[Block]:
        """A caption belongs to the first table; without a table it is a line of its own."""
        at = next((number for number, block in enumerate(blocks) if isinstance(block, Table)), None)
        if caption and at is None:
            yield Paragraph(caption, language=self.language)
        for number, block in enumerate(blocks):
            yield replace(block, caption=caption) if number == at and isinstance(block, Table) else block

    def _row(self, node: SyntaxTreeNode) -> Row:
        return Row(tuple(self._cell(cell) for cell in node.children))

    def _cell(self, node: SyntaxTreeNode) -> Cell:
        inlines = self._line(node.children)
        blocks = (alone(Paragraph(inlines, language=self.language)),) if has_words(inlines) else ()
        return Cell(blocks, bool(node.meta["header"]), language=self.language)

    def _line(self, nodes: Sequence[SyntaxTreeNode]) -> tuple[Inline, ...]:
        """What stands in the `inline` nodes among these."""
        made = tuple(each for node in nodes for inner in node.children for each in self._inlines(inner, ()))
        return trimmed(joined(made))

    def _inlines(self, node: SyntaxTreeNode, marks: Marks) -> Iterator[Inline]:
        match node.type:
            case "text" | "text_special":
                yield Run(node.content, marks)
            case "code_inline":
                yield Run(node.content, (*marks, "code"))
            case "softbreak" | "hardbreak":
                yield Break()
            case "strong" | "em" | "s":
                yield from self._marked(node, marks, (MARKS[node.type],))
            case "marked":
                yield from self._marked(node, marks, node.meta["marks"])
            case "to":
                yield self._link(node, marks)
            case "hint":
                words, told = ([*self._each(part, marks)] for part in node.children)
                yield Hint(joined(words), joined(told))
            case "picture":
                yield self._picture(node.meta)

    def _each(self, node: SyntaxTreeNode, marks: Marks) -> Iterator[Inline]:
        return (each for inner in node.children for each in self._inlines(inner, marks))

    def _marked(self, node: SyntaxTreeNode, marks: Marks, more: Marks) -> Iterator[Inline]:
        return self._each(node, (*marks, *(mark for mark in more if mark not in marks)))

    def _link(self, node: SyntaxTreeNode, marks: Marks) -> Link:
        address, target = self._leads(str(node.meta["address"]))
        return Link(address, joined([*self._each(node, marks)]), target)

    def _picture(self, said: dict[str, Any]) -> Picture:
        address, target = self._leads(str(said["address"]))
        alt, title = (" ".join(str(said[name]).split()) for name in ("alt", "title"))
        return Picture(address, alt, title, bool(said["decorative"]), target)

    def _leads(self, address: str) -> tuple[str, Target]:
        found = self.kept.get(address.partition(":")[2])
        if isinstance(found, Link | Picture):
            return found.address, found.target
        return address, target_of(address) or Target(Goes.BROKEN)
