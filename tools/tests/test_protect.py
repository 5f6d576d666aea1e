"""`run.py protect` on tables as people have them."""

import csv
from pathlib import Path

import pytest

from tools.__main__ import main

TABLE = "owner,unit,role,answer,n\nA,1,larer,ja,3\nA,2,larer,ja,7\nA,2,larer,nei,5\nA,3,larer,ja,9\n"


def test_a_small_count_and_one_more_are_hidden_and_totals_are_written(tmp_path: Path):
    table, published = tmp_path / "table.csv", tmp_path / "published.csv"
    table.write_text(TABLE, encoding="utf-8")

    assert main(["protect", str(table), "-o", str(published)]) == 0
    with published.open(encoding="utf-8") as file:
        found = {(row["owner"], row["unit"]): row["n"] for row in csv.DictReader(file) if row["role"] == ""}

    assert found == {("", ""): "24", ("A", ""): "24", ("A", "1"): "hidden", ("A", "2"): "12", ("A", "3"): "hidden"}


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("unit,n\n1,3\n", "the columns must be the levels"),
        ("unit,role,n\n1,larer,mange\n", "line 2: 'mange' in the column n is not a whole number"),
        ("unit,role,n\n1,larer\n", "line 2: None in the column n is not a whole number"),
    ],
)
def test_a_table_that_cannot_be_read_gets_a_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], words: str, said: str
):
    table = tmp_path / "table.csv"
    table.write_text(words, encoding="utf-8")

    assert main(["protect", str(table)]) == 2
    assert said in capsys.readouterr().err


def test_a_unit_without_a_network_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    table, networks = tmp_path / "table.csv", tmp_path / "networks.csv"
    table.write_text(TABLE, encoding="utf-8")
    networks.write_text("unit,network\n1,x\n", encoding="utf-8")

    assert main(["protect", str(table), "--network", str(networks)]) == 2
    assert "no network for 2, 3" in capsys.readouterr().err
