"""The subcommands of `python3 run.py`, in one list. Standard library only."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Command:
    """One subcommand; its module has `add_arguments(parser)` and `run(options)`."""

    name: str
    about: str
    module: str
    for_developers: bool = False  # needs the packages of requirements-test.lock


COMMANDS = (
    Command("start", "set everything up and start the demo; also what no subcommand does", "tools.start"),
    Command("serve", "start in production: no demo people, no demo sign-in", "tools.serve"),
    Command("first-run", "make the first operator of an installation and print a sign-in link", "tools.first_run"),
    Command("backup", "write database and files to one file, while Sløyfe runs", "tools.backup"),
    Command("restore", "put a backup in place", "tools.restore"),
    Command("access", "write docs/access.md anew from the policy table", "tools.access"),
    Command("bench", "CPU of pages, answers and algorithms, each beside a named floor", "tools.bench"),
    Command(
        "import-package",
        "read a competence package and tell what is in it and what looks wrong",
        "tools.import_package",
    ),
    Command("protect", "write any table of counts so that small groups stay out of sight", "tools.protect"),
    Command("attack", "release surveys, and attack figures and dumps as an outsider would", "tools.attack"),
    Command(
        "faults",
        "kill the server in a storm of answers, or in each phase of a meeting, and count what is left",
        "tools.faults",
        True,
    ),
    Command("line", "a poor line to a running server: streams that are held back or cut", "tools.line", True),
    Command("load", "thousands of browsers in one meeting, and what each of them saw", "tools.load", True),
    Command("test", "lint, types, contracts and all tests; what follows goes to pytest", "tools.testing", True),
    Command("texts", "bring the catalogues of translations up to date with the code", "tools.texts", True),
    Command("look", "take a picture of a page in Chromium", "tools.look", True),
    Command("lock", "renew the lock files", "tools.lock", True),
)


def find(name: str) -> Command | None:
    """The command of that name."""
    return next((command for command in COMMANDS if command.name == name), None)
