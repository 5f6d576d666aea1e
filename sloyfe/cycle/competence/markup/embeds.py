"""What a page shows from elsewhere: films, exercises, statistics, and the portal's own tools."""

import re
from collections.abc import Callable, Iterator, Sequence
from urllib.parse import parse_qs, unquote

from sloyfe.cycle.competence.markup.elements import Element, Node
from sloyfe.cycle.competence.markup.notes import Defect
from sloyfe.cycle.competence.markup.scene import Scene
from sloyfe.cycle.competence.markup.tree import Block, Embed, Goes

PROVIDERS = (
    ("kpas", re.compile(r"kpas(?:mode)?[.=\-]|kpas\.|/lti/kpas|kpas-lti", re.IGNORECASE)),
    ("vimeo", re.compile(r"(?:^|[/.])vimeo\.com", re.IGNORECASE)),
    ("youtube", re.compile(r"(?:^|[/.])(?:youtube(?:-nocookie)?\.com|youtu\.be)", re.IGNORECASE)),
    ("nrk", re.compile(r"(?:^|[/.])nrk\.no", re.IGNORECASE)),
    ("h5p", re.compile(r"h5p", re.IGNORECASE)),
    ("kaltura", re.compile(r"kaltura", re.IGNORECASE)),
    ("grafana", re.compile(r"grafana", re.IGNORECASE)),
)
MODES = {
    "0": "role_and_groups", "1": "diploma", "2": "statistics", "3": "dashboard", "4": "survey", "5": "administration",
    "6": "course_settings",
}  # fmt: skip
Blocks = Callable[[Sequence[Node], Scene], tuple[Block, ...]]


def embed_of(element: Element, scene: Scene, blocks_of: Blocks) -> Embed:
    """One embed, with every address it names and the words it holds for those who cannot see it."""
    address, *others = [*dict.fromkeys(_addresses(element))] or [""]
    title = " ".join((element.get("title") or element.get("aria-label")).split())
    target = scene.resolve(address)
    provider = "media" if element.get("data-media-id") else provider_of(address, title)
    if target.goes == Goes.FILE:
        provider = "file"
    elif target.goes == Goes.BROKEN:
        scene.notes.remark(Defect.FILE_MISSING, element.line, address)
    else:
        scene.notes.remark(Defect.EMBED_OUTSIDE, element.line, f"{provider}: {address}")
    inside = [node for node in element.children if not (isinstance(node, Element) and node.name in {"source", "track"})]
    blocks = blocks_of(inside, scene)
    origin = scene.origin(element.line, element.name)
    return Embed(provider, address, title, tuple(others), blocks, target, language=scene.language, origin=origin)


def provider_of(address: str, title: str = "") -> str:
    """Who shows it; a tool of the portal says which."""
    plain = unquote(unquote(address))
    host = plain.partition("//")[2].partition("/")[0] or plain
    for name, pattern in PROVIDERS:
        if pattern.search(plain if name in {"kpas", "h5p"} else host):
            return f"kpas:{mode_of(plain)}" if name == "kpas" else name
    return "kpas:role_and_groups" if title.strip().lower() == "kpas" else "other"


def mode_of(address: str) -> str:
    """Which tool of the portal an address opens."""
    modes = parse_qs(address.replace("?", "&")).get("kpasMode", ["0"])
    return MODES.get(modes[0], "unknown")


def _addresses(element: Element) -> Iterator[str]:
    for name in ("src", "data", "href"):
        if element.get(name):
            yield element.get(name).strip()
    if element.get("data-media-id") and not element.get("src"):
        yield f"media:{element.get('data-media-id')}"
    for node in element.children:
        if isinstance(node, Element) and node.name in {"source", "track"} and node.get("src"):
            yield node.get("src").strip()
