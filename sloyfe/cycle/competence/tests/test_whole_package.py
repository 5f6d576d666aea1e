"""A package of the size that people have comes in by the page and the worker, and says how far it has come."""

import time

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from conftest import Member, World
from sloyfe.cycle.competence.models import PackageImport, PackageVersion
from sloyfe.cycle.competence.tests.test_importing import give, read_packages
from sloyfe.cycle.competence.tests.whole_package import MODULES, PAGES, large_package


def test_a_whole_package_comes_in_with_its_progress_told(
    world: World, kari: Member, capsys: pytest.CaptureFixture[str]
):
    page = give(world, kari, large_package())
    started = time.process_time()
    with CaptureQueriesContext(connection) as asked:
        read_packages()
    spent = time.process_time() - started
    told = [query["sql"] for query in asked.captured_queries if '"done" =' in query["sql"]]
    run = PackageImport.objects.in_space(world.space).get()
    with capsys.disabled():
        print(f"\n  {run.of} pages in two languages, read and stored: {spent:.1f} s of processor")

    assert (run.done, run.of) == (96, MODULES * PAGES)
    assert len(told) == 1 + MODULES * PAGES / 8  # that it is begun on, and every eighth page
    version = PackageVersion.objects.in_space(world.space).get()
    assert (version.modules.count(), version.pages.count()) == (MODULES, MODULES * PAGES)
    assert "lest inn" in kari.client.get(page).text


def test_on_the_way_the_page_shows_how_far(world: World, kari: Member):
    page = give(world, kari, b"Undring. Tell sammen.")
    PackageImport.objects.in_space(world.space).update(done=40, of=96)
    seen = kari.client.get(page).text

    assert '<progress class="package-progress" max="96" value="40"' in seen
    assert "40 av 96 sider" in seen
