"""The expected answers, as a text file that people review line by line."""

from pathlib import Path

FILE = Path(__file__).with_name("expected.txt")
ADDRESS = 84
HEAD = """# Who gets what answer, for every address, role and phase. Reviewed by hand; not made from the policy.
# o let in   ! let in, but not now (409)   x inside without the right (403)   . does not exist (404)   > sign in first
# Phases: draft = parties and seats only; begun = survey closed, points being given, no plan or agreement yet;
#         done = needs decided, plan made, started and signed.
# Columns: {columns}
"""
Table = dict[tuple[str, str, str], str]


def read() -> Table:
    """(phase, method, route) → one mark a column."""
    table: Table = {}
    for line in FILE.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            phase, method, rest = line.split(maxsplit=2)
            route, _space, marks = rest.rpartition("  ")
            table[phase, method, route.strip()] = marks
    return table


def write(table: Table, columns: tuple[str, ...], file: Path) -> None:
    """The same, for review."""
    lines = [
        f"{phase:<6}{method:<5}{route or '(start)':<{ADDRESS}}  {marks}"
        for (phase, method, route), marks in table.items()
    ]
    file.write_text(HEAD.format(columns=" ".join(columns)) + "\n".join(lines) + "\n", encoding="utf-8")
