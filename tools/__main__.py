"""Reads the command line of `python3 run.py` and runs the one subcommand it names."""

import argparse
import sys
from importlib import import_module

from tools.commands import COMMANDS, find

DEFAULT = "start"


def main(arguments: list[str]) -> int:
    """Runs a subcommand; without one the demo starts."""
    if arguments and arguments[0] in {"-h", "--help"}:
        print(overview())
        return 0
    if not arguments or arguments[0].startswith("-"):
        arguments = [DEFAULT, *arguments]
    command = find(arguments[0])
    if command is None:
        print(f"There is no subcommand {arguments[0]!r}.\n\n{overview()}", file=sys.stderr)
        return 2
    # Only the asked one is imported: production has no test packages, and nobody waits for the others.
    module = import_module(command.module)
    about = command.about[0].upper() + command.about[1:]
    parser = argparse.ArgumentParser(prog=f"run.py {command.name}", description=f"{about}.")
    module.add_arguments(parser)
    options = parse(parser, arguments[1:], getattr(module, "OURS", None))
    try:
        return int(module.run(options))
    except KeyboardInterrupt:
        return 130


def parse(parser: argparse.ArgumentParser, arguments: list[str], ours: frozenset[str] | None) -> argparse.Namespace:
    """Parses all arguments, or only `ours` where the rest is for another program and lands in `rest`."""
    if ours is None:
        return parser.parse_args(arguments)
    options = parser.parse_args([argument for argument in arguments if argument in ours])
    options.rest = [argument for argument in arguments if argument not in ours]
    return options


def overview() -> str:
    """What `--help` shows."""
    width = max(len(command.name) for command in COMMANDS)
    lines = [f"  {command.name:<{width}}  {command.about}" for command in COMMANDS]
    return "\n".join(["Usage: python3 run.py [SUBCOMMAND] [--help]", "", *lines])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
