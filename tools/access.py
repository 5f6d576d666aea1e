"""`run.py access`: the policy table as a page that people can read."""

import argparse

from sloyfe.access import matrix
from tools.environment import ROOT


def add_arguments(_parser: argparse.ArgumentParser) -> None:
    """Nothing to choose."""


def run(_options: argparse.Namespace) -> int:
    """Writes docs/access.md."""
    (ROOT / "docs" / "access.md").write_text(matrix.page(), encoding="utf-8")
    return 0
