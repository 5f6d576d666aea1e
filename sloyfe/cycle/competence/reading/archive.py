"""Zip files from strangers: opened in memory, never unpacked to where they say, and never beyond a limit."""

import stat
import struct
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from io import BytesIO
from lzma import LZMAError
from pathlib import PurePosixPath
from unicodedata import normalize
from zipfile import BadZipFile, ZipFile, ZipInfo

from django.utils.translation import gettext_lazy as _

from sloyfe.cycle.competence.markup.notes import Defect, Notes
from sloyfe.kit.refusal import Refusal

MEGABYTE = 1 << 20
MOST_FILES = 20_000
MOST_BYTES = 1024 * MEGABYTE
MOST_IN_ONE = 512 * MEGABYTE
MOST_TEXT = 32 * MEGABYTE
RATIO, RATIO_FROM = 200, 4 * MEGABYTE
# What the standard library raises when it meets a zip file that is not one, or not any more.
BROKEN = (
    BadZipFile, zlib.error, LZMAError, struct.error, EOFError, OSError, ValueError, NotImplementedError, OverflowError,
)  # fmt: skip
MANIFESTS = ("imsmanifest.xml", "package.json")
JUNK = ("__MACOSX/", ".DS_Store", "Thumbs.db", "desktop.ini")


class BadArchive(Refusal):
    """The archive cannot be read, or should not be."""

    status = 422


class Truncated(BadArchive):
    sentence = _("Fila er ikke en hel zip-fil. Kanskje ble nedlastingen avbrutt. Hent pakken på nytt.")


class Damaged(BadArchive):
    sentence = _("En fil i pakken er skadet. Hent pakken på nytt der den kommer fra.")


class OutsidePath(BadArchive):
    sentence = _("Pakken inneholder et filnavn som peker ut av pakken. Den blir ikke lest.")


class TooLarge(BadArchive):
    sentence = _("Pakken er for stor, eller den svulmer opp når den pakkes ut. Den blir ikke lest.")


class TooMany(BadArchive):
    sentence = _("Pakken inneholder for mange filer. Del den opp, og les inn en del om gangen.")


class Locked(BadArchive):
    sentence = _("Pakken er låst med passord. Lagre den uten passord, og prøv igjen.")


class Nested(BadArchive):
    sentence = _("Zip-fila inneholder bare andre zip-filer. Pakk den ut, og les inn én pakke om gangen.")


class NoManifest(BadArchive):
    sentence = _("Zip-fila mangler imsmanifest.xml, så vi vet ikke hva som hører sammen. Eksporter pakken på nytt.")


@dataclass
class Archive:
    """The files of a zip by their names inside the package."""

    zip: ZipFile
    entries: Mapping[str, ZipInfo]
    junk: tuple[str, ...] = ()
    root: str = ""
    spent: int = field(default=0)

    def __contains__(self, name: str) -> bool:
        return self.root + name in self.entries

    def names(self) -> Iterator[str]:
        """All files, as named from the package's root."""
        return (name.removeprefix(self.root) for name in self.entries if name.startswith(self.root))

    def size(self, name: str) -> int:
        return self.entries[self.root + name].file_size

    def read(self, name: str, most: int = MOST_TEXT) -> bytes:
        """A file's bytes; what a header says of its length is not believed."""
        try:
            with self.zip.open(self.entries[self.root + name]) as file:
                content = file.read(most + 1)
        except BROKEN as error:
            raise Damaged from error
        except RuntimeError as error:
            raise Locked from error
        self.spent += len(content)
        if len(content) > most or self.spent > MOST_BYTES:
            raise TooLarge
        return content


def open_archive(content: bytes, notes: Notes) -> Archive:
    """Opens a zip and looks at every name and number in it before anything is read."""
    try:
        opened = ZipFile(BytesIO(content))
        infos = opened.infolist()
    except BROKEN as error:
        raise Truncated from error
    _refuse_bombs(infos, len(content))
    entries: dict[str, ZipInfo] = {}
    junk: list[str] = []
    for info in infos:
        name = safe_name(info, notes)
        if not name:
            continue
        if name.startswith(JUNK) or PurePosixPath(name).name in JUNK or PurePosixPath(name).name.startswith("._"):
            junk.append(name)
        elif name in entries:
            notes.remark(Defect.FILE_TWICE, quote=name)
        else:
            entries[name] = info
    return _rooted(Archive(opened, entries, tuple(junk)))


def safe_name(info: ZipInfo, notes: Notes) -> str:
    """The name with `/` between its parts; refuses those that lead out. A folder has none."""
    written = normalize("NFC", _unflagged(info))
    name = written.replace("\\", "/")
    parts = PurePosixPath(name).parts
    leads_out = ".." in parts or name.startswith("/") or (len(name) > 1 and name[1] == ":") or "\x00" in name
    if leads_out or stat.S_ISLNK(info.external_attr >> 16):
        raise OutsidePath
    if name != written:
        notes.remark(Defect.NAMES_MENDED, quote=written)
    return "" if name.endswith("/") or not parts else "/".join(part for part in parts if part != ".")


def _unflagged(info: ZipInfo) -> str:
    """The name in the letters it was written in: many write UTF-8 without saying so."""
    name = info.orig_filename.rstrip("\x00")
    if info.flag_bits & 0x800:
        return name
    try:
        return name.encode("cp437").decode("utf-8")
    except UnicodeError:
        return name


def _refuse_bombs(infos: list[ZipInfo], length: int) -> None:
    if len(infos) > MOST_FILES:
        raise TooMany
    if any(info.flag_bits & 1 for info in infos):
        raise Locked
    total = sum(info.file_size for info in infos)
    packed = sum(info.compress_size for info in infos)
    swollen = any(info.file_size > max(RATIO_FROM, RATIO * max(info.compress_size, 1)) for info in infos)
    overlapping = packed > length
    if total > MOST_BYTES or swollen or overlapping or any(info.file_size > MOST_IN_ONE for info in infos):
        raise TooLarge


def _rooted(archive: Archive) -> Archive:
    """Where the manifest lies: at the root, or in the one folder that somebody packed around it."""
    if any(name in archive.entries for name in MANIFESTS):
        return archive
    for manifest in MANIFESTS:
        found = next((name for name in archive.entries if name.count("/") == 1 and name.endswith(f"/{manifest}")), "")
        if found:
            archive.root = found.removesuffix(manifest)
            return archive
    if archive.entries and all(name.lower().endswith((".zip", ".imscc")) for name in archive.entries):
        raise Nested
    if any(name.lower().endswith(".json") for name in archive.entries):
        return archive
    raise NoManifest
