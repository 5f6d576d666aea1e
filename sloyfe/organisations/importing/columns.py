"""Finding the columns we know in the headings people have."""

from collections.abc import Iterable, Mapping

# As the registers for schools (NSR) and kindergartens (NBR) name them, and as people do.
ORGANISATION_COLUMNS: dict[str, tuple[str, ...]] = {
    "number": ("organisasjonsnummer", "orgnr", "organisasjonsnr", "org.nr", "org.nr."),
    "name": ("navn", "fulltnavn", "namn", "enhetsnavn", "einingsnamn", "kallenavn"),
    "kind": ("type", "enhetstype", "slag", "einingstype"),
    "owner_number": (
        "eierorgnr",
        "eier orgnr",
        "eier_orgnr",
        "eierorganisasjonsnummer",
        "eigarorgnr",
        "overordnetenhet",
    ),
    "owner_name": ("eier", "eiernavn", "eigar", "eigarnamn"),
    "municipality": ("kommunenr", "kommunenummer"),
    "language": ("maalform", "målform", "malform", "språk"),
    "staff": ("antallansatte", "antall ansatte", "ansatte", "ansattefra", "talet på tilsette"),
    "active": ("eraktiv", "aktiv"),
    "closed": ("nedleggelsesdato", "nedlagtdato", "utgattdato", "utgåttdato", "datonedlagt"),
    "is_school": ("erskole",),
    "is_school_owner": ("erskoleeier",),
    "is_kindergarten": ("erbarnehage",),
    "is_kindergarten_owner": ("erbarnehageeier",),
    "is_private": ("erprivatskole", "erprivatbarnehage", "privat"),
    "form": ("organisasjonsform",),
}
STAFF_COLUMNS: dict[str, tuple[str, ...]] = {
    "first_name": ("fornavn", "fornamn"),
    "last_name": ("etternavn", "etternamn"),
    "name": ("navn", "namn", "ansatt", "tilsett"),
    "email": ("e-post", "epost", "e-postadresse", "epostadresse", "email", "mail"),
    "number": ("organisasjonsnummer", "orgnr", "enhet orgnr", "orgnr enhet", "arbeidssted orgnr"),
    "unit": ("enhet", "eining", "arbeidssted", "arbeidsstad", "avdeling", "enhetsnavn"),
    "role_group": ("stilling", "stillingstittel", "stillingskode", "stillingsnavn", "rolle", "yrkesgruppe"),
    "language": ("målform", "maalform", "språk"),
}


def recognise(headings: Iterable[str], known: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    """Our name → the heading in the file, for every column we recognise."""
    by_shape = {_shape(heading): heading for heading in headings if heading}
    found = {}
    for ours, theirs in known.items():
        heading = next((by_shape[_shape(word)] for word in theirs if _shape(word) in by_shape), None)
        if heading is not None:
            found[ours] = heading
    return found


def _shape(heading: str) -> str:
    return "".join(sign for sign in heading.lower() if sign.isalnum())


def truth(word: str) -> bool:
    """What spreadsheets and registers write for yes."""
    return word.strip().lower() in {"true", "sann", "ja", "1", "x", "j", "yes"}
