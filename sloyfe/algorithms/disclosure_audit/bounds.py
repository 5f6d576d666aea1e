"""What every reader can tell: between which whole numbers each hidden count must lie."""

from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np

from sloyfe.algorithms.disclosure_audit.moves import FAR, TINY, Search, improving, look, times
from sloyfe.algorithms.disclosure_audit.nearest import Nearest
from sloyfe.algorithms.disclosure_audit.system import Flags, Floats, Ints, System

SWEEPS = 240
PATIENCE = 12
COST = 0.1
SHARES = (0.05, 0.2, 0.4)


@dataclass
class Seen:
    """The least and the greatest count of each cell among the tables met so far, and how they were reached."""

    low: Ints
    high: Ints
    moves: list[Ints] = field(default_factory=list)

    def meet(self, system: System, move: Ints) -> None:
        """Take in the tables that a move and its opposite lead to, each part made as often as it can be."""
        if move.any():
            forth, back = times(system, move)
            ends = (system.truth + move * forth, system.truth - move * back)
            self.low = np.minimum(self.low, np.minimum(*ends))
            self.high = np.maximum(self.high, np.maximum(*ends))
            self.moves.append(move)

    def keeping(self, kept: Flags) -> "Seen":
        """The same for a part of the cells."""
        return Seen(self.low[kept], self.high[kept], [move[kept] for move in self.moves])


def sweep(system: System, seen: Seen, width: int, rng: np.random.Generator) -> None:
    """Meet tables far apart cheaply, until it no longer helps: nearly every range is then seen to be wide enough."""
    left, idle = system.size + 1, 0
    for turn in range(SWEEPS):
        open_ = system.sensitive & (seen.high - seen.low < width)
        idle = 0 if int(open_.sum()) < left else idle + 1
        left = min(left, int(open_.sum()))
        if idle >= PATIENCE or not left:
            return
        near = turn % 2 == 1  # every second time only the open ones are asked to move
        asked = np.isin(system.component, system.component[open_]) & (open_ | (not near))
        gain = rng.choice((-1.0, 1.0), system.size) * rng.uniform(1, 2, system.size) * np.where(open_, 3, asked)
        search = Search.of(system, gain, width).one_way(SHARES[turn % len(SHARES)], rng, COST * near)
        seen.meet(system, look(search).move)


def settled(system: System, seen: Seen, rng: np.random.Generator) -> Flags:
    """The cells that are the same in all tables that fit, as flags of shape (cells,).

    Cells that never moved are pushed upwards together with weights drawn at random, then downwards. When not one
    of them follows, the weighted sum has a single value, and so has each cell: weights drawn at random let two
    changes cancel with probability 0. Cells that were not decided about are left to the search for their range.
    """
    doubted: set[int] = set()
    while True:
        still: Flags = (seen.high == seen.low) & ~np.isin(system.component, sorted(doubted))
        if not still.any():
            return still
        weights: Floats = np.where(still, rng.uniform(1, 2, system.size), 0.0)
        for gain in (weights, -weights):
            moves, undecided = improving(Search.of(system, gain, FAR), TINY, rng)
            doubted |= undecided
            for move in moves:
                seen.meet(system, move)
        if not undecided and (still == still & (seen.high == seen.low)).all():
            return still


def stretch(system: System, seen: Seen, width: int, rng: np.random.Generator) -> tuple[Ints, Ints, Flags]:
    """The least and the greatest count of each cell; where they are less than `width` apart, this is proved.

    Only sensitive cells not yet seen to be `width` wide are asked about, one per component at a time. The bounds of
    the linear programme, rounded inwards, decide first; whole numbers are searched for where these leave room. The
    flags are set where that search was not finished: then the ends are those that were met.
    """
    nearest = Nearest(system)
    for cell in np.flatnonzero(system.sensitive & (seen.high - seen.low < width)).tolist():
        _widen(nearest, seen, cell, width)
    low, high = np.zeros_like(system.truth), system.truth + FAR
    for open_ in _in_turn(system, seen, width, ~system.sensitive):
        for direction in (1, -1):
            sight = look(Search.of(system, _towards(system, open_, direction), FAR))
            seen.meet(system, sight.move)
            if direction == 1:
                high[open_] = np.floor(system.truth[open_] + sight.optimum[open_] + TINY)
            else:
                low[open_] = np.ceil(system.truth[open_] + sight.optimum[open_] - TINY)
    doubted = np.zeros(system.size, dtype=np.bool_)
    for open_ in _in_turn(system, seen, width, ~system.sensitive | (high - low < width)):
        for direction in (1, -1):
            met = system.truth - seen.low if direction == 1 else seen.high - system.truth
            missing = float((width - met[open_]).max())
            moves, undecided = improving(Search.of(system, _towards(system, open_, direction), FAR), missing, rng)
            for move in moves:
                seen.meet(system, move)
            doubted[open_] |= np.isin(system.component[open_], sorted(undecided))
        low[open_], high[open_] = seen.low[open_], seen.high[open_]
    wide = seen.high - seen.low >= width
    return np.where(wide, seen.low, low), np.where(wide, seen.high, high), doubted & ~wide


def _widen(nearest: Nearest, seen: Seen, cell: int, width: int) -> None:
    """Look for tables just far enough away, and for nearer ones where there are none."""
    truth = int(nearest.system.truth[cell])
    for direction in (1, -1):
        met = int(seen.high[cell]) - truth if direction == 1 else truth - int(seen.low[cell])
        lacking = width - int(seen.high[cell] - seen.low[cell])
        for change in range(met + lacking, met, -1):
            move = nearest.move(cell, direction * change)
            if move is not None:
                seen.meet(nearest.system, move)
                break


def _towards(system: System, cells: Ints, direction: int) -> Floats:
    gain = np.zeros(system.size)
    gain[cells] = direction
    return gain


def _in_turn(system: System, seen: Seen, width: int, left_out: Flags) -> Iterator[Ints]:
    """Cells that are not yet seen to be wide, at most one in each component, each cell once."""
    asked = left_out.copy()
    while (open_ := np.flatnonzero(~asked & (seen.high - seen.low < width))).size:
        _, first = np.unique(system.component[open_], return_index=True)
        asked[open_[first]] = True
        yield open_[first]
