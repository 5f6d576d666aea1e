"""Sealed envelopes: a key pair for each wave, whose private half never comes near the database."""

import json
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any
from uuid import UUID

from django.conf import settings
from nacl.exceptions import CryptoError
from nacl.public import PrivateKey, PublicKey, SealedBox

from sloyfe.kit import private_files
from sloyfe.surveys.sheet import Sheet

BLOCK = 1024


class KeyLost(Exception):  # noqa: N818 - a state of the world that closing must tell of
    """The private key of a wave is gone, or is not the one the envelopes were sealed for."""


def make_key(wave: UUID) -> bytes:
    """Make a key pair, keep the private half in its own file, and give back the public half."""
    key = PrivateKey.generate()
    private_files.keep(_key_path(wave), bytes(key))
    return bytes(key.public_key)


def destroy_key(wave: UUID) -> None:
    """Write over the private key and remove it; nothing happens when it is gone already."""
    private_files.destroy(_key_path(wave))


def key_stands(wave: UUID, public_key: bytes) -> bool:
    """Whether the private key is there and belongs to this public half: else an answer could never be opened."""
    try:
        return bytes(PrivateKey(_key_path(wave).read_bytes()).public_key) == public_key
    except (OSError, CryptoError, ValueError, TypeError):
        return False


def envelope_size(sheet: Sheet) -> int:
    """One size that holds every possible answer to this questionnaire, in whole blocks."""
    room = sum(question.room for question in sheet.questions)
    return BLOCK * -(-(room + BLOCK) // BLOCK)


def seal(letter: Mapping[str, Any], public_key: bytes, size: int) -> bytes:
    """Pad the letter to `size` and seal it so that only the wave's private key opens it."""
    plain = json.dumps(letter, ensure_ascii=False, separators=(",", ":")).encode()
    if len(plain) > size:
        raise ValueError("the letter is larger than its envelope")
    return SealedBox(PublicKey(public_key)).encrypt(plain.ljust(size))


def open_all(wave: UUID, sealed: list[bytes]) -> list[dict[str, Any]]:
    """Open the envelopes of a wave; one that has been damaged is left out, but a lost key loses them all."""
    try:
        box = SealedBox(PrivateKey(_key_path(wave).read_bytes()))
    except (OSError, CryptoError, ValueError, TypeError) as error:
        raise KeyLost from error
    letters = []
    for one in sealed:
        with suppress(CryptoError):
            letters.append(json.loads(box.decrypt(one)))
    if sealed and not letters:
        raise KeyLost
    return letters


def _key_path(wave: UUID) -> Path:
    return Path(settings.KEY_DIR) / f"{wave}.key"
