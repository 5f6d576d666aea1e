"""Letters that no XML and no database takes, and addresses that no page should lead to."""

import re

UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
SPACE = re.compile(r"[\x00-\x20\x7f]")
RUNS = re.compile(r"(?:javascript|vbscript|data(?!:image/(?:png|gif|jpe?g|webp)[;,])):", re.IGNORECASE)


def fit(text: str) -> str:
    """The text without them."""
    return UNFIT.sub("", text)


def harmless(address: str) -> str:
    """The address, or nothing where it would run something in a browser, which passes over spaces in it."""
    return "" if RUNS.match(SPACE.sub("", address)) else address
