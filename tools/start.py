"""`run.py`: everything prepared, then server and worker until somebody stops them; in the demo."""

import argparse
import os
import socket
import sys
import threading
import time
import urllib.error
import urllib.request

from django.apps import apps
from django.conf import settings

from tools.environment import PYTHON
from tools.preparation import prepare_code, prepare_data, prepare_demo, start_django
from tools.supervisor import Child, supervise
from tools.typefaces import typefaces_meanwhile

# Whom the demo introduces; the rest of the demo people are listed on its sign-in page.
CAST = ("kari", "ola", "nils", "siri", "ute")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What both `start` and `serve` understand."""
    parser.add_argument("--host", default="127.0.0.1", help="address to listen on (default %(default)s)")
    parser.add_argument("--prepare-only", action="store_true", help="prepare everything and stop before serving")


def run(options: argparse.Namespace) -> int:
    """The demo: a living network, and anybody may sign in as anybody."""
    return prepare_and_serve(options, demo=True)


def prepare_and_serve(options: argparse.Namespace, *, demo: bool) -> int:
    """Does everything in order, then looks after the two processes."""
    prepare_code()
    with typefaces_meanwhile():
        start_django(demo=demo)
        prepare_data()
        if demo:
            prepare_demo()
    if options.prepare_only:
        return 0
    port = _free_port(options.host)
    address = f"http://{options.host}:{port}/"
    people = _cast() if demo else []
    threading.Thread(target=_announce, args=(address, people), daemon=True).start()
    return supervise([Child("The server", server_command(options.host, port)), Child("The worker", worker_command())])


def server_command(host: str, port: int) -> list[str]:
    """Uvicorn without its access log, which would hold addresses and queries."""
    command = [str(PYTHON), "-m", "uvicorn", "sloyfe.site.asgi:application", "--host", host, "--port", str(port)]
    command += ["--no-access-log", "--no-server-header", "--log-level", "warning"]
    # Open streams would otherwise hold a stopping server for ever.
    return [*command, "--timeout-graceful-shutdown", "3"]


def worker_command() -> list[str]:
    """The process that sends letters and does what is due."""
    return [str(PYTHON), "-m", "django", "work"]


def _free_port(host: str) -> int:

    port = int(settings.PORT)
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            sys.exit(f"Cannot listen on {host}:{port} ({error.strerror}). Another port: PORT=8001 python3 run.py")
    return port


def _cast() -> list[tuple[str, str]]:

    emails = [f"{name}@demo.sloyfe.no" for name in CAST]
    rows = apps.get_model("people", "Person").objects.filter(email__in=emails).values_list("email", "name")
    return sorted(rows, key=lambda row: emails.index(row[0]))


def _announce(address: str, people: list[tuple[str, str]]) -> None:
    """Tells where it is, once it really answers."""
    for _attempt in range(240):
        try:
            urllib.request.urlopen(f"{address}healthz", timeout=5).close()  # noqa: S310 - our own address
            break
        except urllib.error.HTTPError:
            break
        except OSError:
            time.sleep(0.25)
    lines = [f"\nSløyfe is at {address}"]
    if people:
        lines.append("Sign in as one of the demo people:")
        lines += [f"  {name:<24} {email}" for email, name in people]
    lines.append("Stop with Ctrl-C.")
    print("\n".join(lines), flush=True)
    if os.environ.get("SLOYFE_DEMO") == "1":
        print("This is the demo: anybody who reaches this address may sign in as anybody.", flush=True)
