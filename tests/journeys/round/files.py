"""Files in the column shapes of the two registers and of a staff list."""

import io

from openpyxl import Workbook

from sloyfe.organisations import numbers


def number(first: str) -> str:
    """A number with its check digit."""
    return f"{first}{numbers.check_digit(first)}"


OWNER, LIA, NES, BEKKEN, TJERN = (number(f"9100{n}") for n in ("0101", "0112", "0122", "0133", "0144"))
NSR_COLUMNS = (
    "Organisasjonsnummer;Navn;Kommunenr;ErAktiv;ErSkole;ErSkoleEier;ErGrunnskole;ErPrivatskole;"
    "AntallAnsatte;EierOrgnr;Maalform\n"
)
NSR = (
    NSR_COLUMNS
    + f"{LIA};Lia skole;4699;True;True;False;True;False;14;{OWNER};Nynorsk\n"
    + f"{NES};Nes skole;4699;True;True;False;True;False;11;{OWNER};Bokmål\n"
    + f"{OWNER};Granvik kommune;4699;True;False;True;False;False;;;Bokmål\n"
)
WRONG_DIGIT = NSR.replace(LIA, LIA[:-1] + str((int(LIA[-1]) + 1) % 10))
NBR_ROWS = (
    ("Orgnr", "Navn", "Kommunenr", "ErAktiv", "ErBarnehage", "ErBarnehageeier", "ErPrivatBarnehage", "EierOrgnr"),
    (int(BEKKEN), "Bekken barnehage", 4699, True, True, False, False, int(OWNER)),
    (int(TJERN), "Tjern barnehage", 4699, True, True, False, False, int(OWNER)),
    ("", "Nedlagt barnehage", 4699, False, True, False, False, ""),
)
STAFF = "Etternavn;Fornavn;E-post;Stilling;Orgnr;Lønnstrinn\n" + "".join(
    f"{last};{first};{first.lower()}.{last.lower()}@example.org;{role};{unit};50\n"
    for last, first, role, unit in (
        ("Berg", "Anna", "Lærer", LIA),
        ("Dal", "Per", "Assistent", LIA),
        ("Haug", "Liv", "Lærer", NES),
        ("Strand", "Odd", "Vernepleier", NES),
        ("Moen", "Eli", "Barnehagelærer", BEKKEN),
        ("Lund", "Jon", "Fagarbeider", TJERN),
    )
)
STAFF_WITH_ONE_WRONG = STAFF + f"Vik;Ida;ikke-en-adresse;Lærer;{LIA};50\n"


def nbr_workbook() -> bytes:
    """The kindergarten register as a spreadsheet."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Enheter")
    for row in NBR_ROWS:
        sheet.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()
