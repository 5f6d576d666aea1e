"""What a reading page costs beside a bare template of the same length, on a large package and on the demo's."""

import os
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from django.core.handlers.wsgi import WSGIHandler
from django.core.management import call_command
from django.test.utils import override_settings
from django.utils import timezone

from benchmarks import bare, suite
from benchmarks.measure import Request, cpu_ms, send
from sloyfe.access.models import Seat, Space
from sloyfe.cycle.competence.actions.imports import carry_out, keep_file
from sloyfe.cycle.competence.models import Page
from sloyfe.cycle.competence.tests.whole_package import large_package
from sloyfe.people.models import Person
from sloyfe.site.logs import write_logs

MOST = 2.0


@dataclass(frozen=True)
class Cost:
    """One page: milliseconds of CPU, and those of a bare template with as many bytes."""

    name: str
    cpu_ms: float
    bare_ms: float
    statements: int
    bytes: int

    @property
    def ratio(self) -> float:
        """How many times the bare template."""
        return self.cpu_ms / self.bare_ms


def measure(*, times: int) -> list[Cost]:
    """As Kari, who may read all."""
    call_command("load_demo", verbosity=0)
    kari = Person.objects.get(email="kari@demo.sloyfe.no")
    space = Space.objects.get(
        pk=Seat.objects.filter(person=kari).select_related("space").earliest("since").space.root_key
    )
    small = Page.objects.in_space(space).order_by("position")[0]
    run = keep_file(space, large_package(), "stor.imscc", by=kari, at=timezone.now())
    large = carry_out(run, at=timezone.now()).pages.order_by("position")[0]
    rows = {"a page of the demo": small, "a page of 12 x 8 x 2": large}
    paths = {name: f"/p/{space.slug}/pakker/{row.version.package_id}/sider/{row.pk}/" for name, row in rows.items()}
    paths["contents of 12 x 8 x 2"] = f"/p/{space.slug}/pakker/{large.version.package_id}/"
    cookie = suite.session_of(kari)
    settled = override_settings(ALLOWED_HOSTS=["*"], ROOT_URLCONF="benchmarks.bare")
    with settled, Path(os.devnull).open("w", encoding="utf-8") as nowhere:
        write_logs(sink=nowhere)
        naked = Request(f"/p/{space.slug}/naken/", cookie)
        return [_cost(name, Request(path, cookie), naked, times) for name, path in paths.items()]


def _cost(name: str, request: Request, naked: Request, times: int) -> Cost:
    handler = WSGIHandler()
    send(handler, request)
    ours = send(handler, request, listen=True)
    if not ours.status.startswith("200"):
        raise SystemExit(f"{name}: {ours.status}, so there is nothing to measure")
    bare.Length.letters = 0
    bare.Length.letters = max(0, len(ours.body) - len(send(handler, naked).body))
    spent, least = cpu_ms(handler, [request] * times), cpu_ms(handler, [naked] * times)
    return Cost(name, spent, least, len(ours.statements), len(ours.body))


def as_result(costs: list[Cost]) -> dict[str, Any]:
    """For machines, with lines for people."""
    head = f"{'':<26}{'CPU ms':>8}{'bare':>8}{'ratio':>7}{'statements':>12}{'bytes':>8}"
    rows = [
        f"{one.name:<26}{one.cpu_ms:>8.2f}{one.bare_ms:>8.2f}{one.ratio:>7.2f}{one.statements:>12}{one.bytes:>8}"
        for one in costs
    ]
    over = [one.name for one in costs if one.ratio > MOST]
    end = f"Over {MOST} times: {', '.join(over)}" if over else f"All within {MOST} times a bare template."
    return {"figures": [{**asdict(one), "ratio": round(one.ratio, 2)} for one in costs], "lines": [head, *rows, end]}
