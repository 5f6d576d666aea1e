"""The same document gives the same bytes: zip files carry clock times, and these are set to the document's date."""

import datetime as dt
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

EPOCH = dt.date(1980, 1, 1)  # the first date a zip file can say


def sealed(package: bytes, date: dt.date | None) -> bytes:
    """The package with every entry at midnight of the date; the media type of an ODT stays first and unpacked."""
    day = max(date or EPOCH, EPOCH)
    result = BytesIO()
    with ZipFile(BytesIO(package)) as source, ZipFile(result, "w", ZIP_DEFLATED) as target:
        for name in sorted(set(source.namelist()), key=_place):
            entry = ZipInfo(name, (day.year, day.month, day.day, 0, 0, 0))
            entry.compress_type = ZIP_STORED if name == "mimetype" else ZIP_DEFLATED
            entry.external_attr = 0o600 << 16
            target.writestr(entry, source.read(name))
    return result.getvalue()


def _place(name: str) -> tuple[bool, bool, str]:
    """What tells a reader the kind of file comes first."""
    return (name != "mimetype", name != "[Content_Types].xml", name)
