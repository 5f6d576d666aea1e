"""Servers for journeys, each on a folder of its own that is copied from one made once."""

import os
import shutil
import socket
import subprocess
import sys
import time
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.error import URLError
from urllib.request import urlopen

import pytest

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 60


@dataclass
class Server:
    """Sløyfe as it runs in production, on its own empty folder."""

    folder: Path
    port: int
    environment: dict[str, str] = field(default_factory=dict)
    process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def manage(self, *arguments: str) -> str:
        """Run one management command on its data."""
        command = [sys.executable, "-W", "ignore", "manage.py", *arguments]
        done = subprocess.run(command, cwd=ROOT, env=self.environment, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    def start(self) -> None:
        """Start the server and wait until it is ready."""
        command = [sys.executable, "-m", "uvicorn", "sloyfe.site.asgi:application", "--port", str(self.port)]
        with (self.folder / "server.log").open("ab") as log:
            self.process = subprocess.Popen(
                [*command, "--log-level", "warning"], cwd=ROOT, env=self.environment, stdout=log, stderr=log
            )
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            try:
                with urlopen(f"{self.url}/healthz", timeout=2) as answer:  # noqa: S310 - our own address
                    if answer.status == 200:
                        return
            except (URLError, OSError):
                time.sleep(0.2)
        pytest.fail("the server did not start: " + (self.folder / "server.log").read_text())

    def stop(self) -> None:
        """Stop it and wait."""
        if self.process is not None:
            self.process.terminate()
            self.process.wait(10)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def new_server(folder: Path, **environment: str) -> Server:
    """A server on an empty folder, with tables and static files, not started."""
    return _on(_empty(), folder, environment)


def demo_server(folder: Path, **environment: str) -> Server:
    """The same with the demo in it."""
    return _on(_with_demo(), folder, {"SLOYFE_DEMO": "1", **environment})


@cache
def _with_demo() -> Path:
    server = _on(_empty(), Path(_kept().name) / "demo", {"SLOYFE_DEMO": "1"})
    server.manage("load_demo")
    return server.folder


@cache
def _empty() -> Path:
    """Made once and copied, since making the tables takes ten seconds of a processor."""
    folder = Path(_kept().name) / "empty"
    folder.mkdir()
    _server(folder, {}).manage("migrate", "--verbosity", "0")
    return folder


@cache
def _kept() -> TemporaryDirectory[str]:
    """Goes when the process ends."""
    return TemporaryDirectory(prefix="sloyfe-journeys-")


def _on(source: Path, folder: Path, environment: dict[str, str]) -> Server:
    shutil.copytree(source, folder, dirs_exist_ok=True)
    server = _server(folder, environment)
    server.manage("collectstatic", "--noinput", "--verbosity", "0")
    return server


def _server(folder: Path, environment: dict[str, str]) -> Server:
    port = free_port()
    kept = {name: value for name, value in os.environ.items() if name not in {"DATABASE_URL", "PORT"}}
    own = {"SLOYFE_DATA": str(folder), "PORT": str(port), "DJANGO_SETTINGS_MODULE": "sloyfe.site.settings"}
    return Server(folder, port, {**kept, **own, **environment})
