"""The subcommands of `python3 run.py`; without one, the demo starts."""

import argparse
import sys
from collections.abc import Callable
from dataclasses import dataclass

from tools import start


@dataclass(frozen=True)
class Command:
    """One subcommand: its name, one line about it, its arguments and what it does."""

    name: str
    about: str
    add_arguments: Callable[[argparse.ArgumentParser], None]
    run: Callable[[argparse.Namespace], int]


COMMANDS = (
    Command("start", "set everything up and start the demo (this is what no subcommand does)", start.add_arguments,
            start.start_demo),
    Command("serve", "start in production: no demo people, no demo sign-in", start.add_arguments, start.serve),
)


def main(arguments: list[str]) -> int:
    """Reads the command line and runs the one subcommand it names."""
    parser = argparse.ArgumentParser(prog="run.py", description="Sløyfe: set up, start, test, back up.")
    subcommands = parser.add_subparsers(dest="command", metavar="SUBCOMMAND")
    for command in COMMANDS:
        subparser = subcommands.add_parser(command.name, help=command.about, description=command.about.capitalize())
        command.add_arguments(subparser)
        subparser.set_defaults(run=command.run)
    if not arguments or (arguments[0].startswith("-") and arguments[0] not in {"-h", "--help"}):
        arguments = ["start", *arguments]
    options = parser.parse_args(arguments)
    try:
        return int(options.run(options))
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
