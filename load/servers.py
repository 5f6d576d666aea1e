"""The servers under load: started, measured, killed and started again."""

import asyncio
import http.client
import os
import resource
import signal
import subprocess
import time
from dataclasses import dataclass, field
from pathlib import Path

from tools.start import server_command, worker_command

PATIENCE = 120
TICKS = os.sysconf("SC_CLK_TCK")
PAGE = os.sysconf("SC_PAGE_SIZE")


@dataclass
class Server:
    """One web process."""

    port: int
    process: subprocess.Popen[bytes] | None = None
    spent: float = 0.0
    aloud: bool = True

    def start(self) -> None:
        """Begin, without waiting."""
        errors = None if self.aloud else subprocess.DEVNULL
        command = server_command("127.0.0.1", self.port)
        self.process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=errors)  # noqa: S603 - our own server

    async def answers(self) -> float:
        """Wait until it does; the time that was."""
        until = time.monotonic() + PATIENCE
        while not await asyncio.to_thread(_alive, self.port):
            if time.monotonic() > until:
                raise TimeoutError("the server does not start")
            await asyncio.sleep(0.1)
        return time.monotonic()

    def kill(self) -> None:
        """Without warning."""
        if self.process is not None:
            self.spent += self.cpu
            os.kill(self.process.pid, signal.SIGKILL)
            self.process.wait()
            self.process = None

    @property
    def cpu(self) -> float:
        """Seconds of processor time since it began."""
        if self.process is None:
            return 0.0
        fields = Path(f"/proc/{self.process.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / TICKS

    @property
    def memory(self) -> float:
        """Megabytes that it holds."""
        if self.process is None:
            return 0.0
        return int(Path(f"/proc/{self.process.pid}/statm").read_text().split()[1]) * PAGE / 2**20


@dataclass
class Servers:
    """All of them, side by side on one database."""

    each: list[Server] = field(default_factory=list)
    worker: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Begin them all, and the worker if it is not there."""
        if self.worker is None:
            self.worker = subprocess.Popen(worker_command(), stdout=subprocess.DEVNULL)  # noqa: S603 - our own worker
        for server in self.each:
            server.start()

    async def answer(self) -> float:
        """Wait for the last."""
        return max([await server.answers() for server in self.each])

    def end(self) -> None:
        """The worker too."""
        self.kill()
        if self.worker is not None:
            self.worker.terminate()
            self.worker.wait()

    def kill(self) -> None:
        """All at once; the worker lives on."""
        for server in self.each:
            server.kill()

    def kill_all(self) -> None:
        """The worker as well."""
        self.kill()
        if self.worker is not None:
            self.worker.kill()
            self.worker.wait()
            self.worker = None

    @property
    def cpu(self) -> float:
        """Processor time of all, those that were killed too."""
        return sum(server.cpu + server.spent for server in self.each)

    @property
    def memory(self) -> float:
        """Megabytes of all."""
        return sum(server.memory for server in self.each)


def room_for_connections() -> None:
    """As many open files as the machine lets us have."""
    _soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))


def _alive(port: int) -> bool:
    line = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
    try:
        line.request("GET", "/healthz")
        return line.getresponse().status == 200
    except (OSError, http.client.HTTPException):
        return False
    finally:
        line.close()
