"""Subcommands of `python3 run.py`."""

import sys

print("The subcommands are on their way:", sys.argv[1:])
