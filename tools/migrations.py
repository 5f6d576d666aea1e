"""Which migrations a backup holds, and whether this version knows them."""

import sys

from django.db import connection
from django.db.migrations.executor import MigrationExecutor

Migration = tuple[str, str]  # app and name


def applied_or_exit(recorded: set[Migration]) -> list[Migration]:
    """The newest recorded migration of every app; stops when the backup comes from a newer version."""
    graph = MigrationExecutor(connection).loader.graph
    unknown = sorted(".".join(migration) for migration in recorded if migration not in graph.nodes)
    if unknown:
        sys.exit(f"The backup was made by a newer version: it has {unknown[0]}. Nothing has been changed.")
    return [
        node
        for node in sorted(recorded)
        if not any(child.key in recorded and child.key[0] == node[0] for child in graph.node_map[node].children)
    ]
