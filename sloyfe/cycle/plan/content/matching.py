"""Which of the twelve elements is meant by a heading that somebody else has written."""

import re

from sloyfe.cycle.plan import content
from sloyfe.kit.text import Text

WORD = re.compile(r"[a-zæøå]+(?:-[a-zæøå]+)*")
SMALL = re.compile(r"en|ei|et|eit|den|det|de|dei|og|i|på|til|fra|frå|for|av|si|sin|sitt")
PPT = re.compile(r"ppts?|pp-tj?eneste\w*|pp-tenest\w*")
ENDINGS = re.compile(r"(?:ene|ane|er|ar|en|et|a|s)$")
LIKE_ENOUGH = 0.5


def nearest(heading: Text) -> str:
    """The key of the element whose heading shares most words with this one; nothing where none is near."""
    found: dict[str, tuple[float, float]] = {}
    for language, said in heading.entries.items():
        words = _words(said)
        for element in content.owner_plan().elements:
            ours = _words(element.heading.entries.get(language, ""))
            likeness = (_share(words & ours, ours), _share(words & ours, words | ours))
            found[element.key] = max(found.get(element.key, (0.0, 0.0)), likeness)
    best = max(found, key=lambda key: found[key], default="")
    return best if best and found[best][0] >= LIKE_ENOUGH else ""


def _share(some: set[str], of: set[str]) -> float:
    return len(some) / len(of) if of else 0.0


def _words(said: str) -> set[str]:
    kept = (word for word in WORD.findall(said.casefold()) if not SMALL.fullmatch(word))
    return {"ppt" if PPT.fullmatch(word) else ENDINGS.sub("", word) or word for word in kept}
