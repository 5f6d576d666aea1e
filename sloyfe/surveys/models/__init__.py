"""Tables of the surveys. The anonymous answers are not here: only the release and closing may name them."""

from sloyfe.surveys.models import answers as _answers  # noqa: F401 - Django must know the table; nobody else may
from sloyfe.surveys.models.instruments import (
    GATHERING,
    Audience,
    BankEntry,
    Edition,
    Instrument,
    Item,
    ItemVersion,
    Kind,
    Part,
)
from sloyfe.surveys.models.named import NamedResponse
from sloyfe.surveys.models.outside import (
    Absence,
    ColumnChoice,
    FigureFile,
    FigureImport,
    FigureImportUndone,
    OutsideFigure,
)
from sloyfe.surveys.models.releases import Release, ReleasedGroup, ReleaseFigure, ReleaseText, Ruling
from sloyfe.surveys.models.sending import Addressee, Code, Envelope, MeetingLink
from sloyfe.surveys.models.waves import (
    Closure,
    Consent,
    Mode,
    Reminder,
    Wave,
    WaveOpening,
    WavePlace,
)

__all__ = [
    "GATHERING",
    "Absence",
    "Addressee",
    "Audience",
    "BankEntry",
    "Closure",
    "Code",
    "ColumnChoice",
    "Consent",
    "Edition",
    "Envelope",
    "FigureFile",
    "FigureImport",
    "FigureImportUndone",
    "Instrument",
    "Item",
    "ItemVersion",
    "Kind",
    "MeetingLink",
    "Mode",
    "NamedResponse",
    "OutsideFigure",
    "Part",
    "Release",
    "ReleaseFigure",
    "ReleaseText",
    "ReleasedGroup",
    "Reminder",
    "Ruling",
    "Wave",
    "WaveOpening",
    "WavePlace",
]
