"""Makes the virtual environment and goes on inside it. Standard library only: nothing is installed yet."""

import hashlib
import os
import subprocess
import sys
import venv
from importlib.util import find_spec
from pathlib import Path
from typing import NoReturn

from tools.commands import find
from tools.machine import apt_install

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"


def enter(arguments: list[str]) -> NoReturn:
    """Installs what the asked subcommand needs and continues there with the environment's own Python."""
    asked = find(arguments[0]) if arguments else None
    prepare("requirements-test.lock" if asked and asked.for_developers else "requirements.lock")
    command = [str(PYTHON), "-m", "tools", *arguments]
    os.chdir(ROOT)
    # Without compiled modules every start of every process would take seconds more.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    os.execv(command[0], command)


def prepare(lock: str) -> None:
    """Makes `.venv` hold what the lock file says; a stamp of the lock makes the next time free."""
    if not is_made():
        say("Makes .venv")
        make_venv()
    if is_stamped(lock):
        return
    if not is_stamped("requirements-installer.lock"):
        pip_install("requirements-installer.lock")
        stamp("requirements-installer.lock")
    say(f"Installs the packages of {lock}")
    install(lock)
    stamp(lock)
    if lock == "requirements-test.lock":
        stamp("requirements.lock")  # the test lock holds everything in the other, in the same versions


def is_made() -> bool:
    """Whether the environment is whole; one that was stopped halfway has no pip."""
    return PYTHON.exists() and any(VENV.glob("lib/python*/site-packages/pip/__main__.py"))


def make_venv() -> None:
    """Creates the environment; a Debian without python3-venv gets it when we may, else a clear sentence."""
    if find_spec("ensurepip") is None:  # Debian ships Python without it
        package = f"python3.{sys.version_info.minor}-venv"
        if not apt_install(package):
            sys.exit(f"Python lacks venv on this machine. Install it: sudo apt-get install {package}")
        subprocess.run([sys.executable, "-m", "venv", str(VENV)], check=True)
        return
    venv.create(VENV, with_pip=True, clear=VENV.exists())


def install(lock: str) -> None:
    """Installs by hash with uv, which is quick; where uv cannot reach the registry, pip does the same slowly."""
    uv = [str(PYTHON), "-m", "uv", "pip", "install", "--quiet", "--require-hashes", "--python", str(PYTHON)]
    uv += ["-r", lock]
    environment = os.environ | {"UV_PYTHON_DOWNLOADS": "never", "UV_LINK_MODE": os.environ.get("UV_LINK_MODE", "copy")}
    if subprocess.run(uv, cwd=ROOT, env=environment, check=False).returncode:
        say("uv could not; tries pip")
        pip_install(lock)


def pip_install(lock: str) -> None:
    """Installs a lock file by hash with the environment's pip, or stops with pip's own words."""
    pip = [str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--require-hashes"]
    if subprocess.run([*pip, "-r", lock], cwd=ROOT, check=False).returncode:
        sys.exit(f"Could not install {lock}: see the lines above. Is the package registry reachable?")


def is_stamped(lock: str) -> bool:
    """Whether exactly this lock is already installed."""
    stamp_file = VENV / f"{lock}.stamp"
    return stamp_file.exists() and stamp_file.read_text() == fingerprint(lock)


def stamp(lock: str) -> None:
    """Notes that this lock is installed."""
    (VENV / f"{lock}.stamp").write_text(fingerprint(lock))


def fingerprint(lock: str) -> str:
    """The SHA-256 of a lock file."""
    return hashlib.sha256((ROOT / lock).read_bytes()).hexdigest()


def say(line: str) -> None:
    """One line to the person waiting; standard error, so that `--json` stays clean."""
    print(f"· {line}", file=sys.stderr, flush=True)
