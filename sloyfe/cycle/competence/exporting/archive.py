"""Sløyfe's own archive: a zip that holds all there is of a package, the same bytes for the same package.

`package.json` says `format` and `version`, then the whole package under `package` (as `markup.codec` writes it), and
under `files` the path of every file with the name it lies under in the zip. `LES-MEG.txt` says the same to people.
"""

import json
import re
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import replace
from io import BytesIO
from pathlib import PurePosixPath
from typing import Any
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from sloyfe.cycle.competence.exporting.readme import README
from sloyfe.cycle.competence.markup.codec import to_plain
from sloyfe.cycle.competence.markup.packages import Format, PackageTree

FORMAT, VERSION = "sloyfe-package", 1
FACTS, READ_ME, FILES = "package.json", "LES-MEG.txt", "files/"
# A zip knows no time zones and no year before this.
DAY = (1980, 1, 1, 0, 0, 0)
ODD = re.compile(r"[^A-Za-z0-9._-]+")
LONGEST_NAME = 60
# What shrinks more than this looks like a bomb to those who open it.
SHRINKS = 50


def archive_of(tree: PackageTree, files: Mapping[str, bytes]) -> bytes:
    """The package and its files; reading it gives the same package, with `Format.OWN`."""
    names = named(files, FILES)
    facts: dict[str, Any] = {
        "format": FORMAT,
        "version": VERSION,
        "package": to_plain(_weighed(tree, files)),
        "files": [{"path": path, "name": name} for path, name in names.items()],
    }
    written = json.dumps(facts, ensure_ascii=False, indent=1).encode("utf-8", "surrogatepass")
    content = {FACTS: written, READ_ME: README.encode()} | {name: files[path] for path, name in names.items()}
    return zipped(content)


def zipped(content: Mapping[str, bytes]) -> bytes:
    """A zip of these files in this order, without anything of the day or the machine."""
    held = BytesIO()
    with ZipFile(held, "w") as opened:
        for name, each in content.items():
            info = ZipInfo(name, DAY)
            info.create_system, info.external_attr = 3, 0o644 << 16
            info.compress_type = ZIP_STORED if _shrinks_much(each) else ZIP_DEFLATED
            opened.writestr(info, each)
    return held.getvalue()


def _weighed(tree: PackageTree, files: Mapping[str, bytes]) -> PackageTree:
    """The package, each file in it with the size it has."""
    assets = (replace(asset, size=len(files[asset.path])) if asset.path in files else asset for asset in tree.assets)
    return replace(tree, format=Format.OWN, assets=tuple(assets))


def named(paths: Iterable[str], folder: str) -> dict[str, str]:
    """A name for each that any machine can unpack, with what people know the file by."""
    tails = [(path, PurePosixPath(path.replace("\\", "/")).name) for path in sorted(paths)]
    return {
        path: f"{folder}{number:04}-{ODD.sub('-', tail)[-LONGEST_NAME:]}"
        for number, (path, tail) in enumerate(tails, 1)
    }


def _shrinks_much(content: bytes) -> bool:
    return len(zlib.compress(content, 1)) * SHRINKS < len(content)
