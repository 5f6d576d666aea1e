"""`run.py restore FILE`: puts the database and the files of a backup in place. Stop Sløyfe first."""

import argparse
import json
import shutil
import sys
import tarfile
import tempfile
from pathlib import Path, PurePosixPath
from typing import Any

from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.db import connection
from tqdm import tqdm

from tools import own_words
from tools.backup import COPIES, FORMAT, MANIFEST, digest
from tools.preparation import start_django


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What to restore, and whether it may replace something."""
    parser.add_argument("file", type=Path, help="an archive that `run.py backup` wrote")
    parser.add_argument("--replace", action="store_true", help="replace the people and partnerships that are there now")
    parser.add_argument("--json", action="store_true", help="print the result as JSON")


def run(options: argparse.Namespace) -> int:
    """Checks the archive before anything is touched."""
    start_django()
    manifest = restore(options.file, replace=options.replace, quiet=options.json)
    about = {"file": str(options.file), "made_at": manifest["made_at"], "parts": len(manifest["parts"])}
    about |= {"missing": own_words.key_is_away()}
    said = f"Restored what {options.file} held at {about['made_at']}.\n{about['missing']}".rstrip()
    print(json.dumps(about) if options.json else said)
    return 0


def restore(file: Path, *, replace: bool = False, quiet: bool = False) -> dict[str, Any]:
    """Unpacks and verifies, then loads the database, brings it up to this version, and swaps the files."""
    if not replace and _is_in_use():
        sys.exit("There are people in this database already. To replace everything: run.py restore FILE --replace")
    files = Path(settings.FILE_DIR)
    with tempfile.TemporaryDirectory(dir=files.parent) as scratch:
        manifest = _unpack(file, Path(scratch), quiet=quiet)
        if manifest["database"] != connection.vendor:
            sys.exit(f"{file} was made from {manifest['database']}, but the database here is {connection.vendor}.")
        COPIES[connection.vendor].load(Path(scratch) / "database")
        call_command("migrate", interactive=False, verbosity=0)
        (Path(scratch) / "files").mkdir(exist_ok=True)
        if files.exists():
            files.rename(Path(scratch) / "files before")
        (Path(scratch) / "files").rename(files)
    return manifest


def _is_in_use() -> bool:
    """Whether somebody would miss what is in the database now."""
    people = apps.get_model("people", "Person")
    return people._meta.db_table in connection.introspection.table_names() and people.objects.exists()


def _unpack(file: Path, target: Path, *, quiet: bool) -> dict[str, Any]:
    """Takes out plain files under the two known names, and compares every one with the manifest."""
    try:
        with tarfile.open(file, "r:*") as archive:
            for member in tqdm(archive, unit="file", disable=quiet or None):
                _take_out(archive, member, target)
        manifest: dict[str, Any] = json.loads((target / MANIFEST).read_text(encoding="utf-8"))
    except (OSError, EOFError, tarfile.TarError, ValueError) as error:
        sys.exit(f"{file} is not a whole backup ({error}). Nothing has been changed.")
    if manifest["format"] != FORMAT:
        sys.exit(f"{file} has format {manifest['format']}; this version reads format {FORMAT}.")
    for name, expected in manifest["parts"].items():
        part = target / name
        if not part.is_file() or digest(part) != expected:
            sys.exit(f"{name} in {file} is damaged or missing. Nothing has been changed.")
    return manifest


def _take_out(archive: tarfile.TarFile, member: tarfile.TarInfo, target: Path) -> None:
    name = PurePosixPath(member.name)
    known = name.parts[:1] in {("database",), ("files",)} or member.name == MANIFEST
    if not member.isfile() or not known or ".." in name.parts:
        raise tarfile.TarError(f"unexpected entry {member.name}")
    source = archive.extractfile(member)
    part = target.joinpath(*name.parts)
    part.parent.mkdir(parents=True, exist_ok=True)
    with part.open("wb") as out:
        shutil.copyfileobj(source or sys.exit(f"{member.name} cannot be read."), out)
