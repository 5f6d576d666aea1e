"""Words that only their author reads. Their key has two halves: one in the database, one in a file outside it.

The half in the database is a person's own and goes with them; the half outside serves all, and is in no backup.
"""

from hashlib import blake2b
from pathlib import Path
from uuid import UUID

from django.conf import settings
from django.utils.translation import gettext_lazy as _
from nacl.exceptions import CryptoError
from nacl.secret import SecretBox
from nacl.utils import random

from sloyfe.kit import private_files
from sloyfe.kit.refusal import Refusal

FILE = "own-words.key"
HALF = 32
SIZE = 16 * 1024  # holds four thousand signs of any script, so that every note is as long as any other
END = b"\x80"


class KeyAway(Refusal):
    """The half outside the database is not here, or is another one. It is never made anew while it may come back."""

    sentence = _(
        "Egne notater kan verken åpnes eller lagres nå, for nøkkelen deres er ikke på plass på serveren. "
        "Ta vare på det du har skrevet, og si fra til dem som drifter Sløyfe."
    )
    status = 503


def outside() -> bytes | None:
    """The half outside the database, if it lies there whole."""
    try:
        found = key_file().read_bytes()
    except OSError:
        return None
    return found if len(found) == HALF else None


def make_outside() -> bytes | None:
    """The same, made now if there is no file."""
    found = private_files.keep_first(key_file(), random(HALF))
    return found if len(found) == HALF else None


def key_file() -> Path:
    """Where it lies."""
    return Path(settings.KEY_DIR) / FILE


def name_of(found: bytes) -> str:
    """What tells one outer half from another, and nothing of either."""
    return blake2b(found, digest_size=8, person=b"sloyfe key name").hexdigest()


def key_of(found: bytes, half: bytes, person: UUID) -> bytes:
    """The whole key of a person."""
    return blake2b(half + person.bytes, key=found, digest_size=SecretBox.KEY_SIZE, person=b"sloyfe own words").digest()


def sealed(words: str, key: bytes) -> bytes:
    """The words, filled up to one size, so that only this key opens them."""
    plain = words.encode() + END
    return bytes(SecretBox(key).encrypt(plain + b"\x00" * (-len(plain) % SIZE)))


def opened(content: bytes, key: bytes) -> str | None:
    """What was written, for the key that sealed it; nothing for any other."""
    try:
        plain = SecretBox(key).decrypt(content)
    except (CryptoError, ValueError):
        return None
    return plain[: plain.rindex(END)].decode()
