"""Structured logs on standard error: one JSON object a line, without anything about a person."""

import logging
import sys
from collections.abc import Iterator, MutableMapping
from typing import Any, TextIO

import structlog

Event = MutableMapping[str, Any]

# What Django and its servers attach to a record, and what would tell who asked for what.
PERSONAL = ("request", "args", "server_time", "status_code", "client", "remote_addr", "path", "query", "email")


def write_logs(level: int = logging.INFO, *, sink: TextIO | None = None) -> None:
    """Sends our own events and those of Django through the same narrow door."""
    shared: list[Any] = [
        structlog.stdlib.add_logger_name,
        structlog.processors.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        _only_impersonal,
    ]
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=True,
    )
    handler = logging.StreamHandler(sink or sys.stderr)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=[_without_values, *shared],
            processors=[
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                _failure,
                structlog.processors.JSONRenderer(ensure_ascii=False),
            ],
        )
    )
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(level)
    for name in ("uvicorn", "uvicorn.error"):  # the server has set up its own by now, with whole tracebacks
        logging.getLogger(name).handlers = []
        logging.getLogger(name).propagate = True
    # A 404 or a 403 is already a line of our own, with the route instead of the path.
    logging.getLogger("django.request").addFilter(lambda record: record.exc_info is not None)
    logging.getLogger("django.security").setLevel(logging.ERROR)


def _without_values(_logger: Any, _name: str, event: Event) -> Event:
    """Django writes paths, hosts and statements into its messages; the template of the message is enough."""
    record = event["_record"]
    event["event"] = record.msg if isinstance(record.msg, str) else type(record.msg).__name__
    return event


def _only_impersonal(_logger: Any, _name: str, event: Event) -> Event:
    for key in PERSONAL:
        event.pop(key, None)
    return event


def _failure(_logger: Any, _name: str, event: Event) -> Event:
    """Where it broke and the kind of error, but not its words: they may quote what somebody typed."""
    error = event.pop("exc_info", None)
    event.pop("exception", None)
    event.pop("stack_info", None)
    event.pop("exc_text", None)
    if error is True:
        error = sys.exc_info()
    if isinstance(error, BaseException):
        error = (type(error), error, error.__traceback__)
    if error and error[0]:
        event["error"] = error[0].__name__
        event["at"] = list(_places(error[2]))[-6:]
    return event


def _places(traceback: Any) -> Iterator[str]:
    while traceback:
        code = traceback.tb_frame.f_code
        module = traceback.tb_frame.f_globals.get("__name__", "?")
        if not module.startswith(("importlib", "django.", "a2wsgi", "uvicorn")):
            yield f"{module}.{code.co_name}:{traceback.tb_lineno}"
        traceback = traceback.tb_next
