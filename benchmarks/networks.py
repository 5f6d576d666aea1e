"""Random small networks by a seed: units in owners and networks, two waves, late answers, and an owner who leaves."""

from collections.abc import Hashable
from dataclasses import dataclass
from random import Random

from sloyfe.algorithms.disclosure import Snapshot, Tables, cross_tabulated, protect
from sloyfe.algorithms.disclosure_audit import Finding, audit

ROLES = ("larer", "assistent", "annet")
SIZES = (0, 0, 1, 1, 2, 3, 4, 5, 6, 9, 14)
MOST = 150  # hidden counts for which fractions are quick enough
Rows = list[tuple[dict[str, str], int]]


@dataclass(frozen=True)
class Outcome:
    """What the audit found in the first and the second release of a network, and whether in exact fractions."""

    seed: int
    findings: tuple[Finding, ...]
    exact: bool


def try_out(seed: int) -> Outcome:
    """Protect a random network twice, with some counts withheld in every third, and attack both releases."""
    dice = Random(seed)  # noqa: S311 - draws examples, not secrets
    first = _rows(dice)
    second = _later(first, dice)
    hierarchies = [("owner", "unit"), ("network", "unit")][: dice.randint(1, 2)]
    then, now = (cross_tabulated(rows, hierarchies, "role") for rows in (first, second))
    withheld = _some(now, dice) if seed % 3 == 0 else frozenset()
    snapshot = Snapshot(then, protect(then))
    release = protect(now, [snapshot], withheld=withheld)
    exact = 2 * len(then.counts) + 3 * len(now.counts) < MOST
    found = audit(snapshot.release, then.counts, exact=exact)
    found += audit(release, now.counts, [snapshot], exact=exact)
    return Outcome(seed, tuple(found), exact)


def _rows(dice: Random) -> Rows:
    owners, rows = dice.randint(2, 3), []
    for unit in range(dice.randint(owners, 6)):
        place = {"owner": f"o{unit % owners}", "network": f"n{dice.randint(0, 1)}", "unit": f"u{unit}"}
        roles = dice.sample(ROLES, dice.randint(1, 3))
        rows += [({**place, "role": role}, dice.choice(SIZES)) for role in roles]
    return rows


def _later(rows: Rows, dice: Random) -> Rows:
    """Some answer late, some answers are withdrawn, and half of the time an owner leaves."""
    gone = "o0" if dice.random() < 0.5 else None
    return [
        (place, max(0, count + dice.choice((0, 0, 0, 1, 2, -1, 6)))) for place, count in rows if place["owner"] != gone
    ]


def _some(tables: Tables, dice: Random) -> frozenset[Hashable]:
    return frozenset(key for key in tables.counts if dice.random() < 0.2)
