"""`run.py first-run`: from an empty folder to somebody who can sign in."""

import argparse

from django.core.management import CommandError, call_command

from tools.preparation import prepare_code, prepare_data, start_django


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Who runs the installation."""
    parser.add_argument("--email", required=True, help="e-mail address of the operator")
    parser.add_argument("--name", required=True, help="name of the operator")
    parser.add_argument("--language", choices=("nb", "nn"), default="nb", help="language of the operator's screens")
    parser.add_argument("--json", action="store_true", help="print the result as JSON")


def run(options: argparse.Namespace) -> int:
    """Makes tables where there are none, then the operator."""
    prepare_code()
    start_django()
    prepare_data()
    try:
        call_command("first_run", **vars(options))
    except CommandError as error:
        raise SystemExit(str(error)) from error
    return 0
