"""Nothing is promised on a page that no test quotes."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from sloyfe.algorithms.tests.promised import PAGES

TESTS = Path(__file__).resolve().parent


def quoted(page: str) -> Iterator[str]:
    """What tests quote from a page."""
    for path in TESTS.glob("test_*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        named = {
            target.id: node.value.value
            for node in tree.body
            if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant)
            for target in node.targets
            if isinstance(target, ast.Name)
        }
        for call in ast.walk(tree):
            if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id == "promised":
                where, sentence = call.args
                if isinstance(where, ast.Name) and named[where.id] == page and isinstance(sentence, ast.Constant):
                    yield str(sentence.value)


@pytest.mark.parametrize("page", ["grouping", "rotation", "prioritisation"])
def test_every_promise_is_quoted_by_a_test(page):
    text = (PAGES / f"{page}.md").read_text(encoding="utf-8")
    section = text.split("## What is promised")[1].split("\n## ")[0]
    promises = re.split(r"\n(?:-|\d+\.) ", section.split("\n\n")[1].join(("\n", "")))[1:]
    fragments = sorted(quoted(page), key=len, reverse=True)

    assert promises
    for promise in promises:
        left = " ".join(promise.split())
        for fragment in fragments:
            left = left.replace(fragment, "")
        assert not re.sub(r"\band\b|\W", "", left), f"no test quotes: {left}"
