"""Brings a data folder up to the code: catalogues, tables, static files and, in the demo, somebody to meet."""

import hashlib
import os
import sys
from collections.abc import Iterable
from pathlib import Path

import django
from django.apps import apps
from django.conf import settings
from django.core.management import call_command, get_commands

from tools.catalogues import compile_catalogues
from tools.environment import ROOT, say
from tools.front_end import prepare_front_end

SETTINGS = "sloyfe.site.settings"


def prepare_code() -> None:
    """Everything that hangs on the code alone: packages for the pages and catalogues."""
    prepare_front_end()
    compile_catalogues()


def start_django(*, demo: bool = False) -> None:
    """Reads the settings, in the demo or not, in this process and in those it starts."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", SETTINGS)
    if demo:
        os.environ["SLOYFE_DEMO"] = "1"
    # A developer's changes show at once; others get names with a hash in them, kept for ever by the browser.
    if os.environ.get("SLOYFE_DEBUG", "") in {"", "0"}:
        os.environ["SLOYFE_COLLECTED"] = "1"
    django.setup()


def prepare_data() -> None:
    """Makes the tables and collects the static files; quick when nothing has changed."""
    say("Brings the database up to date")
    call_command("migrate", interactive=False, verbosity=0)
    collect_static()


def prepare_passing_data() -> None:
    """The same for a folder that nobody keeps: tables straight from the models, a quarter of a minute quicker."""
    from django.test.utils import override_settings  # noqa: PLC0415 - only where something is tried

    straight = {app.label: None for app in apps.get_app_configs()}
    with override_settings(MIGRATION_MODULES=straight):
        call_command("migrate", interactive=False, verbosity=0, run_syncdb=True)
    collect_static()


def collect_static() -> None:
    """Collects and compresses the static files when one of them has changed."""
    if not settings.COLLECTED:
        return
    mark = Path(settings.STATIC_ROOT) / ".stamp"
    now = fingerprint((ROOT / "sloyfe").glob("**/static/**/*"))
    if mark.exists() and mark.read_text() == now:
        return
    say("Collects the static files")
    call_command("collectstatic", interactive=False, verbosity=0, clear=True)
    mark.write_text(now)


def fingerprint(files: Iterable[Path]) -> str:
    """Changes when a file is added, removed or written."""
    digest = hashlib.sha256()
    for file in sorted(files):
        if file.is_file():
            about = file.stat()
            digest.update(f"{file.relative_to(ROOT)}|{about.st_size}|{about.st_mtime_ns}\n".encode())
    return digest.hexdigest()


def prepare_demo() -> None:
    """Fills an empty database with the demo network; refuses to open a real one to demo visitors."""
    mark = Path(settings.DATA_DIR) / "demo"
    empty = not apps.get_model("people", "Person").objects.exists()
    if not empty and not mark.exists():
        sys.exit(
            f"{settings.DATA_DIR} holds people who are not from the demo, and in the demo anybody can sign in as "
            "anybody. Use: python3 run.py serve. Or point SLOYFE_DATA at another folder for the demo."
        )
    if empty and "load_demo" in get_commands():
        mark.write_text("Everybody may sign in as anybody here.\n", encoding="utf-8")
        say("Loads the demo network")
        call_command("load_demo")
