"""`run.py texts`: brings every nynorsk catalogue up to date with the words that code and templates use."""

import argparse
import io
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import polib
from babel.messages.extract import extract
from django.utils.translation.template import templatize
from tqdm import tqdm

from tools.environment import ROOT
from tools.preparation import start_django

PRODUCT = ROOT / "sloyfe"
LANGUAGE = "nn"
LEFT_OUT = {"tests", "migrations", "static", "locale", "__pycache__"}
# How the functions of gettext take their words: position of singular, plural and context.
SHAPES: dict[str, Any] = {
    "gettext": None,
    "ngettext": (1, 2),
    "pgettext": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}
KEYWORDS = {"_": None} | {name + end: shape for name, shape in SHAPES.items() for end in ("", "_lazy", "_noop")}

Key = tuple[str, str]  # context and singular


@dataclass
class Use:
    """One text that the product shows, and where."""

    plural: str = ""
    files: set[str] = field(default_factory=set)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """One app while you write it, or all of them."""
    parser.add_argument("app", nargs="*", help="only these, as in: needs plan (default: all)")
    parser.add_argument("--check", action="store_true", help="write nothing; fail when a text lacks its nynorsk")
    parser.add_argument("--json", action="store_true", help="print the result as JSON")


def run(options: argparse.Namespace) -> int:
    """Adds what is new with an empty translation, removes what is no longer used, and counts what is left to do."""
    start_django()
    left: dict[str, list[str]] = {}
    roots = [root for root in catalogue_roots() if not options.app or root.name in options.app]
    for root in tqdm(roots, unit="app", disable=options.json or None):
        used = texts_in(root)
        catalogue = bring_up_to_date(read_catalogue(root), used)
        if not options.check and (used or catalogue_file(root).exists()):
            write_catalogue(root, catalogue)
        missing = [entry.msgid for entry in catalogue if not is_translated(entry)]
        if missing:
            left[root.relative_to(PRODUCT).as_posix()] = missing
    if options.json:
        print(json.dumps(left, ensure_ascii=False, indent=2))
    else:
        for name, missing in left.items():
            print(f"{name}: {len(missing)} without nynorsk")
    return 1 if options.check and left else 0


def catalogue_roots() -> Iterator[Path]:
    """The folders with a catalogue of their own: every app, and every floor that is not an app."""
    apps = {file.parent for file in PRODUCT.glob("**/apps.py")}
    floors = {folder for folder in PRODUCT.iterdir() if (folder / "__init__.py").exists()}
    yield from sorted(apps | {folder for folder in floors if folder.name != "cycle"})


def texts_in(root: Path) -> dict[Key, Use]:
    """Every text marked for translation in the Python files and templates of one app."""
    inner = [other for other in catalogue_roots() if other != root and root in other.parents]
    used: dict[Key, Use] = {}
    for file in sorted([*root.glob("**/*.py"), *root.glob("**/templates/**/*.*")]):
        if LEFT_OUT.intersection(file.relative_to(root).parts) or any(other in file.parents for other in inner):
            continue
        for key, plural in texts_of(file):
            use = used.setdefault(key, Use())
            use.plural = use.plural or plural
            use.files.add(file.relative_to(ROOT).as_posix())
    return used


def texts_of(file: Path) -> Iterator[tuple[Key, str]]:
    """The texts of one file, each with its plural or an empty string."""
    source = file.read_text(encoding="utf-8")
    if file.suffix != ".py":
        # Django turns a template into something like Python; without indentation it tokenises as such.
        source = "\n".join(line.strip() for line in templatize(source, origin=str(file)).splitlines())
    for _line, words, _comments, context in extract("python", io.BytesIO(source.encode()), KEYWORDS):
        singular, plural = (words, "") if isinstance(words, str) else (words[0], words[-1])
        yield (context or "", singular), plural


def bring_up_to_date(catalogue: polib.POFile, used: dict[Key, Use]) -> polib.POFile:
    """The same translations, for exactly the texts that are in use."""
    before = {(entry.msgctxt or "", entry.msgid): entry for entry in catalogue if not entry.obsolete}
    after = polib.POFile(wrapwidth=110)
    after.metadata = HEADER
    for key, use in sorted(used.items(), key=lambda item: (min(item[1].files), item[0])):
        entry = before.get(key) or polib.POEntry(msgctxt=key[0] or None, msgid=key[1])
        entry.occurrences = [(file, "") for file in sorted(use.files)]
        if use.plural and entry.msgid_plural != use.plural:
            entry.msgid_plural, entry.msgstr = use.plural, ""
            entry.msgstr_plural = {0: "", 1: ""}
        after.append(entry)
    return after


def is_translated(entry: polib.POEntry) -> bool:
    """Whether there is something to read in every form, and nobody has marked it as a guess."""
    forms = list(entry.msgstr_plural.values()) if entry.msgid_plural else [entry.msgstr]
    return bool(forms) and all(form.strip() for form in forms) and not entry.fuzzy


def catalogue_file(root: Path) -> Path:
    """Where the catalogue of an app is."""
    return root / "locale" / LANGUAGE / "LC_MESSAGES" / "django.po"


def read_catalogue(root: Path) -> polib.POFile:
    """The catalogue as it is, or an empty one."""
    file = catalogue_file(root)
    return polib.pofile(str(file)) if file.exists() else polib.POFile()


def write_catalogue(root: Path, catalogue: polib.POFile) -> None:
    """Writes it, unless nothing has changed."""
    file = catalogue_file(root)
    text = f"{catalogue}\n".replace("\n\n\n", "\n\n")
    if not file.exists() or file.read_text(encoding="utf-8") != text:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")


HEADER = {
    "Project-Id-Version": "Sløyfe",
    "Language": LANGUAGE,
    "MIME-Version": "1.0",
    "Content-Type": "text/plain; charset=UTF-8",
    "Content-Transfer-Encoding": "8bit",
    "Plural-Forms": "nplurals=2; plural=(n != 1);",
}
