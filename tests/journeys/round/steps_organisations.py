"""The empty installation gets its operator, its organisations and its staff."""

from tests.journeys.conftest import first_run
from tests.journeys.round import files
from tests.journeys.round.cast import KARI, Cast, fill, says, send, words

IMPORT = "/organisasjoner/importer/"


def kari_comes_in(cast: Cast) -> None:
    """With the link and the code that the first run printed."""
    link, code = first_run(cast.server, KARI, "Kari Eide")
    cast.people["kari"] = cast.readers.reader()
    cast.kari.go(link[link.index("/inn/") :])
    fill(cast.kari, code=code)
    send(cast.kari, "code")
    assert cast.kari.path() == "/"
    cast.kari.go("/organisasjoner/")
    says(cast.kari, "Ingen virksomheter ennå")


def wrong_files_get_a_sentence(cast: Cast) -> None:
    """A letter, a broken file, a file of something else: each is told, and the choice stands."""
    for content, name, sentence in (
        (b"%PDF-1.7 noe", "brev.pdf", "ikke en CSV- eller XLSX-fil"),
        (b'Navn;Orgnr\n"aldri lukket;1\n', "nsr.csv", "CSV-fila er ødelagt"),
        (b"Farge;Form\nrosa;rund\n", "farger.csv", "Vi trenger kolonner for navn, e-post"),
    ):
        _choose(cast, content, name, "staff", wrong=True)
        says(cast.kari, sentence)
        assert cast.kari.page.locator('[name="kind"][value="staff"]').is_checked()


def a_wrong_check_digit_is_told_by_its_row(cast: Cast) -> None:
    """Before anything is kept."""
    _choose(cast, files.WRONG_DIGIT.encode(), "nsr.csv", "organisations")
    row = cast.kari.page.get_by_role("row", name="Lia skole").inner_text()
    assert "kontrollsifferet" in row


def organisations_and_staff_are_read_in(cast: Cast) -> None:
    """Schools as text, kindergartens as a spreadsheet, staff as the payroll office writes it."""
    for content, name, kind in (
        (files.NSR.encode("utf-8-sig"), "nsr.csv", "organisations"),
        (files.nbr_workbook(), "nbr.xlsx", "organisations"),
        (files.STAFF_WITH_ONE_WRONG.encode("cp1252"), "ansatte.csv", "staff"),
    ):
        _choose(cast, content, name, kind)
        cast.kari.press("Les inn")
        says(cast.kari, "Lest inn")
    told = words(cast.kari)
    assert all(name in told for name in ("Granvik kommune", "Lia skole", "Nes skole", "Bekken barnehage"))
    assert "Nedlagt" not in told
    cast.kari.follow("Lia skole")
    says(cast.kari, "anna.berg@example.org")


def _choose(cast: Cast, content: bytes, name: str, kind: str, *, wrong: bool = False) -> None:
    cast.kari.go(IMPORT)
    fill(cast.kari, kind=kind)
    file = {"name": name, "mimeType": "application/octet-stream", "buffer": content}
    cast.kari.page.locator('[name="file"]').set_input_files(file)  # type: ignore[arg-type]  # a payload is a dict
    send(cast.kari, "file", wrong=wrong)
