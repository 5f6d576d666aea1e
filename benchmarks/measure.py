"""CPU time and statements of requests through a whole WSGI application, in this process."""

import io
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db import connection

Application = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]


@dataclass(frozen=True)
class Request:
    """One request, ready to be sent again and again."""

    path: str
    cookie: str = ""
    method: str = "GET"
    body: bytes = b""

    def environ(self) -> dict[str, Any]:
        """The request as WSGI hands it over."""
        path, _mark, query = self.path.partition("?")
        return {
            "REQUEST_METHOD": self.method,
            "PATH_INFO": path,
            "QUERY_STRING": query,
            "SERVER_NAME": "127.0.0.1",
            "SERVER_PORT": "80",
            "SERVER_PROTOCOL": "HTTP/1.1",
            "HTTP_HOST": "127.0.0.1",
            "HTTP_COOKIE": self.cookie,
            "CONTENT_TYPE": "application/x-www-form-urlencoded",
            "CONTENT_LENGTH": str(len(self.body)),
            "wsgi.input": io.BytesIO(self.body),
            "wsgi.errors": io.StringIO(),
            "wsgi.url_scheme": "http",
            "wsgi.multithread": True,
            "wsgi.multiprocess": False,
            "wsgi.run_once": False,
            "wsgi.version": (1, 0),
        }


@dataclass
class Answer:
    """What came back, and what was asked of the database on the way."""

    status: str = ""
    headers: list[tuple[str, str]] = field(default_factory=list)
    body: bytes = b""
    statements: list[tuple[str, Any]] = field(default_factory=list)


def send(application: Application, request: Request, *, listen: bool = False) -> Answer:
    """One request through the application; with `listen`, also every statement with its parameters."""
    answer = Answer()

    def start_response(status: str, headers: list[tuple[str, str]], _error: object = None) -> None:
        answer.status, answer.headers = status, headers

    def overhear(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:
        answer.statements.append((sql, params))
        return execute(sql, params, many, context)

    if listen:
        with connection.execute_wrapper(overhear):
            answer.body = _read(application(request.environ(), start_response))
    else:
        answer.body = _read(application(request.environ(), start_response))
    return answer


def cpu_ms(application: Application, requests: Sequence[Request], *, rounds: int = 20) -> float:
    """Milliseconds of CPU (user and system, this process) for one request: the quietest round.

    On a shared machine everything but the work itself only adds, so the least is the best estimate of the cost.
    """
    spent = []
    size = max(1, len(requests) // rounds)
    for start in range(0, size * rounds, size):
        began = time.process_time()
        batch = requests[start : start + size]
        for request in batch:
            send(application, request)
        spent.append((time.process_time() - began) * 1000 / len(batch))
    return min(spent)


def _read(chunks: Iterable[bytes]) -> bytes:
    body = b"".join(chunks)
    close = getattr(chunks, "close", None)
    if close is not None:
        close()
    return body
