"""Pictures for the formats of text programs, which want points rather than curves."""

from sloyfe.documents.look import TEXT_WIDTH
from sloyfe.documents.pdf import compiled
from sloyfe.documents.tree import Figure

DOTS_PER_INCH = 220
PAGE = '#set page(width: {width}mm, height: auto, margin: 0pt, fill: white)\n#image("picture.svg", width: 100%)'


def as_png(figure: Figure) -> bytes:
    """The picture as PNG, sharp enough for paper."""
    if figure.is_png:
        return figure.picture
    page = PAGE.format(width=TEXT_WIDTH * figure.width)
    return compiled({"main.typ": page.encode(), "picture.svg": figure.picture}, format="png", ppi=DOTS_PER_INCH)


def proportions(png: bytes) -> float:
    """Height by width, from the header of the file."""
    return int.from_bytes(png[20:24], "big") / int.from_bytes(png[16:20], "big")
