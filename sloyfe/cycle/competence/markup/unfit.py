"""Letters that no XML and no database takes."""

import re

UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def fit(text: str) -> str:
    """The text without them."""
    return UNFIT.sub("", text)
