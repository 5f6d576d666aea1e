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
from sloyfe.cycle.competence.tests.making import item, manifest, module, module_meta, resource, table, wiki, zipped
from tools.import_package import summed_up

DATA = Path(__file__).resolve().parents[5] / "shared" / "data"
HALF = '<div class="language" lang="{}">{}</div>'
TEXT = "<p>Dere skal lage en plan sammen og prøve den ut i egen enhet før neste samling.</p>" * 12


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
    body = "".join(
        HALF.format(
            language,
            table("[udir-goals]", "<h4>Mål</h4>" + TEXT)
            + table("[udir-task]", TEXT + table("[udir-reveal]", "Mer", TEXT))
            + table(["[udir-tabs]", ""], ["A", TEXT], ["B", TEXT])
            + TEXT,
        )
        for language in ("nb", "nn")
    )
    names = [(m, f"p{m}-{p}") for m in range(12) for p in range(8)]
    files = {f"wiki_content/{name}.html": wiki(name, f"nb: {name}|nn: {name}", body) for _m, name in names}
    files["imsmanifest.xml"] = manifest("".join(resource(name, f"wiki_content/{name}.html") for _m, name in names))
    files["course_settings/module_meta.xml"] = module_meta(
        *(module(f"m{m}", f"Modul {m}", *(item(f"i{n}", n, n) for k, n in names if k == m)) for m in range(12))
    )
    content = zipped(files)
    started = time.process_time()
    package = read_package(content, "pakke.imscc")
    spent = time.process_time() - started

    with capsys.disabled():
        print(
            f"\n  {len(package.pages)} pages in two languages ({len(body) // 1000} kB each): {spent:.1f} s of processor"
        )
    assert (len(package.modules), len(package.pages)) == (12, 96)
