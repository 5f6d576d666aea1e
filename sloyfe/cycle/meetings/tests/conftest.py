"""The whole cast at once, for tests about who sees what."""

from collections.abc import Iterator

import pytest
import time_machine

from conftest import NOW, Member

Cast = dict[str, Member]


@pytest.fixture(autouse=True)
def in_the_week_of_the_meeting() -> Iterator[None]:
    """Doors shut and days are bounded by the clock, so it must not be the clock of whoever runs the tests."""
    with time_machine.travel(NOW):
        yield


@pytest.fixture
def cast(request: pytest.FixtureRequest) -> Cast:
    """Everybody by name."""
    return {name: request.getfixturevalue(name) for name in ("kari", "ola", "nils", "siri", "ute")}
