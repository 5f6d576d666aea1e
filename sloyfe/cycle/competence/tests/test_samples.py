"""Two cartridges that others made, a page of HTML, and how long a whole package takes."""

import json
import time
from pathlib import Path

import pytest

from sloyfe.cycle.competence.markup.notes import Defect, Taken
from sloyfe.cycle.competence.reading.doors import read_package
from sloyfe.cycle.competence.reading.reporting import report_on
from sloyfe.cycle.competence.reading.sentences import DEFECTS, TAKEN
from sloyfe.cycle.competence.reading.telling import in_both, tell
from sloyfe.cycle.competence.tests.making import table, wiki
from sloyfe.cycle.competence.tests.whole_package import large_package
from tools.import_package import summed_up

DATA = Path(__file__).resolve().parents[5] / "shared" / "data"


@pytest.mark.parametrize(("name", "pages", "modules"), [("canvas_small_1.1", 10, 3), ("canvas_large_1.3", 69, 2)])
def test_cartridges_of_others_lose_nothing(name, pages, modules):
    path = DATA / f"{name}.imscc"
    if not path.exists():
        pytest.skip("NOT READ: ../shared/data is not here, so no foreign cartridge was read")
    report = report_on(read_package(path.read_bytes(), path.name))

    assert (len(report.pages), report.modules) == (pages, modules)
    assert not {Defect.WORDS_LEFT_OUT, Defect.LINKS_LEFT_OUT} & set(report.defects)


def test_every_class_of_remark_has_a_sentence_in_both_languages():
    assert set(DEFECTS) == set(Defect)
    assert set(TAKEN) == set(Taken)
    assert all(said["nn"] for said in map(in_both, [*DEFECTS.values(), *TAKEN.values()]))


def test_a_report_is_json_and_a_few_lines():
    told = tell(report_on(read_package(wiki("p", "nb: A|nn: B", table("[udir-tipp]", "x")).encode(), "side.html")))

    assert json.loads(json.dumps(told))["defects"]["unknown_tag"]["times"] == 1
    assert "A | B" in summed_up(told)


def test_a_package_of_two_languages_is_read_in_seconds(capsys):
    content = large_package()
    started = time.process_time()
    package = read_package(content, "pakke.imscc")
    spent = time.process_time() - started

    with capsys.disabled():
        print(f"\n  {len(package.pages)} pages in two languages: {spent:.1f} s of processor")
    assert (len(package.modules), len(package.pages)) == (12, 96)
