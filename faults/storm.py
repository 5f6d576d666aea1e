"""A storm of submits while the server is killed again and again: nothing acknowledged is missing, nothing is twice."""

import os
import random
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException
from queue import Empty, Queue
from urllib.parse import urlencode

from django.db import connection
from django.utils import timezone

from benchmarks import answers
from sloyfe.surveys.actions.closing import close_wave
from sloyfe.surveys.models import Code, Envelope, Wave
from sloyfe.surveys.models.answers import Answer

SENDERS = 12
TRIES = 400
PATIENCE = 90
RECEIVED_BEFORE = 409


@dataclass
class Tally:
    """What the senders were told, and what was found afterwards."""

    database: str
    sent: int = 0
    acknowledged: int = 0
    repeated: int = 0
    kills: int = 0
    missing: int = 0
    twice: int = 0
    envelopes: int = 0
    responses: int = 0

    @property
    def sound(self) -> bool:
        """Everything was acknowledged in the end, nothing is missing or twice, every envelope became one response."""
        whole = self.acknowledged == self.sent == self.envelopes == self.responses
        return whole and self.missing == 0 and self.twice == 0


@dataclass
class Storm:
    """What the senders share."""

    port: int
    body: str
    tally: Tally
    progress: Callable[[int], object]
    waiting: "Queue[str]" = field(default_factory=Queue)
    told: list[str] = field(default_factory=list)

    def send_all(self) -> None:
        """Send one waiting answer after another, each until the server says that it has it."""
        while True:
            try:
                code = self.waiting.get_nowait()
            except Empty:
                return
            status = self._until_told(code)
            self.told.append(code)
            self.tally.repeated += status == RECEIVED_BEFORE
            self.progress(1)

    def _until_told(self, code: str) -> int:
        for _try in range(TRIES):
            status = _post(self.port, code, self.body)
            if status in (200, RECEIVED_BEFORE):
                return status
            if status:
                raise AssertionError(f"the server answered {status}")
            time.sleep(0.05)
        raise TimeoutError("the server is gone")


@dataclass
class Server:
    """One server process at a time, killed without warning."""

    port: int
    process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Begin, and wait until it answers."""
        command = [sys.executable, "-m", "uvicorn", "sloyfe.site.asgi:application", "--port", str(self.port)]
        command += ["--log-level", "critical"]
        self.process = subprocess.Popen(command, stderr=subprocess.DEVNULL)  # noqa: S603 - our own server
        until = time.monotonic() + PATIENCE
        while not _answers(self.port):
            if time.monotonic() > until:
                raise TimeoutError("the server does not start")
            time.sleep(0.05)

    def kill(self) -> None:
        """No chance to finish anything."""
        if self.process is not None:
            os.kill(self.process.pid, signal.SIGKILL)
            self.process.wait()


def storm(people: int, kills: int, *, progress: Callable[[int], object] = lambda _n: None) -> Tally:
    """Send `people` answers from twelve clients at once, killing the server `kills` times on the way."""
    wave, codes = answers.open_wave(people)
    body = urlencode(answers.fields(wave), doseq=True)
    tally = Tally(connection.vendor, sent=len(codes))
    server = Server(_free_port())
    server.start()
    rain = Storm(server.port, body, tally, progress)
    for code in codes:
        rain.waiting.put(code)
    senders = [threading.Thread(target=rain.send_all) for _n in range(SENDERS)]
    for sender in senders:
        sender.start()
    _kill_now_and_then(server, senders, kills, rain)
    for sender in senders:
        sender.join()
    server.kill()
    _count(wave, rain.told, tally)
    return tally


def _kill_now_and_then(server: Server, senders: list[threading.Thread], kills: int, rain: Storm) -> None:
    chance = random.Random(7)  # noqa: S311 - when to kill is no secret
    for nth in range(kills):
        goal = rain.tally.sent * (nth + 1) // (kills + 1)
        while len(rain.told) < goal and any(sender.is_alive() for sender in senders):
            time.sleep(0.005)
        time.sleep(chance.random() * 0.02)
        server.kill()
        rain.tally.kills += 1
        server.start()


def _post(port: int, code: str, body: str) -> int:
    asked = HTTPConnection("127.0.0.1", port, timeout=30)
    try:
        asked.request("POST", f"/svar/{code}/", body, {"Content-Type": "application/x-www-form-urlencoded"})
        return asked.getresponse().status
    except (OSError, HTTPException):
        return 0
    finally:
        asked.close()


def _count(wave: Wave, told: list[str], tally: Tally) -> None:
    connection.close()
    spent = Code.objects.filter(wave=wave, spent=True).count()
    tally.acknowledged = len(told)
    tally.envelopes = Envelope.objects.filter(wave=wave).count()
    tally.missing = max(0, len(set(told)) - min(spent, tally.envelopes))
    tally.twice = max(0, tally.envelopes - spent)
    fresh = Wave.objects.bounded().select_related("opening", "edition", "space").get(pk=wave.pk)
    close_wave(fresh, by=None, at=timezone.now())
    tally.responses = Answer.objects.filter(wave=wave).values("response").distinct().count()


def _answers(port: int) -> bool:
    asked = HTTPConnection("127.0.0.1", port, timeout=2)
    try:
        asked.request("GET", "/healthz")
        return asked.getresponse().status == 200
    except (OSError, HTTPException):
        return False
    finally:
        asked.close()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
