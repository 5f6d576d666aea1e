"""docs/running.md knows every setting and every subcommand it speaks of."""

import re
from pathlib import Path

from tools.commands import COMMANDS

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "running.md").read_text(encoding="utf-8")
SETTINGS = (ROOT / "sloyfe" / "site" / "settings.py").read_text(encoding="utf-8")
NAME = r"\b(?:SLOYFE_[A-Z_]+|DATABASE_URL|PORT)\b"


def test_every_setting_is_explained_and_none_is_made_up():
    read = set(re.findall(rf'\(\s*"({NAME})"', SETTINGS))
    rows = "\n".join(line for line in PAGE.splitlines() if line.startswith("| `"))
    explained = set(re.findall(rf"`({NAME})`", "\n".join(row.split("|")[1] for row in rows.splitlines())))

    assert explained == read


def test_every_subcommand_it_shows_exists():
    shown = set(re.findall(r"run\.py ([a-z][a-z-]*)", PAGE))

    assert shown - {command.name for command in COMMANDS} == set()
