"""What was read of a room, kept until somebody announces that it has changed."""

import threading
import time
from collections.abc import Callable, Collection
from typing import Generic, TypeVar

K = TypeVar("K")
V = TypeVar("V")
LONGEST = 20.0


class Memory(Generic[K, V]):
    """Values by key. What is read while something is forgotten is used once and not kept."""

    def __init__(self, read: Callable[[Collection[K]], dict[K, V]], most: int) -> None:
        self._read = read
        self._most = most
        self._kept: dict[K, tuple[float, V]] = {}
        self._changes = 0
        self._lock = threading.Lock()

    def all(self, keys: Collection[K]) -> dict[K, V]:
        """The values of these keys; what is not known, or not looked at for long, is read together."""
        old = time.monotonic() - LONGEST
        with self._lock:
            known = {key: kept[1] for key in keys if (kept := self._kept.get(key)) and kept[0] > old}
            changes = self._changes
        missing = [key for key in keys if key not in known]
        if not missing:
            return known
        found = self._read(missing)
        with self._lock:
            if changes == self._changes:
                if len(self._kept) + len(found) > self._most:
                    self._kept.clear()
                now = time.monotonic()
                self._kept |= {key: (now, value) for key, value in found.items()}
        return known | found

    def known(self, key: K) -> V | None:
        """What is kept, without reading."""
        kept = self._kept.get(key)
        return kept[1] if kept else None

    def forget(self, key: K) -> None:
        """It has changed."""
        with self._lock:
            self._changes += 1
            self._kept.pop(key, None)

    def clear(self) -> None:
        """Any of it may have changed."""
        with self._lock:
            self._changes += 1
            self._kept.clear()
