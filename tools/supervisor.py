"""Runs the server and its worker as children, restarts one that falls, and stops both when asked."""

import signal
import subprocess
import sys
import time
from dataclasses import dataclass, field
from types import FrameType

from tools.environment import ROOT

PATIENCE = 8.0  # seconds a child has to finish its requests
LONGEST_PAUSE = 30.0


@dataclass
class Child:
    """One program that is to be there all the time."""

    name: str
    command: list[str]
    process: subprocess.Popen[bytes] | None = None
    pause: float = 0.5
    begun: float = 0.0
    again_at: float = field(default=0.0)

    def begin(self) -> None:
        """Starts the program in its own process group, so that Ctrl-C reaches only the supervisor."""
        self.process = subprocess.Popen(self.command, cwd=ROOT, start_new_session=True)
        self.begun = time.monotonic()

    def look_after(self, now: float) -> None:
        """Notices a fall and starts again, after a pause that grows while it keeps falling."""
        if self.process is not None and self.process.poll() is not None:
            code, self.process = self.process.returncode, None
            self.pause = 0.5 if now - self.begun > 60 else min(self.pause * 2, LONGEST_PAUSE)
            self.again_at = now + self.pause
            print(f"· {self.name} stopped ({code}); starts again in {self.pause:g} s", file=sys.stderr, flush=True)
        if self.process is None and now >= self.again_at:
            self.begin()

    def end(self) -> None:
        """Asks it to stop; `wait_for_end` does not take no for an answer."""
        if self.process is not None and self.process.poll() is None:
            self.process.terminate()

    def wait_for_end(self, until: float) -> None:
        """Waits, then insists."""
        if self.process is None:
            return
        try:
            self.process.wait(max(0.1, until - time.monotonic()))
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


class Stop(Exception):  # noqa: N818 - a wish, not an error
    """Somebody asked us to stop."""


def supervise(children: list[Child]) -> int:
    """Keeps the children running until SIGINT or SIGTERM; returns 0."""
    for sign in (signal.SIGINT, signal.SIGTERM):
        signal.signal(sign, _stop)
    try:
        while True:
            for child in children:
                child.look_after(time.monotonic())
            time.sleep(0.3)
    except Stop:
        for sign in (signal.SIGINT, signal.SIGTERM):
            signal.signal(sign, signal.SIG_IGN)
    finally:
        for child in children:
            child.end()
        until = time.monotonic() + PATIENCE
        for child in children:
            child.wait_for_end(until)
    return 0


def _stop(_sign: int, _frame: FrameType | None) -> None:
    raise Stop
