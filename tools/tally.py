"""Counts what pytest reports."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree as ET

NOTHING_SELECTED = 5  # pytest's own exit code


@dataclass(frozen=True)
class Tally:
    """How many passed, failed and were skipped."""

    passed: int
    failed: int
    skipped: int = 0


def read_tally(counts: Path | None, exit_code: int) -> Tally:
    """The tally of a step: from pytest's report, or one check that went well or not."""
    if counts is None:
        return Tally(1, 0) if exit_code == 0 else Tally(0, 1)
    if not counts.exists():
        return Tally(0, 1)
    suites = list(ET.parse(counts).getroot().iter("testsuite"))  # noqa: S314 - pytest wrote it just now
    tests, failures, errors, skipped = (
        sum(int(suite.get(name, 0)) for suite in suites) for name in ("tests", "failures", "errors", "skipped")
    )
    failed = failures + errors
    if exit_code not in {0, NOTHING_SELECTED} and failed == 0:
        failed = 1  # pytest fell before or after the tests: never call that a success
    return Tally(max(0, tests - failures - errors - skipped), failed, skipped)


def skipped_lines(output: str) -> Iterator[str]:
    """Pytest's lines about skipped tests, since a test that did not run is not a test that passed."""
    yield from re.findall(r"^SKIPPED .*$", output, re.MULTILINE)
