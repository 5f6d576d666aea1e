"""Loads the demo network into an empty database."""

import json
import time
from argparse import ArgumentTypeError
from datetime import date
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from sloyfe.kit.refusal import Refusal
from sloyfe.site.demo.load import load
from sloyfe.site.demo.tally import tally


class Command(BaseCommand):
    """The same figures every time; only the days follow the school year."""

    help = "Loads the demo network into an empty database."

    def add_arguments(self, parser: CommandParser) -> None:
        """On which day it is, for those who want another than today."""
        parser.add_argument("--today", type=_day, default=None, help="the day to load it as on, YYYY-MM-DD")
        parser.add_argument("--json", action="store_true")

    def handle(self, *_args: Any, **options: Any) -> None:
        """All of it, or nothing."""
        began = time.process_time()
        try:
            stage = load(options["today"] or timezone.localdate())
        except Refusal as refusal:
            raise CommandError(str(refusal)) from refusal
        counted, seconds = tally(stage.space), round(time.process_time() - began, 1)
        if options["json"]:
            self.stdout.write(json.dumps(counted | {"cpu_seconds": seconds}))
            return
        said = ", ".join(f"{count} {what}" for what, count in counted.items())
        self.stdout.write(f"Loaded the demo network in {seconds} s of CPU: {said}.")


def _day(words: str) -> date:
    try:
        return date.fromisoformat(words)
    except ValueError as error:
        raise ArgumentTypeError(f"{words!r} is not a day; write it as 2026-11-23") from error
