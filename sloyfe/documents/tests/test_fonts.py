"""The typeface of the PDFs, made from the web fonts."""

from pathlib import Path

import pytest
import typst
from fontTools.ttLib import TTFont

from sloyfe.documents import fonts

PACKAGE = Path(__file__).parents[3] / "node_modules" / "@fontsource-variable" / "inter"


@pytest.fixture
def typefaces() -> list[Path]:
    if not fonts.FOLDER.is_dir():
        pytest.skip("THE TYPEFACES ARE NOT MADE: `python3 run.py` makes them")
    return sorted(fonts.FOLDER.glob("*.ttf"))


def test_typst_finds_the_four_styles(typefaces):
    found = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[fonts.FOLDER]).fonts()

    assert sorted((face.family, face.style, face.weight) for face in found) == [
        ("Inter", "italic", 400),
        ("Inter", "italic", 700),
        ("Inter", "normal", 400),
        ("Inter", "normal", 700),
    ]


def test_norwegian_and_sami_letters_are_in_it(typefaces):
    for path in typefaces:
        letters = TTFont(path).getBestCmap()
        assert [letter for letter in "æøåÆØÅáčđŋšŧžÁČĐŊŠŦŽ–«»…€" if ord(letter) not in letters] == []


@pytest.mark.full
def test_the_web_fonts_become_the_same_files_and_are_then_kept(typefaces, tmp_path):
    if not PACKAGE.is_dir():
        pytest.skip("THE WEB FONTS ARE NOT HERE: `python3 run.py` fetches them")
    made = fonts.prepare(PACKAGE, tmp_path)
    written = [path.stat().st_mtime_ns for path in made]

    assert {path.name for path in made} == {path.name for path in typefaces}
    assert fonts.prepare(PACKAGE, tmp_path) == made
    assert [path.stat().st_mtime_ns for path in made] == written


def test_without_the_package_nothing_is_made_and_typst_uses_its_own(tmp_path):
    assert fonts.prepare(tmp_path / "nothing", tmp_path / "typefaces") == []
