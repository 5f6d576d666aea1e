"""Makes the first operator of an installation, who makes everything else on screen."""

import json
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.core.validators import validate_email
from django.db import transaction
from django.utils import timezone
from django.utils.http import urlencode

from sloyfe.access.models import Operator
from sloyfe.people import actions


class Command(BaseCommand):
    """May be run again: the same person gets a new code, and another person becomes operator too."""

    help = "Makes an operator and prints where and with which code to sign in."

    def add_arguments(self, parser: CommandParser) -> None:
        """Who it is."""
        parser.add_argument("--email", required=True)
        parser.add_argument("--name", required=True)
        parser.add_argument("--language", choices=dict(settings.LANGUAGES), default="nb")
        parser.add_argument("--json", action="store_true")

    def handle(self, *_args: Any, **options: Any) -> None:
        """One transaction: person, operator and code."""
        try:
            validate_email(options["email"])
        except ValidationError as error:
            raise CommandError(f"{options['email']!r} is not an e-mail address.") from error
        now = timezone.now()
        with transaction.atomic():
            person = actions.meet(options["email"], options["name"], language=options["language"])
            Operator.objects.get_or_create(person=person, defaults={"since": timezone.localdate(now)})
            code = actions.write_code(person.email, at=now)
        link = f"{settings.PUBLIC_URL}/inn/kode/?{urlencode({'epost': person.email})}"
        if options["json"]:
            self.stdout.write(json.dumps({"link": link, "code": code, "email": person.email}))
            return
        minutes = int(actions.CODE_LIFETIME.total_seconds() // 60)
        self.stdout.write(f"{person.name} runs this installation now. Start it with: python3 run.py serve")
        self.stdout.write(f"Sign in within {minutes} minutes at {link}\nwith the code {code[:4]}-{code[4:]}")
