"""Free text measured: concepts in both standards, keywords, and suggested codes."""

from argparse import Namespace
from collections.abc import Iterator
from typing import Any

from benchmarks.alike_measured import merging
from benchmarks.coding_measured import coding
from benchmarks.concepts_measured import concepts
from benchmarks.keyness_measured import keyness


def themes(_options: Namespace) -> dict[str, Any]:
    """Each part beside what it was to reach."""
    found = {"concepts": concepts(), "keywords": keyness(), "codes": coding(), "alike": merging()}
    return {**found, "lines": [*_lines(found)]}


def _lines(found: dict[str, Any]) -> Iterator[str]:
    yield "forms joined / joins that are right (UD test), and what our own texts share in both standards, per cent"
    for one in found["concepts"]:
        nb, nn = ("{} / {}".format(*one[language]) for language in ("nb", "nn"))
        yield f"  {one['method']:<26} nb {nb:<14} nn {nn:<14} {one['same in both standards']}"
    headings = {
        "alike": "made-up comments that say the same, in both standards and with slips",
        "keywords": "keywords of them, drawn again",
        "codes": "suggested codes of them",
    }
    for name, heading in headings.items():
        yield heading
        for one in found[name]:
            yield "  " + ", ".join(f"{what} {value}" for what, value in one.items())
