"""Whether the process lives, and whether it can do its work: for whoever runs the installation."""

from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, JsonResponse

from sloyfe.people.doors import everyone


@everyone
def healthz(_request: HttpRequest) -> JsonResponse:
    """The process answers; says nothing about the database."""
    return JsonResponse({"status": "ok"})


@everyone
def readyz(_request: HttpRequest) -> JsonResponse:
    """The database answers and has the tables this version expects; 503 when not."""
    checks = {"database": False, "migrations": False}
    try:
        connection.ensure_connection()
        checks["database"] = True
        executor = MigrationExecutor(connection)
        checks["migrations"] = not executor.migration_plan(executor.loader.graph.leaf_nodes())
    except DatabaseError:
        connection.close()
    ready = all(checks.values())
    return JsonResponse({"status": "ok" if ready else "not ready"} | checks, status=200 if ready else 503)
