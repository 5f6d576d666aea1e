"""The round as a loop: every station in drawing and list, and only built ones lead anywhere."""

from django.template import Context, Template

from sloyfe.cycle.partnership.contract import Stage, State
from sloyfe.site.style_samples import SampleStation

STATIONS = [
    SampleStation("a", "Partnerskap", Stage.BUILD, State.DONE, "/a/"),
    SampleStation("b", "Behov", Stage.BUILD, State.UNDER_WAY, "/b/"),
    SampleStation("c", "Evaluering", Stage.GROW, State.COMING, None),
]


def drawn(stations):
    source = "{% load look %}{% round_circle stations 'Runden' %}"
    return Template(source).render(Context({"stations": stations}))


def test_each_state_is_said_in_words():
    page = drawn(STATIONS)

    assert [page.count(word) for word in ("ferdig</", "i gang</", "kommer</")] == [2, 1, 1]  # and "1 av 3 ferdig"


def test_a_station_that_is_not_built_is_no_link():
    page = drawn(STATIONS)

    assert page.count('href="/a/"') == page.count('href="/b/"') == 2  # drawing and list
    assert page.count("href=") == 4


def test_a_station_has_the_colour_of_its_stage():
    assert 'data-color="grow" data-state="coming"' in drawn(STATIONS)


def test_one_station_alone_is_a_round_too():
    assert "1 av 1 stasjon" in drawn(STATIONS[:1])
