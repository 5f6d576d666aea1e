"""The benchmark as a result for machines and as lines for people."""

import os
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.test.utils import override_settings

from benchmarks import suite
from sloyfe.access.models import Seat
from sloyfe.people.models import Person
from sloyfe.site.logs import write_logs

PAGES = (
    "/",
    "/p/{slug}/",
    "/p/{slug}/parter/",
    "/p/{slug}/avtale/",
    "/p/{slug}/undersokelser/",
    "/p/{slug}/behov/",
    "/p/{slug}/plan/",
    "/p/{slug}/klar-til-start/",
)


def measure(*, times: int) -> dict[str, Any]:
    """The demo's pages as Kari, and complete answers."""
    call_command("load_demo", verbosity=0)
    kari = Person.objects.get(email="kari@demo.sloyfe.no")
    seat = Seat.objects.filter(person=kari).select_related("space").earliest("since")
    slug = suite.slug_of(seat.space)
    with override_settings(ALLOWED_HOSTS=["*"]), Path(os.devnull).open("w", encoding="utf-8") as nowhere:
        write_logs(sink=nowhere)  # written as in service, but not among the figures
        figures = [*suite.pages(slug, PAGES, kari, times=times), suite.complete_answers(times=times)]
    return {
        "database": str(settings.DATABASES["default"]["ENGINE"]).rpartition(".")[2],
        "figures": suite.as_json(figures),
        "for scale": [suite.PEER_PAGE, suite.PEER_ANSWER],
    }


def lines(result: dict[str, Any]) -> str:
    """A table; milliseconds are CPU of this process, the floor is the bare view of the same run."""
    head = f"{'':<34}{'CPU ms':>8}{'floor':>8}{'ratio':>7}{'statements':>12}{'bytes':>8}"
    rows = [
        f"{one['name']:<34}{one['cpu_ms']:>8.2f}{one['floor_ms']:>8.2f}{one['ratio']:>7.2f}"
        f"{one['statements']:>12}{one['bytes']:>8}"
        for one in result["figures"]
    ]
    answer = result["figures"][-1]
    ours, least = (f"{1000 / answer[name]:.0f}" for name in ("cpu_ms", "floor_ms"))
    rows.append(f"One core takes {ours} complete answers a second, the bare view {least}.")
    about = ", ".join(f"{name} {value}" for name, value in result["machine"].items())
    return "\n".join([f"{about}, {result['database']}", head, *rows, *(f"For scale: {x}" for x in result["for scale"])])
