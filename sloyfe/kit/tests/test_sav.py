"""SPSS files: what we write, somebody else's reader reads; what anybody writes, ours reads or refuses."""

import struct
import zlib
from datetime import UTC, datetime

import pyreadstat
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sloyfe.kit.sav import BadSav, Measure, Variable, read_sav, sav_parts

AT = datetime(2026, 9, 1, 10, 0, tzinfo=UTC)
HIDDEN = -9.0
COLUMNS = [
    Variable("niva", "Nivå", width=60, measure=Measure.NOMINAL),
    Variable("A1.trygg#", "Hvor trygg er du?", decimals=2, labels={HIDDEN: "skjult", 5: "svært"}, missing=(HIDDEN,)),
    Variable("A1.Trygg?", "Antall"),
]
CASES = [["Ås skole", 3.25, 7.0], ["", HIDDEN, None], ["å" * 60, 1000.5, -5.0]]


def made(columns=COLUMNS, cases=CASES, **rest):
    return b"".join(sav_parts(columns, cases, title="Undersøkelse", at=AT, **rest))


def read_by_others(content, tmp_path):
    file = tmp_path / "x.sav"
    file.write_bytes(content)
    return pyreadstat.read_sav(str(file), output_format="dict", user_missing=True)


def test_another_reader_finds_names_labels_values_and_what_is_hidden(tmp_path):
    data, about = read_by_others(made(count=3), tmp_path)

    assert list(data["A1.trygg"]) == [3.25, HIDDEN, 1000.5]
    assert list(data["A1.Trygg_2"]) == [7.0, None, -5.0]
    assert list(data["niva"]) == ["Ås skole", "", "å" * 30]
    assert about.column_names_to_labels["A1.trygg"] == "Hvor trygg er du?"
    assert about.variable_value_labels == {"A1.trygg": {HIDDEN: "skjult", 5.0: "svært"}}
    assert about.missing_ranges == {"A1.trygg": [{"lo": HIDDEN, "hi": HIDDEN}]}
    assert (about.file_encoding, about.number_rows, about.file_label) == ("UTF-8", 3, "Undersøkelse")


def test_to_another_reader_a_hidden_number_is_missing_and_never_zero(tmp_path):
    file = tmp_path / "x.sav"
    file.write_bytes(made())
    data, _about = pyreadstat.read_sav(str(file), output_format="dict")

    assert list(data["A1.trygg"]) == [3.25, None, 1000.5]


@given(
    st.lists(
        st.tuples(
            st.text(st.characters(blacklist_categories=["Cs"], blacklist_characters="\0"), max_size=40).map(str.strip),
            st.none() | st.floats(allow_nan=False, allow_infinity=False, min_value=-1e300),
        ),
        max_size=40,
    )
)
def test_what_is_written_is_read_back(rows):
    _columns, cases = read_sav(made([Variable("a", width=200), Variable("b")], rows))

    assert [(words.strip(), number) for words, number in cases] == [tuple(row) for row in rows]


@given(st.integers(0, len(made()) - 1), st.integers(0, 255))
def test_a_forged_file_is_read_or_refused_and_nothing_else(at, byte):
    content = made()
    try:
        _columns, cases = read_sav(content[:at] + bytes([byte]) + content[at + 1 :])
        list(cases)
    except BadSav:
        pass


@pytest.mark.parametrize("length", range(1, len(made()) - 8, 7))
def test_a_file_that_is_cut_is_refused(length):
    with pytest.raises(BadSav):
        list(read_sav(made(count=3)[:length])[1])


def test_deflated_data_is_read_too_but_only_as_far_as_a_ceiling(monkeypatch):
    content = made()
    end = content.index(struct.pack("<2i", 999, 0)) + 8
    packed = content[:72] + struct.pack("<i", 2) + content[76:end] + b"\0" * 24 + zlib.compress(content[end:])
    assert next(read_sav(packed)[1]) == ["Ås skole", 3.25, 7.0]

    monkeypatch.setattr("sloyfe.kit.sav.cases.STRETCH", 10)
    with pytest.raises(BadSav):
        list(read_sav(packed)[1])


def test_a_day_is_read_as_a_day():
    seconds = (datetime(2024, 9, 1) - datetime(1582, 10, 14)).total_seconds()  # noqa: DTZ001 - the format knows no zone
    content = made([Variable("dag")], [[seconds]])
    shape = struct.pack("<2i", 5 << 16 | 8 << 8, 5 << 16 | 8 << 8)
    assert content.count(shape) == 1
    [[day]] = list(read_sav(content.replace(shape, struct.pack("<2i", 20 << 16 | 11 << 8, 20 << 16 | 11 << 8)))[1])
    assert day == "2024-09-01"
