"""What a reading page costs beside a bare template of the same length, on a large package and on the demo's."""

import os
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from django.core.cache import cache
from django.core.handlers.wsgi import WSGIHandler
from django.core.management import call_command
from django.test.utils import override_settings
from django.utils import timezone

from benchmarks import bare, suite
from benchmarks.measure import Request, cpu_ms, send
from sloyfe.access.models import Seat, Space
from sloyfe.cycle.competence.actions.adapting import adapt
from sloyfe.cycle.competence.actions.imports import carry_out, keep_file
from sloyfe.cycle.competence.adaptation.editing import skip
from sloyfe.cycle.competence.adaptation.layers import Layer, Level
from sloyfe.cycle.competence.adaptation.permissions import Refused
from sloyfe.cycle.competence.adaptation.trees import Tree
from sloyfe.cycle.competence.models import Page
from sloyfe.cycle.competence.tests.whole_package import large_package
from sloyfe.people.models import Person
from sloyfe.site.logs import write_logs

MOST = 2.0


@dataclass(frozen=True)
class Cost:
    """One page: milliseconds of CPU once it has been read, at its first reading, and of a bare template as long."""

    name: str
    cpu_ms: float
    first_ms: float
    bare_ms: float
    statements: int
    bytes: int

    @property
    def ratio(self) -> float:
        """How many times the bare template."""
        return self.cpu_ms / self.bare_ms


def measure(*, times: int) -> list[Cost]:
    """As Kari, who may read all, and as Nils, whose unit reads what it has made of the package."""
    call_command("load_demo", verbosity=0)
    kari, nils = (Person.objects.get(email=f"{name}@demo.sloyfe.no") for name in ("kari", "nils"))
    seats = Seat.objects.filter(person=nils).select_related("space")
    unit = next(seat.space for seat in seats if seat.space.parent_id)
    space = Space.objects.get(pk=unit.root_key)
    small = Page.objects.in_space(space).order_by("position")[0]
    run = keep_file(space, large_package(), "stor.imscc", by=kari, at=timezone.now())
    large = carry_out(run, at=timezone.now()).pages.order_by("position")[4]
    way = {row: f"/p/{space.slug}/pakker/{row.version.package_id}/" for row in (small, large)}
    page = {row: f"{way[row]}sider/{row.pk}/" for row in way}
    asked = {"a page of the demo": page[small], "a page of 12 x 8 x 2": page[large], "its contents": way[large]}
    settled = override_settings(ALLOWED_HOSTS=["*"], ROOT_URLCONF="benchmarks.bare")
    with settled, Path(os.devnull).open("w", encoding="utf-8") as nowhere:
        write_logs(sink=nowhere)
        found = [_cost(f"{name}, Kari", path, kari, space, times) for name, path in asked.items()]
        found += [_cost(f"{name}, Nils", path, nils, space, times) for name, path in asked.items()]
        _adapt(large, unit, kari)
        read = list(asked.items())[1:]
        return found + [_cost(f"{name}, as adapted", path, nils, space, times) for name, path in read]


def _adapt(page: Page, unit: Space, by: Person) -> None:
    """The unit leaves out the page before."""
    before = page.version.pages.get(position=page.position - 1)

    def skipped(layer: Layer[str], master: Tree[str]) -> Layer[str] | Refused:
        return skip(layer, master, f"p:{before.identity}")

    adapt(page.version.package, unit, Level.UNIT, skipped, by=by, at=timezone.now())


def _cost(name: str, path: str, reader: Person, space: Space, times: int) -> Cost:
    handler, cookie = WSGIHandler(), suite.session_of(reader)
    request, naked = Request(path, cookie), Request(f"/p/{space.slug}/naken/", cookie)
    send(handler, naked)
    cache.clear()
    first = cpu_ms(handler, [request], rounds=1)
    ours = send(handler, request, listen=True)
    if not ours.status.startswith("200"):
        raise SystemExit(f"{name}: {ours.status}, so there is nothing to measure")
    bare.Length.letters = 0
    bare.Length.letters = max(0, len(ours.body) - len(send(handler, naked).body))
    spent, least = cpu_ms(handler, [request] * times), cpu_ms(handler, [naked] * times)
    return Cost(name, spent, first, least, len(ours.statements), len(ours.body))


def as_result(costs: list[Cost]) -> dict[str, Any]:
    """For machines, with lines for people."""
    head = f"{'':<34}{'first ms':>9}{'CPU ms':>8}{'bare':>8}{'ratio':>7}{'statements':>12}{'bytes':>8}"
    rows = [
        f"{one.name:<34}{one.first_ms:>9.2f}{one.cpu_ms:>8.2f}{one.bare_ms:>8.2f}{one.ratio:>7.2f}{one.statements:>12}{one.bytes:>8}"
        for one in costs
    ]
    over = [one.name for one in costs if one.ratio > MOST]
    end = f"Over {MOST} times: {', '.join(over)}" if over else f"All within {MOST} times a bare template."
    return {"figures": [{**asdict(one), "ratio": round(one.ratio, 2)} for one in costs], "lines": [head, *rows, end]}
