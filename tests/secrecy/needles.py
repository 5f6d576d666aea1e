"""How a word may look on its way out: looked for in every guise we know of, packed or not."""

import base64
import binascii
import gzip
import io
import tarfile
import zipfile
import zlib
from collections.abc import Iterator
from functools import cache
from urllib.parse import quote

from pikepdf import Stream

from sloyfe.documents.tests.reading import opened, pdf_text

TAR_GZ, ZIP, PDF = b"\x1f\x8b", b"PK\x03\x04", b"%PDF"


def holds(content: bytes, word: str) -> bool:
    """Whether the word is in there."""
    needles = guises(word)
    return any(needle in layer for layer in layers(content) for needle in needles)


@cache
def guises(word: str) -> list[bytes]:
    """As it is, in capitals, wide, in base64 from each of three places, in hex, and escaped in three ways."""
    plain = word.encode()
    found = [plain, word.upper().encode(), word.encode("utf-16-le"), word.encode("utf-16-be"), plain[::-1]]
    found += [binascii.hexlify(plain), binascii.hexlify(plain).upper(), quote(word).encode()]
    found += ["".join(f"\\u{ord(letter):04x}" for letter in word).encode()]
    found += [
        "".join(f"{sign}{ord(letter):{base}};" for letter in word).encode()
        for sign, base in (("&#", "d"), ("&#x", "x"))
    ]
    found += ["".join(f"%{ord(letter):02X}" for letter in word).encode()]
    for shift in range(3):
        # Only what does not depend on the neighbours.
        packed = base64.b64encode(b"\0" * shift + plain)
        kept = packed[(0, 2, 3)[shift] :].rstrip(b"=")[:-1]
        found += [kept, kept.replace(b"+", b"-").replace(b"/", b"_")]
    return list(dict.fromkeys(found))


def layers(content: bytes) -> Iterator[bytes]:
    """The bytes, and what is packed in them."""
    yield content
    if content.startswith(ZIP):
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            for name in packed.namelist():
                yield from layers(packed.read(name))
    elif content.startswith(TAR_GZ):
        plain = gzip.decompress(content)
        yield plain
        yield from _members(plain)
    elif content.startswith(PDF):
        yield pdf_text(content).encode()
        with opened(content) as pdf:
            yield from (each.read_bytes() for each in pdf.objects if isinstance(each, Stream))
    elif content[:1] == b"x":
        try:
            yield zlib.decompress(content)
        except zlib.error:
            return


def _members(plain: bytes) -> Iterator[bytes]:
    """What is in an archive, if it is one."""
    try:
        with tarfile.open(fileobj=io.BytesIO(plain)) as archive:
            files = [archive.extractfile(member) for member in archive.getmembers()]
            for content in [file.read() for file in files if file]:
                yield from layers(content)
    except tarfile.ReadError:
        return
