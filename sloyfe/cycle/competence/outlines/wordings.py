"""What an element says, as one string that is equal when it says the same."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from sloyfe.cycle.competence.markup.codec import from_plain, to_plain
from sloyfe.cycle.competence.markup.tree import (
    Block,
    Box,
    Break,
    Embed,
    Hint,
    Language,
    Link,
    Picture,
    RichText,
    Run,
    Said,
)
from sloyfe.kit.text import Text

ANY = ""
# Whom a line without a page is for, if not for all.
LEADERS, MANAGERS = "leaders", "managers"


@dataclass(frozen=True)
class Line:
    """What stands in the contents: a title, and for what is no page of its own, where it leads."""

    titles: Mapping[str, str]
    kind: str = ""
    address: str = ""
    page: str = ""
    readers: str = ""

    def read(self, language: str) -> str:
        """The title in this language, else in the first there is."""
        return self.titles.get(language) or next(iter(self.titles.values()), "")


def of_line(line: Line) -> str:
    """A line as a wording."""
    titles = {language: words for language, words in line.titles.items() if words}
    said = {"titles": titles, "kind": line.kind, "address": line.address, "page": line.page, "readers": line.readers}
    return _written({name: value for name, value in said.items() if value or name == "titles"})


def of_blocks(blocks: Sequence[Block]) -> str:
    """Blocks as a wording; where in a file they stood makes no difference."""
    return _written(_without_origins(to_plain(tuple(blocks))))


@lru_cache(4096)
def line_in(wording: str) -> Line:
    """The line again."""
    said = json.loads(wording)
    return Line(**said) if isinstance(said, dict) else Line({})


def title_of(wording: str) -> Text:
    """The title as text in its languages."""
    titles = line_in(wording).titles
    return Text.of(source="nb" if "nb" in titles else next(iter(titles), "nb"), **titles)


def plain_in(wording: str) -> list[Any]:
    """The blocks as JSON, as they are kept for reading."""
    said = json.loads(wording)
    return said if isinstance(said, list) else []


def blocks_in(wording: str) -> tuple[Block, ...]:
    """The blocks again."""
    made: tuple[Block, ...] = from_plain(plain_in(wording))
    return made


def words(wording: str) -> Mapping[str, str]:
    """What is read, by language; under `ANY` what is for all."""
    if wording.startswith("{"):
        line = line_in(wording)
        led = f" ({line.address})" if line.address else ""
        return {language: said + led for language, said in line.titles.items()} or {ANY: line.address}
    blocks = blocks_in(wording)
    marked = [each for each in (Language.NB, Language.NN, Language.SE) if f'"language": "{each.value}"' in wording]
    return {each.value: text_of(blocks, each) for each in marked} or {ANY: text_of(blocks, Language.ANY)}


def text(wording: str) -> str:
    """All that is read, one language after the other."""
    return "\n".join(words(wording).values())


def text_of(node: Any, language: Language) -> str:
    """The words for readers of this language, a line for each paragraph."""
    lines = (" ".join(line.split()) for line in "".join(_spoken(node, language)).split("\n"))
    return "\n".join(line for line in lines if line)


def _spoken(node: Any, language: Language) -> Iterator[str]:
    mine = getattr(node, "language", Language.ANY)
    if mine not in {Language.ANY, language}:
        return
    match node:
        case tuple():
            for each in node:
                yield from _spoken(each, language)
        case Run():
            yield node.text
        case Break():
            yield "\n"
        case Picture():
            yield f" [{node.alt}] "
        case Link() | Said():
            yield from _spoken(node.inlines, language)
        case Hint():
            yield from _spoken(node.inlines, language)
            yield f" ({text_of(node.explanation, language)})"
        case str() | None:
            return
        case _:
            yield "\n"
            yield from _of_block(node, language)


def _of_block(node: Any, language: Language) -> Iterator[str]:
    match node:
        case Embed():
            yield f"{node.title} {node.address}\n"
        case RichText():
            yield node.text
    if isinstance(node, Box):
        yield from _spoken(node.heading, language)
        yield "\n"
    for name in ("inlines", "title", "caption", "picture", "link", "blocks", "items", "rows", "cells", "sections"):
        inside = getattr(node, name, None)
        if inside is not None and not isinstance(inside, int | str):
            yield from _spoken(inside, language)
    yield "\n"


def _written(plain: Any) -> str:
    return json.dumps(plain, ensure_ascii=False, sort_keys=True)


def _without_origins(plain: Any) -> Any:
    if isinstance(plain, list):
        return [_without_origins(each) for each in plain]
    if isinstance(plain, dict):
        return {key: _without_origins(value) for key, value in plain.items() if key != "origin"}
    return plain
