"""A pytest plugin for the run on PostgreSQL: keeps the tests that meet a database, the others have run already."""

import pytest

FIXTURES = {"db", "transactional_db", "live_server"}


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Deselects what would only repeat itself."""
    others = [item for item in items if not meets_database(item)]
    config.hook.pytest_deselected(items=others)
    items[:] = [item for item in items if meets_database(item)]


def meets_database(item: pytest.Item) -> bool:
    """Through a fixture, a mark, or a database of its own that the `database` mark tells of."""
    if item.get_closest_marker("django_db") or item.get_closest_marker("database"):
        return True
    return bool(FIXTURES.intersection(getattr(item, "fixturenames", ())))
