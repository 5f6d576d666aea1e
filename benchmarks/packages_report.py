"""A competence package of the size that people have: what it costs to read, to store, to find and to print."""

import time
from argparse import Namespace
from collections.abc import Callable
from io import BytesIO
from typing import Any
from zipfile import ZipFile

from lxml import html

from tools.preparation import prepare_data, start_django

QUESTION = "plan i egen enhet"


def packages(options: Namespace) -> dict[str, Any]:
    """Twelve modules of eight pages in two languages, in the demo."""
    start_django(demo=True)
    prepare_data()
    # All of these need a Django that has started.
    from django.core.management import call_command  # noqa: PLC0415
    from django.test import Client  # noqa: PLC0415
    from django.utils import timezone  # noqa: PLC0415

    from sloyfe.access.models import Space  # noqa: PLC0415
    from sloyfe.cycle.competence.actions import imports, indexing  # noqa: PLC0415
    from sloyfe.cycle.competence.reading.doors import read_package  # noqa: PLC0415
    from sloyfe.cycle.competence.tests.whole_package import large_package  # noqa: PLC0415
    from sloyfe.people.models import Person  # noqa: PLC0415

    call_command("load_demo", verbosity=0)
    content = large_package()
    space, person = Space.objects.get(slug="med-i-leken"), Person.objects.get(email="kari@demo.sloyfe.no")
    floor = _cpu(lambda: _only_parsed(content))
    reading = _cpu(lambda: read_package(content, "pakke.imscc"))
    run = imports.keep_file(space, content, "pakke.imscc", by=person, at=timezone.now())
    whole = _cpu(lambda: imports.carry_out(run, at=timezone.now()))
    run.refresh_from_db()
    version = run.finished.version
    index = _cpu(lambda: indexing.index(version, [(page, page.tree) for page in version.pages.all()]))
    browser = Client()
    browser.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
    place = f"/p/{space.slug}/pakker/{version.package_id}/"
    times = max(1, options.times // 20)
    found = _cpu(lambda: [browser.get(f"{place}sok/", {"q": QUESTION}) for _time in range(times)]) / times
    paper = _cpu(lambda: browser.get(f"{place}utskrift/"))
    figures = {
        "unzipped and parsed by lxml, nothing else (the floor)": floor,
        "read into blocks, checked and reported on": reading,
        "read, stored and made ready for the search": whole,
        "of which made ready for the search": index,
        "one search in it": found,
        "all of it on one page": paper,
    }
    told = {name: round(seconds, 3) for name, seconds in figures.items()}
    lines = [f"{name:<58}{seconds:>8.3f} s of processor" for name, seconds in told.items()]
    return {"pages": version.pages.count(), "bytes": len(content), "cpu_s": told, "lines": lines}


def _only_parsed(content: bytes) -> None:
    with ZipFile(BytesIO(content)) as archive:
        for name in archive.namelist():
            if name.endswith(".html"):
                html.document_fromstring(archive.read(name).decode())


def _cpu(work: Callable[[], object]) -> float:
    started = time.process_time()
    work()
    return time.process_time() - started
