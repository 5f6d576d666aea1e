"""The closing line of the suite tells the truth."""

from pathlib import Path

from tools.tally import Tally, read_tally, skipped_lines

REPORT = '<testsuites><testsuite tests="9" failures="1" errors="1" skipped="2"/></testsuites>'


def test_tests_are_counted_from_the_report(tmp_path: Path) -> None:
    report = tmp_path / "report.xml"
    report.write_text(REPORT)
    assert read_tally(report, exit_code=1) == Tally(passed=5, failed=2, skipped=2)


def test_a_pytest_that_falls_is_a_failure(tmp_path: Path) -> None:
    report = tmp_path / "report.xml"
    assert read_tally(report, exit_code=4).failed == 1
    report.write_text('<testsuites><testsuite tests="3" failures="0" errors="0" skipped="0"/></testsuites>')
    assert read_tally(report, exit_code=3).failed == 1


def test_an_empty_selection_is_no_failure(tmp_path: Path) -> None:
    report = tmp_path / "report.xml"
    report.write_text('<testsuites><testsuite tests="0" failures="0" errors="0" skipped="0"/></testsuites>')
    assert read_tally(report, exit_code=5) == Tally(0, 0)


def test_other_programs_count_as_one() -> None:
    assert read_tally(None, exit_code=0) == Tally(1, 0)
    assert read_tally(None, exit_code=1) == Tally(0, 1)


def test_skipped_tests_are_said_aloud() -> None:
    assert list(skipped_lines("..s\nSKIPPED [1] a.py:3: no data here\n1 passed")) == [
        "SKIPPED [1] a.py:3: no data here"
    ]
