"""`run.py backup FILE`: database and files in one archive, taken while Sløyfe runs.

The folder of keys is left out on purpose: a key that was destroyed when a survey closed must not come back with a
backup, and nobody who holds only a backup shall be able to open an answer that is still sealed, or an own note.
"""

import argparse
import hashlib
import json
import sys
import tarfile
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import connection
from tqdm import tqdm

from tools import own_words, postgres_copy, sqlite_copy
from tools.preparation import start_django

FORMAT = 1
MANIFEST = "manifest.json"
COPIES = {"sqlite": sqlite_copy, "postgresql": postgres_copy}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Where to put it."""
    parser.add_argument("file", type=Path, help="the archive to write, as in backup.tar.gz; must not exist yet")
    parser.add_argument("--json", action="store_true", help="print the result as JSON")


def run(options: argparse.Namespace) -> int:
    """Writes the archive and says what is in it."""
    start_django()
    if options.file.exists():
        sys.exit(f"{options.file} exists already; a backup never replaces another one.")
    manifest = back_up(options.file, quiet=options.json)
    size = options.file.stat().st_size
    about = {
        "file": str(options.file),
        "bytes": size,
        "database": manifest["database"],
        "parts": len(manifest["parts"]),
        "also_keep": own_words.keep_the_key(),
    }
    said = f"{options.file}: {size / 1e6:.1f} MB, {manifest['database']}\n{about['also_keep']}".rstrip()
    print(json.dumps(about) if options.json else said)
    return 0


def back_up(file: Path, *, quiet: bool = False) -> dict[str, Any]:
    """Copies the database first and the files after it, so that every file a row speaks of is there."""
    file.parent.mkdir(parents=True, exist_ok=True)
    unfinished = file.with_name(f"{file.name}.part")
    parts: dict[str, str] = {}
    with tempfile.TemporaryDirectory(dir=file.parent) as scratch, tarfile.open(unfinished, "w:gz") as archive:
        unfinished.chmod(0o600)
        COPIES[connection.vendor].save(Path(scratch))
        sources = _below(Path(scratch), "database") | _below(Path(settings.FILE_DIR), "files")
        for name, source in tqdm(sources.items(), unit="file", disable=quiet or None):
            parts[name] = digest(source)
            archive.add(source, name, recursive=False)
        now = datetime.now(UTC).isoformat(timespec="seconds")
        manifest = {"format": FORMAT, "database": connection.vendor, "made_at": now, "parts": parts}
        text = Path(scratch) / MANIFEST
        text.write_text(json.dumps(manifest, indent=1), encoding="utf-8")
        archive.add(text, MANIFEST)
    unfinished.replace(file)  # a backup that was stopped halfway never looks like one
    return manifest


def digest(file: Path) -> str:
    """The SHA-256 of a file, without holding it in memory."""
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _below(folder: Path, prefix: str) -> dict[str, Path]:
    """Every file below a folder, by its name in the archive; the keys are left out wherever somebody has put them."""
    keys = Path(settings.KEY_DIR).resolve()
    found = (file for file in sorted(folder.rglob("*")) if file.is_file() and not file.is_symlink())
    files = (file for file in found if keys not in file.resolve().parents)
    return {f"{prefix}/{file.relative_to(folder).as_posix()}": file for file in files}
