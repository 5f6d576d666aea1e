#!/usr/bin/env python3
"""The one door to Sløyfe: `python3 run.py` sets everything up and starts it; `python3 run.py --help` shows the rest."""

import sys

if sys.version_info < (3, 11):  # noqa: UP036 - an older Python should meet a sentence, not a SyntaxError
    sys.exit(f"Sløyfe needs Python 3.11 or newer; this is {sys.version.split()[0]}.")

from tools.environment import enter

if __name__ == "__main__":
    enter(sys.argv[1:])
