"""`run.py line`: a poor line in front of a running server, to try meetings on by hand."""

import argparse
import asyncio
import contextlib
import sys


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Which way it is poor."""
    parser.add_argument("--port", type=int, default=8001, help="where browsers connect (default %(default)s)")
    parser.add_argument("--to", type=int, default=8000, help="the port of the server (default %(default)s)")
    parser.add_argument("--cuts", type=float, default=0, help="end every stream after so many seconds")
    parser.add_argument("--holds", action="store_true", help="hold back every stream until it ends")


def run(options: argparse.Namespace) -> int:
    """Until it is stopped."""
    from faults.lines import Line  # noqa: PLC0415 - it lies beside the tools, and only this command needs it

    print(f"http://127.0.0.1:{options.port}/ leads to port {options.to}", file=sys.stderr)
    with contextlib.suppress(KeyboardInterrupt):
        asyncio.run(Line(options.to, holds=options.holds, cuts=options.cuts).serve(options.port))
    return 0
