"""The worker: does what is due, every few seconds, until it is stopped."""

import signal
import threading
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.db import close_old_connections

from sloyfe.site.jobs import do_what_is_due
from sloyfe.site.logs import write_logs


class Command(BaseCommand):
    """Runs beside the server; several at once are allowed."""

    help = "Sends letters and does other work that is due."
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        """One round for tests and for cron, or for ever."""
        parser.add_argument("--once", action="store_true", help="do what is due now, then stop")
        parser.add_argument("--every", type=float, default=10.0, help="seconds between rounds (default %(default)s)")

    def handle(self, *_args: Any, **options: Any) -> None:
        """Works until SIGTERM or SIGINT; a round that is begun is finished."""
        write_logs()
        stop = threading.Event()
        if not options["once"]:
            for sign in (signal.SIGINT, signal.SIGTERM):
                signal.signal(sign, lambda *_: stop.set())
        while not stop.is_set():
            close_old_connections()  # one that broke since the last round is opened anew
            do_what_is_due()
            if options["once"]:
                return
            stop.wait(options["every"])
