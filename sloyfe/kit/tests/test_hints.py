"""The hint that a text may point at one person."""

import pytest

from sloyfe.kit.hints import looks_like_a_person


@pytest.mark.parametrize(
    ("text", "piece"),
    [
        ("Vi så at Ingrid sto alene.", "Ingrid"),
        ("Ring 22 33 44 55 om det.", "22 33 44 55"),
        ("En elev med ADHD trenger mer.", "elev med ADHD"),
        ("Gutten på 4 år gråt.", "Gutten på 4 år"),
        ("Skriv til noen@example.org", "noen@example.org"),
    ],
)
def test_what_may_point_at_one_person_is_found(text: str, piece: str):
    assert looks_like_a_person(text) == piece


@pytest.mark.parametrize("text", ["", "Barna på Lia skole leker ute.", "Vi er fem på jobb, og per i dag holder det."])
def test_ordinary_words_raise_no_hint(text: str):
    assert looks_like_a_person(text) is None
