"""Organisations and staff out of files in the shapes that the registers and payroll systems give."""

import io
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from openpyxl import Workbook

from conftest import LONG_AGO, NOW, Member, member
from sloyfe.access.models import Operator
from sloyfe.kit.sheets import BadSheet, read_sheet
from sloyfe.organisations import actions, numbers
from sloyfe.organisations.importing.report import Outcome
from sloyfe.organisations.models import Employment, ImportFile, ImportKind, Kind, Organisation

URL = "/organisasjoner/importer/"


def number(first: str) -> str:
    return f"{first}{numbers.check_digit(first)}"


OWNER, SCHOOL, GARDEN, PRIVATE = number("91000001"), number("91000012"), number("91000022"), number("91000033")
NSR = (
    "Organisasjonsnummer;Navn;Kommunenr;ErAktiv;ErSkole;ErSkoleEier;ErGrunnskole;ErPrivatskole;AntallAnsatte;EierOrgnr;Maalform\n"
    f"{SCHOOL};Lia skole;4699;True;True;False;True;False;31;{OWNER};Nynorsk\n"
    f"{OWNER};Granvik kommune;4699;True;False;True;False;False;;;Nynorsk\n"
)
NBR = (
    '"Orgnr","Navn","Kommunenr","ErAktiv","ErBarnehage","ErBarnehageeier","ErPrivatBarnehage","EierOrgnr"\n'
    f'"{GARDEN}","Bekken barnehage","4699","True","True","False","True","{PRIVATE}"\n'
    f'"{PRIVATE}","Stiftelsen Bekken","4699","True","False","True","True",""\n'
    '"","Nedlagt barnehage","4699","False","True","False","False",""\n'
)
STAFF = (
    "Etternavn;Fornavn;E-post;Stilling;Orgnr;Lønnstrinn\n"
    f"Moe;Nils;Nils.Moe@Example.org;Assistent;{SCHOOL};99\n"
    f"Lie;Ola;ola@example.org;Rektor;{SCHOOL};99\n"
    f"Dal;Eva;ikke-en-adresse;Lærer;{SCHOOL};99\n"
    f"Vik;Ida;ida@example.org;Lærer;{number('91000044')};99\n"
)


@pytest.fixture
def kari(db: None) -> Member:
    kari = member("Kari Eide", "kari@example.org")
    Operator.objects.create(person=kari.person, since=LONG_AGO)
    return kari


def read_in(content: str | bytes, kind: str, by: Member) -> ImportFile:
    data = content.encode() if isinstance(content, str) else content
    file = actions.keep_file(data, "fil.csv", kind, by=by.person, at=NOW)
    actions.carry_out(file, by=by.person, at=NOW)
    return file


def test_a_file_from_the_school_register_becomes_owner_and_school(kari: Member):
    read_in(NSR, ImportKind.ORGANISATIONS, kari)

    school = Organisation.objects.get(number=SCHOOL)
    assert (school.kind, school.language, school.staff_count) == (Kind.SCHOOL, "nn", 31)
    assert school.parent is not None
    assert (school.parent.number, school.parent.kind) == (OWNER, Kind.OWNER_MUNICIPAL)


def test_a_file_from_the_kindergarten_register_knows_private_owners_and_skips_the_closed(kari: Member):
    file = actions.keep_file(NBR.encode("utf-16"), "nbr.csv", ImportKind.ORGANISATIONS, by=kari.person, at=NOW)
    report = actions.rehearse(file, at=NOW)

    assert [(row.what, row.outcome) for row in report.rows] == [
        ("Bekken barnehage", Outcome.NEW),
        ("Stiftelsen Bekken", Outcome.NEW),
        ("Nedlagt barnehage", Outcome.SKIPPED),
    ]
    actions.carry_out(file, by=kari.person, at=NOW)
    assert Organisation.objects.get(number=GARDEN).is_private


def test_a_rehearsal_leaves_no_trace(kari: Member):
    file = actions.keep_file(NSR.encode(), "nsr.csv", ImportKind.ORGANISATIONS, by=kari.person, at=NOW)
    actions.rehearse(file, at=NOW)

    assert Organisation.objects.count() == 0


def test_reading_the_same_file_again_changes_nothing(kari: Member):
    read_in(NSR, ImportKind.ORGANISATIONS, kari)
    file = actions.keep_file(NSR.encode(), "nsr.csv", ImportKind.ORGANISATIONS, by=kari.person, at=NOW)

    assert {row.outcome for row in actions.rehearse(file, at=NOW).rows} == {Outcome.SAME}


def test_a_file_is_carried_out_once_and_then_let_go_of(kari: Member):
    file = read_in(NSR, ImportKind.ORGANISATIONS, kari)

    with pytest.raises(actions.imports.AlreadyImported):
        actions.carry_out(file, by=kari.person, at=NOW)
    assert bytes(ImportFile.objects.get(pk=file.pk).content) == b""


def test_a_staff_list_employs_those_it_can_and_says_why_not_the_others(kari: Member):
    read_in(NSR, ImportKind.ORGANISATIONS, kari)
    file = actions.keep_file(STAFF.encode("cp1252"), "ansatte.csv", ImportKind.STAFF, by=kari.person, at=NOW)
    report = actions.rehearse(file, at=NOW)

    assert [row.outcome for row in report.rows] == [Outcome.NEW, Outcome.NEW, Outcome.WRONG, Outcome.WRONG]
    assert report.unknown == ("Lønnstrinn",)
    actions.carry_out(file, by=kari.person, at=NOW)
    nils = Employment.objects.get(person__email="nils.moe@example.org")
    assert (nils.person.name, nils.role_group, nils.person.language) == ("Nils Moe", "Assistent", "nn")


def test_a_spreadsheet_will_do_as_well(kari: Member):
    book = Workbook()
    assert book.active is not None
    for line in NSR.splitlines():
        book.active.append([int(cell) if cell.isdigit() else cell for cell in line.split(";")])
    out = io.BytesIO()
    book.save(out)
    read_in(out.getvalue(), ImportKind.ORGANISATIONS, kari)

    assert Organisation.objects.count() == 2


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "Fila er tom."),
        (b"%PDF-1.7 noe", "Dette er ikke en CSV- eller XLSX-fil."),
        (b"PK\x03\x04 ikke et regneark", "Regnearket lar seg ikke \u00e5pne."),
        (b'Navn;Orgnr\n"aldri lukket;1\n', "CSV-fila er \u00f8delagt"),
        (b"Farge;Form\nrosa;rund\n", "Vi fant ikke kolonnene"),
    ],
)
def test_a_wrong_file_gets_a_sentence_on_the_form(kari: Member, content: bytes, sentence: str):
    page = kari.client.post(URL, {"kind": "organisations", "file": io.BytesIO(content)})

    assert page.status_code == 422
    assert sentence in page.text
    assert ImportFile.objects.count() == 0


def test_the_sentence_comes_in_nynorsk_to_those_who_read_it(kari: Member):
    kari.person.language = "nn"
    kari.person.save()
    page = kari.client.post(URL, {"kind": "organisations", "file": io.BytesIO(b"Farge;Form\nrosa;rund\n")})

    assert "Vi fann ikkje kolonnane" in page.text


def test_a_wrong_check_digit_is_said_row_by_row(kari: Member):
    wrong = NSR.replace(SCHOOL, "910000129")
    file = actions.keep_file(wrong.encode(), "nsr.csv", ImportKind.ORGANISATIONS, by=kari.person, at=NOW)

    assert "kontrollsifferet" in str(actions.rehearse(file, at=NOW).rows[0].why)


def test_those_who_do_not_run_the_installation_do_not_see_the_register(ute: Member):
    assert [ute.client.get(url).status_code for url in (URL, "/organisasjoner/")] == [404, 404]


def test_an_unreadable_zip_is_refused_as_a_sheet():
    with pytest.raises(BadSheet):
        read_sheet(b"PK\x03\x04", "x.xlsx")


def test_a_small_file_that_unpacks_to_something_enormous_is_refused():
    bomb = io.BytesIO()
    with (
        ZipFile(bomb, "w", ZIP_DEFLATED) as packed,
        packed.open("xl/sharedStrings.xml", "w", force_zip64=True) as entry,
    ):
        for _megabyte in range(201):
            entry.write(bytes(1024 * 1024))

    with pytest.raises(BadSheet, match="20 MB"):
        read_sheet(bomb.getvalue(), "x.xlsx")
