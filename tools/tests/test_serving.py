"""The supervisor keeps the server and its worker going; the server answers and leaves no trace of who asked."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import psutil
import pytest

from tools.environment import PYTHON, ROOT
from tools.supervisor import Child


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path, "subprocess.Popen[bytes]"]]:
    """A server in production, as `run.py serve` starts it: its address, its log and its process."""
    folder = tmp_path_factory.mktemp("served")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    log = folder / "log"
    environment = os.environ | {"SLOYFE_DATA": str(folder / "data"), "PORT": str(port)}
    with log.open("wb") as stream:
        process = subprocess.Popen(
            [str(PYTHON), "-m", "tools", "serve"], cwd=ROOT, env=environment, stdout=stream, stderr=stream
        )
        address = f"http://127.0.0.1:{port}"
        try:
            wait_for(lambda: fetch(f"{address}/readyz")[0] == 200, log)
            yield address, log, process
        finally:
            process.send_signal(signal.SIGTERM)
            assert process.wait(20) == 0
    assert fetch(f"{address}/healthz")[0] == 0, "the server outlived its supervisor"


def fetch(url: str) -> tuple[int, str]:
    try:
        with urllib.request.urlopen(url, timeout=5) as answer:  # noqa: S310 - our own server
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, ""
    except OSError:
        return 0, ""


def wait_for(happened, log: Path) -> None:
    for _attempt in range(3000):
        if happened():
            return
        time.sleep(0.1)
    pytest.fail(log.read_text()[-3000:])


def children(process: "subprocess.Popen[bytes]", name: str) -> list[int]:
    with suppress(psutil.NoSuchProcess):
        found = psutil.Process(process.pid).children()
        return [child.pid for child in found if name in " ".join(child.cmdline())]
    return []


def test_the_server_is_ready_and_has_no_demo(served) -> None:
    address, _log, _process = served
    assert json.loads(fetch(f"{address}/readyz")[1])["status"] == "ok"
    assert fetch(f"{address}/demo/innlogging/")[0] == 404
    assert fetch(f"{address}/live/room")[0] == 404


def test_the_log_holds_the_route_but_not_the_query(served) -> None:
    address, log, _process = served
    fetch(f"{address}/inn/?epost=kari@example.no")
    fetch(f"{address}/p/secret-name/?q=kari")
    wait_for(lambda: "<slug:slug>" in log.read_text(), log)
    lines = [json.loads(line) for line in log.read_text().splitlines() if line.startswith("{")]
    assert {"method", "route", "status", "ms"} <= lines[-1].keys()
    for word in ("kari", "secret-name", "127.0.0.1"):
        assert word not in "".join(map(json.dumps, lines))


@pytest.mark.parametrize("name", ["django work", "uvicorn"])
def test_a_child_that_is_killed_comes_back(served, name: str) -> None:
    address, log, process = served
    wait_for(lambda: children(process, name), log)
    (before,) = children(process, name)
    os.kill(before, signal.SIGKILL)
    wait_for(lambda: children(process, name) not in ([], [before]), log)
    wait_for(lambda: fetch(f"{address}/readyz")[0] == 200, log)


def test_a_child_that_keeps_falling_gets_longer_pauses() -> None:
    child = Child("It", [sys.executable, "-c", "raise SystemExit(3)"])
    pauses = []
    now = 0.0
    for _fall in range(3):
        child.look_after(now)
        assert child.process is not None
        child.process.wait()
        child.begun = now
        child.look_after(now + 0.1)
        pauses.append(child.pause)
        now = child.again_at
    assert pauses == [1.0, 2.0, 4.0]
