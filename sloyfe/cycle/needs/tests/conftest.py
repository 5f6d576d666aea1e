"""Keys of the waves in these tests stay in the test's own folder."""

import pytest


@pytest.fixture(autouse=True)
def keys(tmp_path, settings):
    settings.KEY_DIR = tmp_path
