"""Short texts in bokmål and nynorsk that look as if they say the same.

Each text becomes a bag of word pieces: its words without endings, folded so that the two written languages meet (or its
concepts, which meet oftener but need dictionaries: for work that no page waits for), and the four-letter pieces of
those, so that compounds meet their parts. Rare pieces weigh more (Spärck Jones 1972), and two
texts are as alike as the angle between them is small. Texts are gathered by complete linkage: in a cluster every pair
is alike, so that one vague text does not chain others together.
"""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from sloyfe.algorithms.searching.words import stem
from sloyfe.algorithms.themes.concepts import Concepts
from sloyfe.algorithms.themes.folding import stems

ALIKE = 0.5
PIECE = 4
WORD_WEIGHT = 2.0
Pair = tuple[int, int]
Words = Callable[[str], Iterable[str]]


@dataclass(frozen=True)
class Cluster:
    """Texts by number, of which every two are at least this alike (0–1)."""

    members: tuple[int, ...]
    alike: float


def alike(
    texts: Sequence[str],
    *,
    unlike: Collection[Pair] = (),
    least: float = ALIKE,
    most: int = 50,
    concepts: Concepts | None = None,
) -> tuple[Cluster, ...]:
    """Clusters of texts that look as if they say the same, those most alike first; never a pair of `unlike`."""
    if len(texts) < 2:
        return ()
    angles = _angles(texts, _stems_of(concepts) if concepts else stems)
    for one, other in unlike:
        angles[one, other] = angles[other, one] = 0.0
    near = angles >= least
    ones, others = np.nonzero(np.triu(near, 1))
    order = np.lexsort((others, ones, -np.round(angles[ones, others], 9)))
    clusters: dict[int, list[int]] = {}
    for one, other in zip(ones[order].tolist(), others[order].tolist(), strict=True):
        mine, theirs = clusters.get(one, [one]), clusters.get(other, [other])
        if mine is not theirs and all(near[member, theirs].all() for member in mine):
            joined = sorted([*mine, *theirs])
            clusters |= dict.fromkeys(joined, joined)
    distinct = {id(members): tuple(members) for members in clusters.values()}.values()
    found = [Cluster(members, _least(angles, members)) for members in distinct]
    return tuple(sorted(found, key=lambda cluster: (-cluster.alike, cluster.members))[:most])


def _least(angles: NDArray[np.float64], members: Sequence[int]) -> float:
    return min(float(angles[pair]) for pair in combinations(members, 2))


def _stems_of(concepts: Concepts) -> Words:
    return lambda text: [stem(concept) for _word, concept in concepts.of(text)]


def _angles(texts: Sequence[str], words: Words) -> NDArray[np.float64]:
    bags = [_bag(words(text)) for text in texts]
    known = sorted({piece for bag in bags for piece in bag})
    number = {piece: place for place, piece in enumerate(known)}
    in_texts = Counter(piece for bag in bags for piece in bag)
    rare = np.array([np.log(1 + len(texts) / in_texts[piece]) for piece in known])
    rows = [row for row, bag in enumerate(bags) for _piece in bag]
    columns = [number[piece] for bag in bags for piece in bag]
    weights = [weight * rare[number[piece]] for bag in bags for piece, weight in bag.items()]
    table = csr_matrix((weights, (rows, columns)), shape=(len(texts), len(known)))
    lengths = np.sqrt(np.asarray(table.multiply(table).sum(axis=1)).ravel())
    lengths[lengths == 0] = 1.0
    products = np.asarray((table @ table.T).todense())
    return np.asarray(products / lengths[:, None] / lengths[None, :], dtype=np.float64)


def _bag(words: Iterable[str]) -> dict[str, float]:
    """A whole stem weighs twice as much as its pieces do together."""
    bag: dict[str, float] = {}
    for word in words:
        bag[word] = WORD_WEIGHT
        for piece, weight in _pieces(word):
            bag[piece] = max(bag.get(piece, 0.0), weight)
    return bag


@lru_cache(8192)
def _pieces(word: str) -> tuple[tuple[str, float], ...]:
    count = len(word) - PIECE + 1 if len(word) > PIECE else 0
    return tuple((f"·{word[at : at + PIECE]}", count**-0.5) for at in range(count))
