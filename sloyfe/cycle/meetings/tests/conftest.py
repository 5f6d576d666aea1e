"""The whole cast at once, for tests about who sees what."""

import pytest

from conftest import Member

Cast = dict[str, Member]


@pytest.fixture
def cast(request: pytest.FixtureRequest) -> Cast:
    """Everybody by name."""
    return {name: request.getfixturevalue(name) for name in ("kari", "ola", "nils", "siri", "ute")}
