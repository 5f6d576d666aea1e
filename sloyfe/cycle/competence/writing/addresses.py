"""Which addresses people may type, and where they lead; anything else is no address."""

import re
from urllib.parse import urlsplit

from sloyfe.cycle.competence.markup.tree import Goes, Target

SPACE = re.compile(r"[\s\x00-\x1f\x7f]")
BARE = re.compile(r"https?://[^\s<>*|]+", re.IGNORECASE)
ENDS = ".,;:!?)]}'\"»”’…"
LINK, IMAGE = "lenke:", "bilde:"
INSIDE = {"side": Goes.PAGE, "fil": Goes.FILE}
KEPT = re.compile(r"^(?:lenke|bilde):[0-9a-f]{12}$")
ANCHOR = re.compile(r"^#[\w.-]+$")


def target_of(address: str) -> Target | None:
    """Where an address leads; None for what may not be a link."""
    if SPACE.search(address):
        return None
    start, _, rest = address.partition(":")
    if KEPT.match(address):
        return Target(Goes.BROKEN)
    if start in INSIDE:
        return Target(INSIDE[start], rest) if rest else None
    if ANCHOR.match(address):
        return Target(Goes.ANCHOR, address[1:])
    return _outside(address)


def _outside(address: str) -> Target | None:
    try:
        split = urlsplit(address)
    except ValueError:
        return None
    if split.scheme in {"mailto", "tel"} and split.path:
        return Target(Goes.MAIL, split.path)
    return Target(Goes.OUTSIDE, address) if split.scheme in {"http", "https"} and split.hostname else None


def bare(text: str) -> str:
    """The address of the web that a text begins with, without the signs that end a sentence."""
    match = BARE.match(text)
    address = match.group() if match else ""
    while address and address[-1] in ENDS and not (address[-1] == ")" and "(" in address):
        address = address[:-1]
    return address if address and target_of(address) else ""
