"""Whether somebody is guessing codes, and the four digits that a code then needs beside it.

Counted in this process alone and by no address: a school answers from one. See docs/decisions/0014.
"""

import hmac
from datetime import datetime
from hashlib import sha256

from django.conf import settings

from sloyfe.kit.misses import CALM, WINDOW, Misses

__all__ = ["CALM", "MISSES", "WINDOW", "Misses", "control", "passes"]
DIGITS = 4
MISSES = Misses()


def control(code: str) -> str:
    """The four digits beside a code; nobody who has not seen the wall knows them."""
    mark = hmac.new(settings.SECRET_KEY.encode(), f"door {code}".encode(), sha256).digest()
    return f"{int.from_bytes(mark[:8]) % 10**DIGITS:0{DIGITS}}"


def passes(code: str, said: str, *, at: datetime, misses: Misses = MISSES) -> bool:
    """Whether a code may be tried: always, but while many guess only with its four digits."""
    return not misses.are_many(at) or hmac.compare_digest(said.encode(), control(code).encode())
