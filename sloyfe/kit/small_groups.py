"""One rule for every count shown by group that is not made from survey answers."""

from collections.abc import Mapping
from dataclasses import dataclass

SMALLEST = 5


@dataclass(frozen=True)
class Shown:
    """A count that may be shown, or a group that was merged upward (`count` is None)."""

    group: str
    count: int | None
    merged_into: str | None = None


def small_groups(counts: Mapping[str, int], *, whole: str, smallest: int = SMALLEST) -> list[Shown]:
    """Merge groups under `smallest` into the whole, and one more where the rest would give them away."""
    small = {group for group, count in counts.items() if 0 < count < smallest}
    if small and sum(counts[group] for group in small) < smallest:
        others = sorted((group for group, count in counts.items() if count >= smallest), key=lambda g: counts[g])
        small.update(others[:1])
    return [Shown(g, None, whole) if g in small else Shown(g, c) for g, c in counts.items()]
