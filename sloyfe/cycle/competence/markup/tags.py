"""The tags of the portal in all three generations, and finding one in the first row of a table."""

import re
from dataclasses import dataclass

from sloyfe.cycle.competence.markup.tree import Kind

MEANINGS: dict[Kind, str] = {
    Kind.GOALS: "udir-goals pfdk-maal pfdk-mål",
    Kind.TASK: "udir-task udir-read uob-read pfdk-les uob-question udir-question pfdk-spsm",
    Kind.TIP: "udir-tip udir-tips uob-tip pfdk-tips pfdk-tip",
    Kind.TOOLS: "udir-tools pfdk-verktoy pfdk-verktøy",
    Kind.TIME: "udir-time pfdk-tid",
    Kind.INFO: "udir-info uob-info pfdk-info",
    Kind.IMPORTANT: "udir-importantinfo udir-important pfdk-important pfdk-viktig",
    Kind.WARNING: "udir-warning uob-warning pfdk-advarsel",
    Kind.QUOTE: "udir-quote uob-quote pfdk-sitat",
    Kind.LEADER: "udir-leader udir-skoleleder",
    Kind.LINK: "udir-link",
    Kind.LAW: "udir-law",
    Kind.GENERAL: "udir-general udir-kommentar uob-box pfdk-boks",
    Kind.EXAMPLE: "udir-eksempel",
    Kind.REVEAL: "udir-reveal uob-reveal pfdk-reveal",
    Kind.TABS: "udir-tabs uob-tabs pfdk-tabs",
    Kind.ACCORDION: "udir-accordion uob-accordion pfdk-accordion",
    Kind.HEADING: "udir-header uob-header",
}
KNOWN = {name: kind for kind, names in MEANINGS.items() for name in names.split()}
ANSWERS, RATING = "uob-regexp", "uob-rating"
# The portal shows these without a look of their own, or not as they were meant.
WITHOUT_LOOK = frozenset({"udir-header", "uob-header", "udir-eksempel", "pfdk-spsm"})
STRUCTURE = frozenset({Kind.REVEAL, Kind.TABS, Kind.ACCORDION})

FAMILIES = ("udir-", "uob-", "pfdk-")
INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff\u00ad"
HYPHENS = re.compile("[\u2010\u2011\u2012\u2013\u2014\u2212_]")
GAPS = re.compile(rf"[\s{INVISIBLE}]+")
BRACKETS = re.compile(r"\[([^\[\]]{1,60})\]|［([^［］]{1,60})］")


@dataclass(frozen=True)
class Tag:
    """A tag as written, what it means, and where in the text of its cell it stands."""

    written: str
    name: str
    start: int
    end: int

    @property
    def kind(self) -> Kind | None:
        """What it means; None for those without a block of their own."""
        return KNOWN.get(self.name)

    @property
    def known(self) -> bool:
        return self.name in KNOWN or self.name in {ANSWERS, RATING}

    @property
    def spelt_right(self) -> bool:
        return self.written == f"[{self.name}]"


def find_tag(text: str) -> Tag | None:
    """The first known tag of a text, else the first that looks like one of the three families."""
    found = [
        Tag(match.group(), tidy(match.group(1) or match.group(2)), match.start(), match.end())
        for match in BRACKETS.finditer(text)
    ]
    known = next((tag for tag in found if tag.known), None)
    return known or next((tag for tag in found if tag.name.startswith(FAMILIES)), None)


def tidy(inside: str) -> str:
    """A tag's name without the spaces, capitals and odd hyphens that hands and editors put in."""
    return HYPHENS.sub("-", GAPS.sub("", inside)).lower()
