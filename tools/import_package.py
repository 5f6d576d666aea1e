"""`run.py import-package`: reads a competence package and tells what is in it, what was taken out, what looks wrong.

With `--into` it is also stored, which is how a package comes in that is larger than a browser may send.
"""

import argparse
import json
import sys
from collections import Counter
from pathlib import Path
from typing import Any

from django.utils import timezone

from sloyfe.cycle.competence.reading.doors import read_package
from sloyfe.cycle.competence.reading.reporting import report_on
from sloyfe.cycle.competence.reading.telling import in_both, tell
from sloyfe.kit.refusal import Refusal
from tools.catalogues import compile_catalogues
from tools.preparation import start_django


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What to read, and how to tell of it."""
    parser.add_argument("path", type=Path, help="a cartridge (.imscc, .zip), the portal's JSON, HTML or plain text")
    parser.add_argument("--dry-run", action="store_true", help="only read and report; so it is without --into")
    parser.add_argument("--into", metavar="SLUG", help="also store it as the next version in this partnership")
    parser.add_argument("--by", metavar="E-MAIL", help="with --into: the person who answers for it")
    parser.add_argument("--json", action="store_true", help="the whole report as JSON")


def run(options: argparse.Namespace) -> int:
    """Prints the report; a refusal is a sentence in both languages and exit code 2."""
    compile_catalogues()
    start_django()
    try:
        content = options.path.read_bytes()
        told = tell(report_on(read_package(content, options.path.name)))
        if options.into and not options.dry_run:
            told |= {"stored": _store(content, options)}
    except OSError as error:
        print(error, file=sys.stderr)
        return 2
    except Refusal as refusal:
        said = in_both(refusal.sentence)
        for language, sentence in said.items():
            print(f"{language}: {sentence}", file=sys.stderr)
        if options.json:
            print(json.dumps({"refused": said}, ensure_ascii=False))
        return 2
    if "stored" in told and not options.json:
        print(told["stored"])
    print(json.dumps(told, ensure_ascii=False, indent=2) if options.json else summed_up(told))
    return 0


def _store(content: bytes, options: argparse.Namespace) -> str:
    """As the next version; what is missing ends with a sentence."""
    from sloyfe.access.models import Space  # noqa: PLC0415 - tables exist only once Django has started
    from sloyfe.cycle.competence.actions import imports  # noqa: PLC0415 - the same
    from sloyfe.people.models import Person  # noqa: PLC0415 - the same

    space = Space.objects.filter(slug=options.into, parent=None).first()
    person = Person.objects.filter(email=options.by or "").first()
    if space is None or person is None:
        raise SystemExit("--into takes the slug of a partnership, and --by the e-mail of somebody who has an account.")
    now = timezone.now()
    run = imports.keep_file(space, content, options.path.name, by=person, at=now)
    version = imports.carry_out(run, at=now)
    return f"stored as version {version.number} of “{version.package}” in {space.slug}"


def summed_up(told: dict[str, Any]) -> str:
    """The report on a screen: the whole, each page in a line, and each class of remark with its sentence."""
    pages = [_line(page) for page in told["pages"]]
    defects = [f"  {each['times']:>4} × {each['nb']}" for each in told["defects"].values()]
    blocks: Counter[str] = Counter()
    for page in told["pages"]:
        blocks.update(page["blocks"])
    return "\n".join(
        [
            f"{_title(told['title'])} ({told['format']} {told['version']})".replace(" )", ")"),
            f"{told['modules']} modules, {told['items']} items, {len(pages)} pages, {len(told['assets'])} files",
            f"languages {', '.join(told['languages']) or 'not said'}; licence {told['licence']['code'] or 'not said'}",
            "blocks: " + ", ".join(f"{times} {kind}" for kind, times in sorted(blocks.items())),
            *pages,
            *(["remarks:", *defects] if defects else []),
        ]
    )


def _line(page: dict[str, Any]) -> str:
    words = " ".join(f"{language} {number}" for language, number in sorted(page["words"].items()))
    marks = "" if page["state"] == "published" else f" [{page['state']}]"
    marks += "" if page["audience"]["readers"] == "everyone" else f" [{page['audience']['readers']}]"
    return f"  {page['kind']}: {_title(page['title'])}{marks}; words {words or 0}; remarks {len(page['remarks'])}"


def _title(title: dict[str, str] | str) -> str:
    return title if isinstance(title, str) else " | ".join(title.values())
