"""The demo is a network that the product could have made, the same every time, and closed to outsiders."""

import re
from datetime import date
from pathlib import Path

import pytest
from django.conf import settings

from sloyfe.access.models import Seat, Space
from sloyfe.cycle.partnership.models import Amendment
from sloyfe.cycle.partnership.queries import agreement, current_round
from sloyfe.cycle.partnership.queries.gate import start_of
from sloyfe.cycle.partnership.queries.reading import reading
from sloyfe.kit.text import Status
from sloyfe.organisations.models import Kind, Organisation
from sloyfe.organisations.numbers import is_valid
from sloyfe.people.models import Letter, Person
from sloyfe.site.demo.people import address, cast
from sloyfe.site.demo.stage import school_year
from sloyfe.site.demo.tally import tally
from sloyfe.site.demo.tests.conftest import all_figures
from sloyfe.site.demo.tests.walking import browser, walk
from sloyfe.site.home import start_page
from sloyfe.site.stations import checks
from sloyfe.surveys import queries, release
from sloyfe.surveys.release import Reason

LEFT_OVER = re.compile(r"%\(\w+\)s|\{\w+\}|\{%|\{\{")
TAG = re.compile(r"<[^>]+>")
CAST = [
    ("kari", "nb"),
    pytest.param("ola", "nn", marks=pytest.mark.full),
    ("nils", "nn"),
    ("siri", "nb"),
    ("ute", "nb"),
]


def test_it_is_as_large_as_we_say(demo):
    counted = tally(demo.stage.space)
    units = [key for key in demo.stage.parties if demo.stage.place(key).path.count("/") == 3]
    assert (counted["parties"], len(units)) == (18, 14)
    assert 380 < counted["people"] < 420
    assert counted["answers"] == 277
    assert counted["signatures"] == 18 + 5
    kinds = Organisation.objects.filter(pk__in=[row.pk for row in demo.stage.organisations.values()])
    assert kinds.filter(kind=Kind.OWNER_PRIVATE).count() == 1
    assert kinds.filter(kind__in=[Kind.PPT, Kind.UNIVERSITY]).count() == 2


def test_two_loads_show_the_same(demo):
    assert all_figures(demo.stage.space) == demo.figures_before


def test_the_round_has_started_with_everything_in_place(demo):
    this_round = current_round(demo.stage.space)
    assert start_of(this_round)
    assert [check.key for check in checks(reading(this_round)) if not check.met] == ["signatures"]
    assert Amendment.objects.filter(version__space=demo.stage.space).count() == 1


def test_small_and_unanimous_units_are_hidden_and_the_network_is_not(demo):
    wave = queries.staff_wave(demo.stage.space)
    for key in ("ytre_lonndal_skule", "lonndal_sfo"):
        assert all(figure.is_hidden for figure in release.figures(wave, demo.stage.place(key)))
    alike = release.figure(wave, "A2.transitions", demo.stage.place("ppt"))
    assert alike.value.reason == Reason.PROTECTED
    assert not any(figure.is_hidden for figure in release.figures(wave))


def test_free_texts_that_point_at_somebody_are_held_back(demo):
    wave = queries.staff_wave(demo.stage.space)
    held = {entry["words"] for entry in demo.stage.told["survey"]["held_text"]}
    passed = {*release.texts(wave, "C6"), *release.texts(wave, "C7")}
    assert len(passed) > 50
    assert not held & passed


def test_no_key_is_left_behind(demo):
    keys = {path.stem for path in Path(settings.KEY_DIR).glob("*.key")}
    assert not keys & {str(wave.pk) for wave in queries.waves(demo.stage.space)}


def test_some_nynorsk_is_older_than_its_source(demo):
    sections = agreement.sections(agreement.agreement_of(current_round(demo.stage.space)))
    older = [each.section.key for each in sections if each.section.body.status("nn") == Status.OLDER]
    assert older == ["sharing_in_unit", "guidance"]


def test_organisation_numbers_pass_the_check(demo):
    assert all(is_valid(row.number) and row.number[0] == "3" for row in demo.stage.organisations.values())


def test_nothing_waits_to_be_posted(demo):
    assert Letter.objects.exists()
    assert not Letter.objects.filter(dispatch=None).exists()


@pytest.mark.parametrize("name", [entry["key"] for entry in cast() if entry["key"] != "mona"])
def test_everybody_of_the_cast_has_a_turn(demo, name):
    person = Person.objects.get(email=address(name))
    assert start_page(person)["turns"], name


@pytest.mark.parametrize(("name", "language"), CAST)
def test_every_page_of_the_cast_answers_and_is_finished(demo, name, language):
    wrong = []
    for url, status, text in walk(name, language):
        tells_of_placeholders = url.endswith("/tekster/")
        left = [] if tells_of_placeholders else LEFT_OVER.findall(TAG.sub(" ", text))
        if status != 200 or (text and f'<html lang="{language}"' not in text) or left:
            wrong.append((url, status, left))
    assert wrong == []


def test_ute_sees_nothing_of_ours(demo):
    ours = [row.name for row in demo.stage.organisations.values()]
    ours += [person.name for key, person in demo.stage.people.items()]
    ours += [entry["nb"] for kind in ("need", "network_need", "goal", "measure") for entry in demo.stage.told[kind]]
    seen = [(url, words) for url, _status, text in walk("ute", "nb") for words in ours if words in text]
    assert seen == []
    ute = browser("ute", "nb")
    assert ute.get(f"/p/{demo.stage.space.slug}/").status_code == 404
    assert ute.get("/p/tall-og-undring/").status_code == 200


def test_siri_sees_nothing_of_utes(demo):
    other = Space.objects.get(slug="tall-og-undring")
    names = set(Seat.objects.filter(space__path__startswith=other.path).values_list("person__name", flat=True))
    words = {"Havnvik", "Tangen barnehage", "byggekroken", *names}
    seen = [(url, each) for url, _status, text in walk("siri", "nb") for each in words if each in text]
    assert seen == []
    assert browser("siri", "nb").get("/p/tall-og-undring/").status_code == 404


def test_a_private_kindergarten_keeps_its_need_to_itself(demo):
    need = next(entry["nb"] for entry in demo.stage.told["need"] if entry["unit"] == "trollstien_barnehage")
    kari, place = browser("kari", "nb"), demo.stage.place("trollstien_barnehage")
    assert kari.get(f"/p/{demo.stage.space.slug}/enheter/{place.pk}/behov/").status_code == 403
    assert not any(need in text for _url, _status, text in walk("kari", "nb"))
    assert need in browser("erik", "nb").get(f"/p/{demo.stage.space.slug}/enheter/{place.pk}/behov/").content.decode()


def test_the_autumn_lies_behind_us():
    assert school_year(date(2026, 11, 23)).start == 2026
    assert school_year(date(2026, 9, 1)).start == 2025
    assert school_year(date(2027, 5, 1)).start == 2026
