"""Compiles the catalogues of translations; polib does it, so that no system tool is needed."""

from collections.abc import Iterator
from pathlib import Path

import polib

from tools.environment import ROOT


def catalogues() -> Iterator[Path]:
    """Every .po file of ours."""
    yield from sorted((ROOT / "sloyfe").glob("**/locale/*/LC_MESSAGES/django.po"))


def compile_catalogues() -> int:
    """Writes the .mo beside each .po that is newer; returns how many were written."""
    written = 0
    for source in catalogues():
        target = source.with_suffix(".mo")
        if target.exists() and target.stat().st_mtime >= source.stat().st_mtime:
            continue
        unfinished = target.with_suffix(".part")
        polib.pofile(str(source)).save_as_mofile(str(unfinished))
        unfinished.replace(target)  # a server that starts meanwhile never reads half a file
        written += 1
    return written
