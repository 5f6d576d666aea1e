"""A journey that failed is tried once more, alone; what then passes is named, never hidden (decision 0021)."""

import re

from tools.tally import Tally

# More than this at once is no accident of a busy machine.
MOST = 3


def tally_of_both(first: Tally, second: Tally) -> Tally:
    """The first run, with what failed in it replaced by how it went the second time."""
    ran_again = second.passed + second.failed
    if ran_again != first.failed:
        return first  # something else was run: what failed stays failed
    return Tally(first.passed + second.passed, second.failed, first.skipped)


def failed_lines(output: str) -> list[str]:
    """Pytest's lines about failed tests."""
    return re.findall(r"^(?:FAILED|ERROR) (\S+)", output, re.MULTILINE)
