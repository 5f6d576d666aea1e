"""Files that somebody made in a spreadsheet, or by hand to do harm."""

import io
import zipfile

import pytest
from openpyxl import Workbook

from sloyfe.kit.sheets import BadSheet, read_sheet


def test_a_workbook_whose_entities_unfold_without_end_is_refused_in_a_sentence():
    whole, file = io.BytesIO(), io.BytesIO()
    Workbook().save(whole)
    entities = "".join(f'<!ENTITY a{i} "{f"&a{i - 1};" * 10}">' for i in range(1, 12))
    bomb = f'<!DOCTYPE x [<!ENTITY a0 "ha">{entities}]><workbook>&a11;</workbook>'
    with zipfile.ZipFile(whole) as told, zipfile.ZipFile(file, "w") as made:
        for name in told.namelist():
            made.writestr(name, bomb if name == "xl/workbook.xml" else told.read(name))

    with pytest.raises(BadSheet, match="lar seg ikke åpne"):
        read_sheet(file.getvalue(), "ansatte.xlsx")
