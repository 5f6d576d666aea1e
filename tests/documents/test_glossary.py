"""The glossary and the code name the same things."""

import re
from pathlib import Path

from django.apps import apps

ROOT = Path(__file__).resolve().parents[2]
ROW = re.compile(r"^\| (?P<norsk>[^|]+) \| `(?P<name>\w+)` \| (?P<where>[\w/]+) \|", re.MULTILINE)


def named() -> set[tuple[str, str]]:
    text = (ROOT / "GLOSSARY.md").read_text(encoding="utf-8")
    return {(row["name"], row["where"]) for row in ROW.finditer(text)}


def tables() -> set[tuple[str, str]]:
    ours = [config for config in apps.get_app_configs() if config.name.startswith("sloyfe.")]
    return {
        (model.__name__, config.name.removeprefix("sloyfe.").replace(".", "/"))
        for config in ours
        for model in config.get_models()
    }


def test_every_table_is_in_the_glossary():
    assert tables() - named() == set()


def test_every_name_in_the_glossary_is_a_class_in_its_folder():
    missing = {
        (name, where)
        for name, where in named() - tables()
        if not any(f"class {name}" in path.read_text() for path in (ROOT / "sloyfe" / where).rglob("*.py"))
    }

    assert missing == set()


def test_there_is_no_vote():
    words = [
        path for path in (ROOT / "sloyfe").rglob("*.py") if re.search(r"class \w*Vote|avstemming", path.read_text())
    ]

    assert words == []
