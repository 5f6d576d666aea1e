"""The search itself: a word is found whatever it is wrapped in, so that finding nothing means something."""

import base64
import gzip
import html
import io
import json
import tarfile
import zipfile
import zlib
from collections.abc import Callable

import pytest

from tests.secrecy.needles import holds

WORD = "zqhemmelig7x"


def zipped(plain: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("word/document.xml", plain)
    return file.getvalue()


def archived(plain: bytes) -> bytes:
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode="w:gz") as archive:
        about = tarfile.TarInfo("database.sqlite3")
        about.size = len(plain)
        archive.addfile(about, io.BytesIO(plain))
    return file.getvalue()


WRAPPINGS: dict[str, Callable[[bytes], bytes]] = {
    "plain": bytes,
    "capitals": bytes.upper,
    "base64": base64.b64encode,
    "hex": lambda plain: plain.hex().encode(),
    "JSON": lambda plain: json.dumps(plain.decode()).encode(),
    "HTML": lambda plain: html.escape(plain.decode()).encode("ascii", "xmlcharrefreplace"),
    "HTML, all of it": lambda plain: "".join(f"&#{ord(letter)};" for letter in plain.decode()).encode(),
    "an address": lambda plain: "".join(f"%{byte:02X}" for byte in plain).encode(),
    "wide": lambda plain: plain.decode().encode("utf-16"),
    "deflated": zlib.compress,
    "gzip": gzip.compress,
    "a Word file": zipped,
    "a backup": archived,
}


@pytest.mark.parametrize("wrapping", WRAPPINGS)
@pytest.mark.parametrize("before", ["", "a", "ab"])
def test_a_word_is_found_whatever_it_is_wrapped_in(wrapping: str, before: str):
    wrap = WRAPPINGS[wrapping]

    assert holds(wrap(f"{before}{WORD} på øya".encode()), WORD)
    assert not holds(wrap(f"{before} på øya".encode()), WORD)
