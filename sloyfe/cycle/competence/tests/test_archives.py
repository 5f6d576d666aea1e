"""Archives from strangers: each ends in a sentence, in both languages, and none of them opens anything."""

import struct
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import pytest
from django.utils.translation import override

from sloyfe.cycle.competence.reading import archive
from sloyfe.cycle.competence.reading.doors import read_package
from sloyfe.cycle.competence.tests.making import manifest, resource, wiki, zipped
from sloyfe.kit.refusal import Refusal

GOOD = {
    "imsmanifest.xml": manifest(resource("p1", "wiki_content/side.html")),
    "wiki_content/side.html": wiki("p1", "Side", "<p>Hei på deg.</p>"),
}
LAUGHS = '<!DOCTYPE m [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>'


def refused(content: bytes, name: str = "pakke.imscc") -> tuple[str, str]:
    """The sentence in both languages."""
    with pytest.raises(Refusal) as caught:
        read_package(content, name)
    said = []
    for language in ("nb", "nn"):
        with override(language):
            said.append(str(caught.value))
    assert caught.value.status == 422
    assert said[0].endswith(".")
    return said[0], said[1]


@pytest.mark.parametrize(
    "path", ["../ute.html", "wiki_content/../../ute.html", "/etc/passwd", "C:\\ute.html", "..\\ute.html", "\\\\host\\x"]
)
def test_a_name_that_leads_out_is_refused(path):
    held = BytesIO(zipped(GOOD))
    with ZipFile(held, "a") as opened:
        opened.writestr(ZipInfo(path), "x")

    assert "peker ut av pakken" in refused(held.getvalue())[0]


def test_backslashes_that_lead_nowhere_are_only_mended():
    files = {name.replace("/", "\\"): content for name, content in GOOD.items()}
    package = read_package(zipped(files), "pakke.imscc")

    assert [page.identity for page in package.pages] == ["p1"]
    assert "names_mended" in {remark.defect for remark in package.remarks}


def test_a_bomb_is_refused_before_it_is_opened():
    assert "svulmer opp" in refused(zipped(GOOD | {"web_resources/stor.txt": b"0" * (50 << 20)}))[0]


def test_a_bomb_that_lies_about_its_size_is_refused(monkeypatch):
    monkeypatch.setattr(archive, "MOST_BYTES", 10_000)
    assert "for stor" in refused(zipped(GOOD | {"x.xml": "<a>" + "b " * 20_000 + "</a>"}))[0]


def test_too_many_files_are_refused(monkeypatch):
    monkeypatch.setattr(archive, "MOST_FILES", 5)
    assert "for mange filer" in refused(zipped(GOOD | {f"web_resources/{n}.txt": "x" for n in range(9)}))[0]


def test_a_link_out_of_the_archive_is_refused():
    held = BytesIO(zipped(GOOD))
    link = ZipInfo("web_resources/link")
    link.external_attr = 0o120777 << 16
    with ZipFile(held, "a") as opened:
        opened.writestr(link, "/etc/passwd")

    assert "peker ut av pakken" in refused(held.getvalue())[0]


@pytest.mark.parametrize("name", ["imsmanifest.xml", "i1.xml"])
def test_entities_are_refused(name):
    assert "entiteter" in refused(zipped(GOOD | {name: f"<?xml version='1.0'?>{LAUGHS}<manifest>&b;</manifest>"}))[0]


def test_a_truncated_archive_is_refused():
    whole = zipped(GOOD)
    assert "hel zip-fil" in refused(whole[: len(whole) // 2])[0]
    assert "heil zip-fil" in refused(whole[: len(whole) // 2])[1]


def test_a_damaged_file_is_refused():
    held = BytesIO()
    with ZipFile(held, "w", ZIP_DEFLATED) as opened:
        opened.writestr("imsmanifest.xml", manifest("") + " " * 300)
    spoilt = bytearray(held.getvalue())
    spoilt[60:90] = b"\xff" * 30

    assert "skadet" in refused(bytes(spoilt))[0]


def test_a_locked_archive_is_refused():
    whole = bytearray(zipped(GOOD))
    for start in (b"PK\x01\x02", b"PK\x03\x04"):
        at = whole.find(start) + (8 if start == b"PK\x01\x02" else 6)
        whole[at : at + 2] = struct.pack("<H", 1)

    assert "passord" in refused(bytes(whole))[0]


def test_without_a_manifest_nothing_is_guessed():
    assert "mangler imsmanifest.xml" in refused(zipped({"wiki_content/side.html": "<p>Hei</p>"}))[0]
    assert "bare andre zip-filer" in refused(zipped({"pakke.imscc": zipped(GOOD)}))[0]
    assert "lar seg ikke lese" in refused(zipped({"imsmanifest.xml": "<hei/>"}))[0]
    assert "lar seg ikke lese" in refused(zipped({"imsmanifest.xml": ""}))[0]


def test_what_is_no_package_is_told_so():
    assert refused(b"", "tom.txt")[0] == "Fila er tom."
    assert "filtypen" in refused(bytes(range(32)) * 100, "bilde.png")[0]
    assert "eksport" in refused(b'{"hei": 1}', "x.json")[0]
    assert "eksport" in refused(b"{ikke json", "x.json")[0]
    assert "eksport" in refused(b"[" * 100_000, "x.json")[0]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-8-sig"])
def test_other_encodings_are_read(encoding):
    files = {
        name: content.replace('encoding="UTF-8"', f'encoding="{encoding[:6]}"').encode(encoding)
        for name, content in GOOD.items()
    }
    package = read_package(zipped(files), "pakke.imscc")

    assert [page.title.raw for page in package.pages] == ["Side"]


def test_a_folder_around_the_package_makes_no_difference():
    package = read_package(zipped({f"Min pakke/{name}": content for name, content in GOOD.items()}), "pakke.zip")

    assert [page.provenance.source for page in package.pages] == ["wiki_content/side.html"]


def test_files_left_by_systems_and_files_nobody_lists_are_told_of():
    package = read_package(
        zipped(GOOD | {"__MACOSX/._x": "x", "web_resources/.DS_Store": "x", "web_resources/å.pdf": "x"}), "p.imscc"
    )

    assert {"file_junk", "file_unlisted"} <= {remark.defect.value for remark in package.remarks}
    assert [asset.path for asset in package.assets] == ["web_resources/å.pdf"]


def test_old_letters_are_read_as_their_file_says():
    old = wiki("p1", "Åsen", "<p>Æ og ø.</p>").replace("<head>", '<head><meta charset="iso-8859-1">').encode("latin-1")
    said = (
        '<?xml version="1.0" encoding="ISO-8859-1"?><webLink><title>Øya</title><url href="https://udir.no"/></webLink>'
    )
    files = GOOD | {"wiki_content/side.html": old, "w1.xml": said.encode("latin-1")}
    package = read_package(zipped(files), "pakke.imscc")

    assert {page.title.raw for page in package.pages} == {"Åsen", "Øya"}
    assert "encoding_guessed" not in {each.defect.value for page in package.pages for each in page.remarks}
