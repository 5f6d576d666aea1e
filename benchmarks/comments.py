"""Comments with planted themes: made-up sentences in both standards, with openings, endings, slips and mixtures."""

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

FILE = Path(__file__).with_suffix(".toml")
MIXED, EMPTY, SLIP, AROUND = 0.1, 0.07, 0.15, 0.35


@dataclass(frozen=True)
class Comment:
    """What was written, what it is about (nothing for some), and which sentences it was made of."""

    text: str
    codes: frozenset[str]
    sentences: frozenset[str]


def sentences() -> dict[str, list[str]]:
    """By theme; each has bokmål and nynorsk with a line between."""
    read: dict[str, list[str]] = tomllib.loads(FILE.read_text(encoding="utf-8"))
    return read


def comments(count: int, seed: int, *, weights: dict[str, float] | None = None, without: int = 0) -> list[Comment]:
    """Drawn from the themes (larger ones oftener); the last sentences of each theme can be left out."""
    dice = Random(seed)  # noqa: S311 - drawn to be drawn again
    every = sentences()
    codes = [code for code in every if code not in {"nothing", "before", "after"}]
    heavy = [(weights or {}).get(code, 1.0) * (1 + 6 / (place + 3)) for place, code in enumerate(codes)]
    return [_one(dice, every, dice.choices(codes, heavy, k=2), without) for _comment in range(count)]


def _one(dice: Random, every: dict[str, list[str]], codes: Sequence[str], without: int) -> Comment:
    side = dice.random() < 0.5
    if dice.random() < EMPTY:
        return Comment(_side(dice.choice(every["nothing"]), nynorsk=side), frozenset(), frozenset())
    chosen = codes if dice.random() < MIXED else codes[:1]
    said = [_often(dice, every[code][: len(every[code]) - without]) for code in chosen]
    parts = [_side(one, nynorsk=side) for one in said]
    if dice.random() < AROUND:
        parts.insert(0, _side(dice.choice(every["before"]), nynorsk=side))
    if dice.random() < AROUND:
        parts.append(_side(dice.choice(every["after"]), nynorsk=side))
    text = ". ".join(parts)
    return Comment(slipped(dice, text) if dice.random() < SLIP else text, frozenset(chosen), frozenset(said))


def _often(dice: Random, those: Sequence[str]) -> str:
    """What many say is said far oftener than the rest (Zipf)."""
    return dice.choices(those, [1 / place for place in range(1, len(those) + 1)])[0]


def _side(both: str, *, nynorsk: bool) -> str:
    return both.split(" | ")[nynorsk]


def slipped(dice: Random, text: str) -> str:
    """With one letter left out."""
    at = dice.randrange(len(text))
    return text[:at] + text[at + 1 :]
