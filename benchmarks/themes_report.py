"""Free text measured: concepts in both standards, and keywords."""

from argparse import Namespace
from collections.abc import Iterator
from typing import Any

from benchmarks.concepts_measured import concepts
from benchmarks.keyness_measured import keyness


def themes(_options: Namespace) -> dict[str, Any]:
    """Each part beside what it was to reach."""
    found = {"concepts": concepts(), "keywords": keyness()}
    return {**found, "lines": [*_lines(found)]}


def _lines(found: dict[str, Any]) -> Iterator[str]:
    yield "forms joined / joins that are right (UD test), and what our own texts share in both standards, per cent"
    for one in found["concepts"]:
        nb, nn = ("{} / {}".format(*one[language]) for language in ("nb", "nn"))
        yield f"  {one['method']:<26} nb {nb:<14} nn {nn:<14} {one['same in both standards']}"
    yield "keywords of made-up comments, drawn again"
    for one in found["keywords"]:
        yield "  " + ", ".join(f"{name} {value}" for name, value in one.items())
