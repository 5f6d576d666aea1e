"""Tables out of files: any common kind is read; whatever is hostile is refused in a sentence, soon and in bounds."""

import io
import resource
import zipfile

import pytest
from openpyxl import Workbook
from openpyxl.workbook.protection import WorkbookProtection

from sloyfe.kit.tables import limits, reading
from sloyfe.kit.tables.reading import WHY, BadTable, read_table

PAGE = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>%s</sheetData></worksheet>'


def book(rows, *others):
    made = Workbook()
    for row in rows:
        made.active.append(row)
    for name in others:
        made.create_sheet(name).append(["a", "b"])
    made.security = WorkbookProtection()
    file = io.BytesIO()
    made.save(file)
    return file.getvalue()


SMALL = book([["Tittel"], ["Sted", 2023, "2024"], ["Lia", 1.5, "*"], ["Bekken", "=1+1", None]], "Notater")


def with_page(content, **extra):
    """The small workbook with another first page, and perhaps more parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(SMALL)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, content if name.endswith("sheet1.xml") and content else old.read(name))
        for name in extra.get("parts", ()):
            new.writestr(name, b"<x/>")
    return out.getvalue()


def test_a_title_above_the_header_is_passed_over_and_other_sheets_are_told():
    table = read_table(SMALL)

    assert table.columns == ("Sted", "2023", "2024")
    assert table.rows == ((3, ("Lia", "1.5", "*")), (4, ("Bekken", "", "")))
    assert (table.others, table.notes) == (("Notater",), frozenset({"formulas"}))
    with pytest.raises(BadTable, match="arket"):
        read_table(SMALL, "Finnes ikke")


@pytest.mark.parametrize(("encoding", "separator"), [("cp1252", ";"), ("utf-8-sig", "\t"), ("utf-16", ",")])
def test_csv_of_any_common_kind_is_read(encoding, separator):
    told = f"Sted{separator}År{separator}Verdi\nÅs skole{separator}2024{separator}3\n".encode(encoding)

    assert read_table(told).rows == ((2, ("Ås skole", "2024", "3")),)


def test_links_to_other_files_are_told_and_not_opened():
    assert "links" in read_table(with_page(None, parts=["xl/externalLinks/externalLink1.xml"])).notes


FAR = PAGE % b'<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
WIDE_AND_LONG = FAR.replace(b"XFD1048576", b"GR200000").replace(b"1048576", b"200000")  # a gigabyte, once opened
HOSTILE = {
    "empty": b"",
    "heavy": b"a" * 50_000_000,
    "bomb": with_page(PAGE % (b" " * 300_000_000)),
    "large": with_page(FAR),
    "long": b"a;b\n" + b"1;2\n" * (limits.MOST_ROWS + 1),
    "wide": ";".join("a" * (limits.MOST_COLUMNS + 1)).encode() + b"\n1",
    "locked": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"x" * 3000 + "EncryptedPackage".encode("utf-16-le"),
    "broken": SMALL[: len(SMALL) // 2],
    "quotes": b'a;b\n"x;1\n',
    "other": b"%PDF-1.7 ...",
    "bare": b"a;b\n",
}


@pytest.mark.parametrize("word", HOSTILE)
def test_a_hostile_file_is_refused_in_a_sentence(word):
    with pytest.raises(BadTable) as refused:
        read_table(HOSTILE[word])

    assert str(refused.value) == str(WHY[word])


def test_a_broken_spss_file_is_refused():
    with pytest.raises(BadTable, match="ødelagt"):
        read_table(b"$FL2" + b"\0" * 4000)


def test_a_file_that_wants_more_memory_than_it_may_have_takes_nothing_with_it():
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with pytest.raises(BadTable, match="for stor"):
        read_table(with_page(WIDE_AND_LONG))

    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 50 * 1024


def test_a_file_that_takes_too_long_is_left(monkeypatch):
    monkeypatch.setattr(reading, "SECONDS", 0.01)
    with pytest.raises(BadTable, match="for stor"):
        read_table(b"a;b\n1;2\n" * 10_000)
