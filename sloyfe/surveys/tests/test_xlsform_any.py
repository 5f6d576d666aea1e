"""Whatever stands in the cells, an XLSForm is either taken in whole or refused in a sentence."""

from typing import Any

from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from conftest import make_world, member
from sloyfe.surveys.actions import exchanging
from sloyfe.surveys.actions.freezing import NothingToAsk, NotWhole, freeze_edition
from sloyfe.surveys.xlsforms.book import BadForm, Book, Line
from sloyfe.surveys.xlsforms.incoming import Incoming
from sloyfe.surveys.xlsforms.reading import read_form
from sloyfe.surveys.xlsforms.relevance import from_expression, to_expression

NAMES = st.sampled_from(["a", "b", "c", "c_2", "1", "dk", "x y", "", "æ"])
TYPES = st.sampled_from(
    [
        *("text", "note", "integer", "decimal", "range", "start", "geopoint", "", "select_one"),
        *("select_one l", "select_one m", "select_one l or_other", "select_multiple l", "rank l"),
        *("begin_group", "begin group", "end_group", "end group", "begin_repeat", "end_repeat"),
    ]
)
RELEVANT = st.sampled_from(
    [
        *("", "((", "${a} = '1'", "${a} >= 2", "${c} != 1"),
        *("selected(${b}, 'x y') or ${b} = 'b'", "${a} = '1' or ${b} = '2'"),
    ]
)
CONSTRAINT = st.sampled_from(
    [". >= 2 and . <= 9", "regex(., 'x')", "string-length(.) <= 5", ". <= 99999999999", "count-selected(.) <= 0"]
)
WORDS = st.text(max_size=20)
SURVEY = st.fixed_dictionaries(
    {"type": TYPES, "name": NAMES, "relevant": RELEVANT},
    optional={
        "label": WORDS,
        "label::Norsk nynorsk (nn)": WORDS,
        "label::English (en)": WORDS,
        "hint": WORDS,
        "appearance": st.sampled_from(["likert", "multiline", "map"]),
        "constraint": st.sampled_from(
            [". >= 2 and . <= 9", "regex(., 'x')", "string-length(.) <= 5", ". <= 99999999999"]
        ),
        "parameters": st.sampled_from(["start=1 end=5 step=1", "start=5 end=1", "start=0.5", "end=999999999999"]),
        "required": st.sampled_from(["yes", "no"]),
        "sloyfe_kind": st.sampled_from(["help", "sources", "sources_text"]),
        "sloyfe_limit": st.sampled_from(["0", "3", "-1", "x", "٣"]),
        "sloyfe_pair": st.sampled_from(["p", "q" * 90]),
    },
)
CHOICES = st.fixed_dictionaries({"list_name": st.sampled_from(["l", "m", ""]), "name": NAMES, "label": WORDS})


def lines(rows: list[dict[str, str]]) -> list[Line]:
    return [Line(i, {name: words for name, words in row.items() if words}) for i, row in enumerate(rows, start=2)]


class AnyForm(TestCase):
    """Hypothesis rolls each example back."""

    @given(st.lists(SURVEY, min_size=1, max_size=8), st.lists(CHOICES, max_size=6))
    def test_what_is_read_can_be_taken_in(self, survey: list[dict[str, str]], choices: list[dict[str, str]]):
        try:
            incoming = read_form(Book(survey=lines(survey), choices=lines(choices)), title="Skjema")
        except BadForm:
            return
        world, kari = make_world(), member("Kari Eide", "kari@example.org")
        again = Incoming.from_json(incoming.to_json())
        told: dict[str, Any] = {"audience": "staff", "by": kari.person, "at": timezone.now()}
        made = exchanging.take_in(space=world.space, incoming=again, **told)
        assert made.items.count() == len(incoming.items)
        try:
            freeze_edition(made)
        except (NotWhole, NothingToAsk):
            return

    @given(st.text(max_size=60))
    def test_no_expression_trips_the_reader(self, words: str):
        condition = from_expression(words)
        assert condition is None or from_expression(to_expression(condition, "choice")) == condition
