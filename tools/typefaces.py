"""Turns the web fonts into the TrueType files that the PDF documents need, beside other work."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from sloyfe.documents.fonts import FOLDER, STYLES, prepare
from tools.environment import PYTHON, ROOT
from tools.front_end import MODULES


@contextmanager
def typefaces_meanwhile() -> Iterator[None]:
    """Begins, lets the caller do something else on the other core, and waits at the end."""
    if all((FOLDER / name).exists() for name in STYLES):
        yield
        return
    with subprocess.Popen([str(PYTHON), "-m", "tools.typefaces"], cwd=ROOT) as process:
        yield
    if process.returncode:
        sys.exit("The typefaces of the documents could not be made: see the lines above.")


if __name__ == "__main__":
    prepare(MODULES / "@fontsource-variable" / "inter")
