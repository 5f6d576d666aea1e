"""`run.py serve`: production."""

import argparse

from tools import start

add_arguments = start.add_arguments


def run(options: argparse.Namespace) -> int:
    """The same as the demo, without its people and its sign-in."""
    return start.prepare_and_serve(options, demo=False)
