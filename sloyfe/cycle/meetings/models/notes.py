"""What somebody writes for themselves: stored sealed, with a key that only their browser holds.

We keep neither the key nor when a note was written. Whoever has the database has no more than its size, in blocks.
"""

from hashlib import blake2b
from typing import ClassVar

from django.db import models
from nacl.exceptions import CryptoError
from nacl.secret import SecretBox

from sloyfe.cycle.meetings.models.meetings import MeetingPhase
from sloyfe.cycle.meetings.models.running import Attendee
from sloyfe.kit.rows import Row

BLOCK = 1024
END = b"\x80"


class Note(Row):
    """One attendee's own words in one phase; the mark of the last save tells a repeated one from a new one."""

    attendee = models.ForeignKey(Attendee, models.CASCADE, related_name="notes")
    phase = models.ForeignKey(MeetingPhase, models.CASCADE, related_name="+")
    sealed = models.BinaryField()
    version = models.PositiveIntegerField(default=1)
    save_mark = models.UUIDField(null=True)

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["attendee", "phase"], name="one_note_a_phase")]

    def words(self, key: str) -> str:
        """What was written, for the key that sealed it; nothing for any other."""
        try:
            plain = SecretBox(_secret(key)).decrypt(bytes(self.sealed))
        except (CryptoError, ValueError):
            return ""
        return plain[: plain.rindex(END)].decode()


def sealed(words: str, key: str) -> bytes:
    """The words, filled up to whole blocks, so that only this key opens them."""
    plain = words.encode() + END
    plain += b"\x00" * (-len(plain) % BLOCK)
    return bytes(SecretBox(_secret(key)).encrypt(plain))


def _secret(key: str) -> bytes:
    return blake2b(key.encode(), digest_size=SecretBox.KEY_SIZE, person=b"sloyfe note").digest()
