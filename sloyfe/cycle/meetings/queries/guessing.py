"""Whether somebody is guessing codes, and the four digits that a code then needs beside it.

Counted in this process alone and by no address: a school answers from one. See docs/decisions/0014.
"""

import hmac
from collections import deque
from datetime import datetime, timedelta
from hashlib import sha256

from django.conf import settings

WINDOW = timedelta(minutes=10)
CALM = 500
DIGITS = 4


class Misses:
    """When codes were tried that no meeting has; older ones than the window do not count."""

    def __init__(self, calm: int = CALM) -> None:
        self.calm = calm
        self.times: deque[datetime] = deque(maxlen=calm + 1)

    def note(self, at: datetime) -> None:
        """One more."""
        self.times.append(at)

    def are_many(self, at: datetime) -> bool:
        """Whether there have been more of late than people who mistype make."""
        return len(self.times) > self.calm and at - self.times[0] < WINDOW


MISSES = Misses()


def control(code: str) -> str:
    """The four digits beside a code; nobody who has not seen the wall knows them."""
    mark = hmac.new(settings.SECRET_KEY.encode(), f"door {code}".encode(), sha256).digest()
    return f"{int.from_bytes(mark[:8]) % 10**DIGITS:0{DIGITS}}"


def passes(code: str, said: str, *, at: datetime, misses: Misses = MISSES) -> bool:
    """Whether a code may be tried: always, but while many guess only with its four digits."""
    return not misses.are_many(at) or hmac.compare_digest(said.encode(), control(code).encode())
