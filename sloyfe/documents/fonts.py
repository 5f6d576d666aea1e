"""Makes the typeface of the PDF documents: Inter as plain TrueType files, from the web fonts that npm brings."""

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from fontTools.merge import Merger
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

FAMILY = "Inter"
FOLDER = Path(__file__).parent / "typefaces"  # made at set-up, never committed
# Latin first: it decides metrics. Latin-ext holds the Sámi letters; other scripts fall back to what typst brings.
SUBSETS = ("latin", "latin-ext", "cyrillic")
# file name → (name of the style, slant in the web fonts, weight)
STYLES = {
    "Inter-Regular.ttf": ("Regular", "normal", 400),
    "Inter-Italic.ttf": ("Italic", "italic", 400),
    "Inter-Bold.ttf": ("Bold", "normal", 700),
    "Inter-BoldItalic.ttf": ("Bold Italic", "italic", 700),
}
# Western and Eastern European Latin (Sámi among it), the marks of running text, and Cyrillic for names.
LETTERS = [
    *range(0x20, 0x250),
    *range(0x300, 0x310),
    *range(0x400, 0x460),
    *range(0x490, 0x492),
    *range(0x2000, 0x2216),
]
FEATURES = ["kern", "mark", "ccmp", "locl", "tnum"]
BOLD_BITS = {"OS/2": 1 << 5, "head": 1 << 0}
ITALIC_BITS = {"OS/2": 1 << 0, "head": 1 << 1}
REGULAR_BIT = 1 << 6


def prepare(source_dir: Path, target_dir: Path = FOLDER) -> list[Path]:
    """Writes the four styles from `@fontsource-variable/inter` into a folder; what is there already is kept."""
    target_dir.mkdir(parents=True, exist_ok=True)
    return [target_dir / name for name in STYLES if _made(name, source_dir, target_dir)]


def _made(name: str, source_dir: Path, target_dir: Path) -> bool:
    """Whether the style is there afterwards; a package without that slant gives one style less."""
    target = target_dir / name
    if target.exists():
        return True
    style, slant, weight = STYLES[name]
    sources = list(_sources(source_dir, slant))
    if not sources:
        return False
    with TemporaryDirectory() as scratch:
        font = _merged(sources, weight, Path(scratch))
    _label(font, style, weight)
    unfinished = target.with_suffix(".part")
    font.save(unfinished)
    unfinished.replace(target)  # a set-up that is stopped halfway leaves no half font behind
    return True


def _sources(source_dir: Path, slant: str) -> Iterator[Path]:
    files = source_dir / "files" if (source_dir / "files").is_dir() else source_dir
    for subset in SUBSETS:
        path = files / f"inter-{subset}-wght-{slant}.woff2"
        if path.exists():
            yield path


def _merged(sources: list[Path], weight: int, scratch: Path) -> TTFont:
    parts = []
    for source in sources:
        part = TTFont(source, recalcTimestamp=False)
        part.flavor = None
        subsetter = Subsetter(Options(layout_features=FEATURES, notdef_outline=True))
        subsetter.populate(unicodes=LETTERS)
        subsetter.subset(part)  # before the instancing, which takes its time for every glyph and pair
        instantiateVariableFont(part, {"wght": weight}, inplace=True)
        parts.append(str(scratch / f"{source.stem}.ttf"))
        part.save(parts[-1])
    return Merger().merge(parts)


def _label(font: TTFont, style: str, weight: int) -> None:
    """Gives the file the names and bits by which a program finds the right style of the family."""
    names = font["name"]
    names.names = [record for record in names.names if record.nameID not in {1, 2, 3, 4, 6, 16, 17, 21, 22, 25}]
    postscript = f"{FAMILY}-{style.replace(' ', '')}"
    labels = {1: FAMILY, 2: style, 3: postscript, 4: f"{FAMILY} {style}", 6: postscript}
    for number, text in labels.items():
        names.setName(text, number, 3, 1, 0x409)
    font["OS/2"].usWeightClass = weight
    selection, mac = font["OS/2"].fsSelection & ~0x61, 0
    for word, bits in (("Bold", BOLD_BITS), ("Italic", ITALIC_BITS)):
        if word in style:
            selection |= bits["OS/2"]
            mac |= bits["head"]
    font["OS/2"].fsSelection = selection or REGULAR_BIT
    font["head"].macStyle = mac
