"""The floor: a bare Django view with the same session, the same statements and the same number of bytes."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from django.core.handlers.wsgi import WSGIHandler
from django.db import connection, transaction
from django.http import HttpRequest, HttpResponse
from django.test import override_settings
from django.urls import re_path

from benchmarks.measure import Answer

MIDDLEWARE = [
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
]
_replayed: dict[str, Answer] = {}


def bare(request: HttpRequest) -> HttpResponse:
    """Say the recorded statements again and answer with as many bytes."""
    recorded = _replayed["now"]
    if request.COOKIES.get("sessionid"):
        request.user.is_authenticated  # noqa: B018 - the session and the person are read, as in the page
        statements = recorded.statements[2:]
    else:
        statements = recorded.statements
    _say(statements)
    return HttpResponse(b" " * len(recorded.body))


urlpatterns = [re_path("", bare)]


@contextmanager
def standing_in(recorded: Answer) -> Iterator[WSGIHandler]:
    """A WSGI application with nothing but session, person and the bare view, for as long as this lasts."""
    _replayed["now"] = recorded
    with override_settings(MIDDLEWARE=MIDDLEWARE, ROOT_URLCONF="benchmarks.floor"):
        yield WSGIHandler()


def _say(statements: Sequence[tuple[str, Any]]) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        for sql, params in statements:
            if sql.split(" ", 1)[0] == "SELECT":
                cursor.execute(sql, params)
                cursor.fetchall()
