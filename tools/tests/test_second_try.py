"""A journey that failed gets one more try, and is named."""

import sys
from pathlib import Path

import pytest

from tools.second_try import failed_lines, tally_of_both
from tools.tally import Tally
from tools.testing import Step, _run_step

FAILS_ONCE = """
import pathlib
def test_a_busy_machine():
    seen = pathlib.Path(__file__).with_name("seen")
    first = not seen.exists()
    seen.touch()
    assert {claim}
def test_steady():
    pass
"""


@pytest.mark.parametrize(("claim", "failed"), [("not first", 0), ("False", 1)])
def test_what_fails_twice_has_failed_and_what_fails_once_is_named(tmp_path: Path, claim: str, failed: int):
    (tmp_path / "test_it.py").write_text(FAILS_ONCE.format(claim=claim), "utf-8")
    none = tmp_path / "none.ini"
    none.write_text("[pytest]\n", "utf-8")
    counts = tmp_path / "counts.xml"
    options = [
        "-q",
        "-p",
        "no:django",
        "-c",
        str(none),
        f"--rootdir={tmp_path}",
        f"--junitxml={counts}",
    ]
    cache = ["-o", f"cache_dir={tmp_path / 'cache'}"]
    command = [sys.executable, "-m", "pytest", *options, *cache, str(tmp_path)]
    outcome = _run_step(Step("journeys", command, counts=counts, second_try=True))
    assert (outcome.tally.passed, outcome.tally.failed) == (2 - failed, failed)
    assert bool(outcome.unsteady) == (not failed)


def test_nothing_is_forgiven_when_something_else_ran_the_second_time():
    assert tally_of_both(Tally(5, 2), Tally(1, 0)).failed == 2
    assert tally_of_both(Tally(5, 2, 1), Tally(2, 0)) == Tally(7, 0, 1)


def test_the_lines_of_what_failed_are_read():
    assert failed_lines("x\nFAILED a/b.py::test_c - assert 3 == 5\nERROR d.py::test_e") == [
        "a/b.py::test_c",
        "d.py::test_e",
    ]
