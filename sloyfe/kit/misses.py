"""Whether somebody is guessing codes: counted in this process alone and by no address, as a school answers from one."""

from collections import deque
from datetime import datetime, timedelta

WINDOW = timedelta(minutes=10)
CALM = 500


class Misses:
    """When codes were tried that nothing has; older ones than the window do not count."""

    def __init__(self, calm: int = CALM) -> None:
        self.calm = calm
        self.times: deque[datetime] = deque(maxlen=calm + 1)

    def note(self, at: datetime) -> None:
        """One more."""
        self.times.append(at)

    def are_many(self, at: datetime) -> bool:
        """Whether there have been more of late than people who mistype make."""
        return len(self.times) > self.calm and at - self.times[0] < WINDOW
