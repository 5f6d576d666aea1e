"""How a document looks, said once for the four writers: colours as RRGGBB, sizes in points, page in millimetres."""

from dataclasses import asdict, dataclass


@dataclass(frozen=True)
class Look:
    """Calm and light: one dark colour for what leads the eye, thin lines, room around."""

    accent: str = "055351"
    ink: str = "292623"
    muted: str = "544F4A"
    line: str = "CFC6BB"
    surface: str = "EBF6F5"
    warning: str = "8A5200"
    warning_surface: str = "FCF3E3"
    body: float = 10.5
    small: float = 9
    title: float = 25
    subtitle: float = 13
    headings: tuple[float, ...] = (16, 13, 11.5, 10.5)
    margin: float = 25
    write_line: float = 9  # millimetres between ruled lines, for handwriting


LOOK = Look()
TEXT_WIDTH = 210 - 2 * LOOK.margin  # millimetres on A4
AS_DICT = asdict(LOOK)
