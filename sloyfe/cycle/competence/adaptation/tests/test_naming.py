"""Blocks without names are found again in the next version."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sloyfe.cycle.competence.adaptation.naming import Nameless, named
from sloyfe.cycle.competence.adaptation.releasing import Listed, release
from sloyfe.cycle.competence.adaptation.trees import Kind

FIRST = [("p1", "Les teksten hver for dere."), ("p1", "Snakk sammen to og to."), ("p2", "Skriv ned det dere fant.")]


def version(before, blocks):
    names = named(before, [Nameless(*block) for block in blocks], str)
    pages = [Listed("m1", Kind.MODULE, None, ""), *(Listed(page, Kind.PAGE, "m1", "") for page in ("p1", "p2"))]
    listed = [Listed(name, Kind.BLOCK, page, wording) for name, (page, wording) in zip(names, blocks, strict=True)]
    return names, release(before, [*pages, *listed])


@pytest.mark.parametrize(
    ("blocks", "names"),
    [
        (FIRST, ["p1#1", "p1#2", "p2#1"]),
        ([FIRST[1], FIRST[0], FIRST[2]], ["p1#2", "p1#1", "p2#1"]),
        ([FIRST[0], ("p2", FIRST[1][1]), FIRST[2]], ["p1#1", "p1#2", "p2#1"]),
        ([FIRST[0], ("p1", "Snakk sammen tre og tre."), FIRST[2]], ["p1#1", "p1#2", "p2#1"]),
        ([FIRST[0], ("p1", "Noe helt nytt her."), FIRST[2]], ["p1#1", "p1#3", "p2#1"]),
        ([("p1", "Nytt først."), *FIRST], ["p1#3", "p1#1", "p1#2", "p2#1"]),
    ],
)
def test_what_is_the_same_moved_or_reworded_keeps_its_name(blocks, names):
    assert version(version(None, FIRST)[1], blocks)[0] == names


def test_what_was_removed_never_lends_its_name_to_something_else():
    second = version(version(None, FIRST)[1], FIRST[:1])[1]

    assert version(second, [FIRST[0], ("p1", "Noe helt nytt her.")])[0] == ["p1#1", "p1#3"]


WORDS = st.lists(st.sampled_from(["vi", "les", "skriv", "del", "tenk"]), min_size=1, max_size=4).map(" ".join)
BLOCKS = st.lists(st.tuples(st.sampled_from(["p1", "p2"]), WORDS), max_size=6)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])  # a busy machine draws slowly
@given(BLOCKS, BLOCKS)
def test_each_block_has_a_name_of_its_own_and_the_same_version_the_same_names(first, second):
    names, tree = version(None, first)
    later, _tree = version(tree, second)

    assert len(set(later)) == len(second)
    assert version(tree, first)[0] == names
