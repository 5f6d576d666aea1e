"""The values of the portal's export, which come in several shapes."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sloyfe.cycle.competence.markup.titles import Title, language_of, read_title
from sloyfe.cycle.competence.markup.tree import Language

Thing = Mapping[str, Any]


def titled(written: Any) -> Title:
    """A title in each language; what the export's own parser left in one of them is split again."""
    if not isinstance(written, dict):
        return read_title(str(written or ""))
    entries: dict[Language, str] = {}
    for code, words in written.items():
        language = language_of(str(code))
        if language and words:
            inner = read_title(f"{code}: {words}" if not read_title(str(words)).languages else str(words))
            for each, said in inner.entries.items():
                entries.setdefault(language if each == Language.ANY else each, said)
    raw = " | ".join(f"{language}: {words}" for language, words in entries.items())
    return Title(raw, entries)


def slug_in(page: Thing) -> str:
    slug = page.get("slugID") or page.get("slug")
    return read_one(slug)


def pieces_of(content: Any) -> Iterator[tuple[Language, str]]:
    """One body with all languages in it, or one for each language that is really its own."""
    if not isinstance(content, dict):
        yield Language.ANY, str(content or "")
        return
    bodies = {code: str(html) for code, html in content.items() if html}
    if len(set(bodies.values())) <= 1:
        yield Language.ANY, next(iter(bodies.values()), "")
        return
    for code, html in bodies.items():
        yield language_of(code) or Language.ANY, html


def order_of(thing: Thing) -> int:
    return whole(thing.get("order", thing.get("position")))


def whole(written: Any) -> int:
    return int(written) if str(written).isdecimal() and len(str(written)) < 9 else 0


def read_one(written: Any) -> str:
    """Bokmål, or the first that there is."""
    if isinstance(written, dict):
        return str(written.get("nb") or next((each for each in written.values() if each), ""))
    return str(written or "")


def listed(written: Any) -> Sequence[Any]:
    return written if isinstance(written, list) else []
