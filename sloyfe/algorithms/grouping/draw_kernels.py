"""Random numbers inside compiled code, from a seed that is passed in."""

import numpy as np
from numba import njit
from numpy.typing import NDArray

Bits = NDArray[np.uint64]
THIRTEEN, SEVEN, SEVENTEEN, HALF = np.uint64(13), np.uint64(7), np.uint64(17), np.uint64(32)


@njit(cache=True)
def draw(bits: Bits, end: int) -> int:
    """A whole number from 0 up to `end` (xorshift, Marsaglia 2003)."""
    state = bits[0]
    state ^= state << THIRTEEN
    state ^= state >> SEVEN
    state ^= state << SEVENTEEN
    bits[0] = state
    return int(np.int64((state >> HALF) % np.uint64(end)))
