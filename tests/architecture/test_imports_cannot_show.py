"""What import contracts cannot see: string foreign keys, reverse names, views that declare nothing, lazy imports."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.apps import apps
from django.db.models import Field, ForeignKey
from django.urls import URLPattern, URLResolver, get_resolver

ROOT = Path(__file__).resolve().parents[2]
FLOORS = ("kit", "people", "access", "live", "organisations", "documents", "surveys", "cycle", "site")
CYCLE = ("partnership", "needs", "plan", "networks", "competence", "meetings", "loops", "sharing", "evaluation")
OUR_APPS = [config for config in apps.get_app_configs() if config.name.startswith("sloyfe.")]
SOURCES = [
    path
    for path in (ROOT / "sloyfe").rglob("*.py")
    if "migrations" not in path.parts and "tests" not in path.parts and "node_modules" not in path.parts
]


def height(app_name: str) -> tuple[int, int]:
    """Which floor an app lies on and, in the cycle, which step of the staircase."""
    parts = app_name.split(".")
    return FLOORS.index(parts[1]), CYCLE.index(parts[2]) if parts[1] == "cycle" else 0


def foreign_keys() -> Iterator[tuple[str, Field, str]]:
    for config in OUR_APPS:
        for model in config.get_models():
            for field in model._meta.local_fields:
                if isinstance(field, ForeignKey):
                    yield config.name, field, apps.get_app_config(field.related_model._meta.app_label).name


def test_foreign_keys_point_down_the_staircase():
    upward = [
        str(field)
        for ours, field, theirs in foreign_keys()
        if theirs.startswith("sloyfe.") and height(theirs) > height(ours)
    ]

    assert upward == []


def test_across_stations_no_foreign_key_leaves_a_reverse_name():
    named = [
        str(field)
        for ours, field, theirs in foreign_keys()
        if ours != theirs and "cycle" in ours and field.remote_field.related_name != "+"
    ]

    assert named == []


def views(patterns: list[URLPattern | URLResolver], before: str = "") -> Iterator[tuple[str, object]]:
    for pattern in patterns:
        route = before + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from views(pattern.url_patterns, route)
        else:
            yield route, pattern.callback


def test_every_view_declares_who_may():
    silent = [route for route, view in views(get_resolver().url_patterns) if not hasattr(view, "declares")]

    assert silent == []


def test_every_address_is_a_noun():
    verbs = (
        "ny-",
        "slett",
        "lagre",
        "lukk/",
        "apne",
        "signer",
        "rediger",
        "endre",
        "send",
        "fjern/",
        "avslutt/",
        "delete",
    )
    doing = [route for route, _view in views(get_resolver().url_patterns) if any(f"/{verb}" in route for verb in verbs)]

    assert doing == []


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_import_hides_in_a_function_and_no_signal_is_received(path: Path):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
    hidden = [
        node.lineno
        for function in functions
        for node in ast.walk(function)
        if isinstance(node, ast.Import | ast.ImportFrom)
    ]
    received = [node.lineno for node in ast.walk(tree) if isinstance(node, ast.Name) and node.id == "receiver"]

    assert (hidden, received) == ([], [])


def test_the_day_of_an_instant_is_the_day_in_norway():
    """Instants are kept in UTC: for an hour or two every night their own date is yesterday's."""
    instant = re.compile(r"\b(?:at|now|begun|begins|ends|\w+_at)\.date\(\)")
    wrong = [path.name for path in SOURCES if instant.search(path.read_text(encoding="utf-8"))]

    assert wrong == []


def test_files_fit_in_memory_and_functions_on_a_screen():
    sources = {str(path.relative_to(ROOT)): path.read_text(encoding="utf-8") for path in SOURCES}
    long_files = [name for name, text in sources.items() if text.count("\n") > 200]
    long_functions = [
        f"{name}:{node.name}"
        for name, text in sources.items()
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.FunctionDef) and (node.end_lineno or 0) - node.lineno >= 50
    ]

    assert (long_files, long_functions) == ([], [])
