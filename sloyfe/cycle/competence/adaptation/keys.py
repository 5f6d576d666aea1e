"""Where something stands among its neighbours, as a key of its own that no other element's move can make wrong.

A position is a list of (number, whose) pairs, compared from the left, as in Logoot (Weiss, Urso and Molli 2009), and it
is a value of its own that the last decision on *this* element replaces, as Kleppmann (2020) does to let elements of a
replicated list move. "After X" is how people say it; kept as such it would lead nowhere once X is gone, and chains of
it could close into rings. With keys every choice of some places from one version and some from another is an order.
"""

Key = tuple[tuple[int, str], ...]


def between(before: Key, after: Key | None, whose: str) -> Key:
    """A key between the two that only `whose` can get; without `after` the last, with an empty `before` the first."""
    if after is None:
        return ((before[0][0] + 1 if before else 0, whose),)
    same = 0
    while same < min(len(before), len(after)) and before[same] == after[same]:
        same += 1
    if same == len(before):
        return (*before, (after[same][0] - 1, whose))
    if after[same][0] - before[same][0] > 1:
        return (*before[:same], (before[same][0] + 1, whose))
    further = before[same + 1][0] + 1 if len(before) > same + 1 else 0
    return (*before[: same + 1], (further, whose))
