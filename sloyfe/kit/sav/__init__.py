"""SPSS system files (.sav), written and read without the program or its libraries."""

from sloyfe.kit.sav.cursor import BadSav
from sloyfe.kit.sav.layout import Measure, Variable
from sloyfe.kit.sav.reading import read_sav
from sloyfe.kit.sav.writing import sav_parts

__all__ = ["BadSav", "Measure", "Variable", "read_sav", "sav_parts"]
