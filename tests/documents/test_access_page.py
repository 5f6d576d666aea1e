"""docs/access.md says what the policy table says."""

from pathlib import Path

from sloyfe.access import matrix

PAGE = Path(__file__).resolve().parents[2] / "docs" / "access.md"


def test_the_page_is_the_table():
    assert PAGE.read_text(encoding="utf-8") == matrix.page(), "run `python3 run.py access`"
