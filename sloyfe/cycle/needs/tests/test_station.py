"""What the station gives the whole: its front page, turns, gate checks, and the red thread."""

import pytest

from conftest import NOW, Member, World
from sloyfe.access.queries import visit as visit_of
from sloyfe.cycle.needs.actions import merging, needs, process
from sloyfe.cycle.needs.models import Decision, Need, Priority
from sloyfe.cycle.needs.station import STATION
from sloyfe.cycle.needs.tests.making import merge_of, network_need, opened, story, two_network_needs, unit_need
from sloyfe.cycle.partnership.contract import Glance, State
from sloyfe.cycle.partnership.queries.reading import reading
from sloyfe.kit.text import Text
from sloyfe.surveys.tests import stage


def glance(world: World, member: Member) -> Glance:
    visit = visit_of(member.person, world.space.slug or "", on=NOW.date())
    assert visit is not None
    return STATION.glance(reading(world.round), visit)


def titles(world: World, member: Member) -> list[str]:
    return [str(turn.title) for turn in glance(world, member).turns]


def met(world: World) -> list[bool]:
    return [check.met for check in STATION.checks(reading(world.round))]


def test_the_summary_follows_the_round(world: World, kari: Member):
    states = [glance(world, kari).summary.state]
    story(world, kari)
    states.append(glance(world, kari).summary.state)

    assert states == [State.NOT_STARTED, State.UNDER_WAY]


def test_the_leader_is_asked_to_word_then_to_confirm_then_to_answer(world: World, kari: Member, ola: Member):
    first = titles(world, ola)
    need = unit_need(world, ola)
    second = titles(world, ola)
    needs.confirm_need(need, version=1, by=ola.person, at=NOW)
    third = titles(world, ola)
    network_need(world, kari, need)
    fourth = titles(world, ola)

    name = world.school.organisation.name
    assert [first, second, third, fourth] == [
        [f"Skriv behovet til {name}"],
        [f"Bekreft behovet til {name}"],
        [],
        [f"Kjenner {name} seg igjen i det felles behovet?"],
    ]


def test_members_give_points_steering_closes_and_partners_comment(
    world: World, kari: Member, nils: Member, siri: Member
):
    two_network_needs(world, kari)
    before = (titles(world, nils), titles(world, kari), titles(world, siri))
    opened(world, kari)

    assert before == ([], ["Åpne poengfordelingen"], ["Si hva du tenker om de felles behovene"])
    assert titles(world, nils) == ["Fordel poengene dine på behovene"]
    assert titles(world, kari) == ["Fordel poengene dine på behovene", "Avslutt poengfordelingen"]


def test_the_gate_asks_that_everyone_is_heard_and_every_need_confirmed(world: World, kari: Member, ola: Member):
    assert met(world) == [False, False]

    meeting = process.Meeting(NOW.date(), 4, ["teaching"])
    for party in (world.school, world.kindergarten):
        agreed = {"agree": Text.of(nb="Vi trenger å lære.")}
        process.record_process(world.round, party.place, meeting, agreed, theme="other", by=ola.person, at=NOW)
    assert met(world) == [True, False]

    for need in Need.objects.in_space(world.space):
        needs.confirm_need(need, version=1, by=ola.person, at=NOW)
    assert met(world) == [True, True]


def test_sixty_percent_of_a_unit_is_enough_and_less_is_not(world: World, kari: Member):
    wave = stage.plan(world, kari, opened=True, asked={world.school.place: 10, world.kindergarten.place: 30})
    stage.answer(wave, world.school.place, kari, [1, 2, 3, 4, 5, 5])
    stage.answer(wave, world.kindergarten.place, kari, [1, 2, 3, 4, 5, 5])
    stage.close(wave, kari)

    [heard, _settled] = STATION.checks(reading(world.round))
    assert str(heard.detail) == f"1 av 2 enheter. Mangler: {world.kindergarten.organisation.name}"


def test_once_decided_the_line_counts_what_was_prioritised(world: World, kari: Member):
    first, _last = two_network_needs(world, kari)
    points = opened(world, kari)
    assert str(glance(world, kari).summary.line) == "2 behov er skrevet"

    decision = Decision.objects.create(space=world.space, prioritisation=points, by=kari.person, at=NOW)
    Priority.objects.create(space=world.space, decision=decision, round=world.round, need=first, rank=1)
    told = glance(world, kari).summary
    assert (told.state, str(told.line)) == (State.DONE, "1 prioritert behov")


def test_the_thread_runs_from_finding_to_priority_and_back(world: World, kari: Member):
    finding = story(world, kari)
    part = unit_need(world, kari, built_on=finding)
    into = network_need(world, kari, part)
    network_need(world, kari, unit_need(world, kari))
    points = opened(world, kari)
    decision = Decision.objects.create(space=world.space, prioritisation=points, by=kari.person, at=NOW)
    priority = Priority.objects.create(space=world.space, decision=decision, round=world.round, need=into, rank=1)

    down = [str(link.kind) for row in (finding, part, into) for link in STATION.came_of(row.pk, world.round)]
    up = [str(link.kind) for row in (priority, into, part) for link in STATION.came_from(row.pk, world.round)]
    assert down == ["Enhetens behov", "Felles behov", "Prioritering"]
    assert up == ["Felles behov", "Enhetens behov", "Fortelling"]


def test_the_thread_names_a_units_rows_by_the_unit_and_not_by_their_words(world: World, kari: Member):
    finding = story(world, kari)
    unit_need(world, kari, built_on=finding)

    [link] = STATION.came_of(finding.pk, world.round)
    assert link.title == world.school.organisation.name


def test_the_front_page_tells_where_the_round_is(world: World, kari: Member, ola: Member):
    unit_need(world, ola)
    page = kari.client.get(world.url("behov/")).text

    assert "1 er skrevet, 0 er bekreftet av lederen" in page
    assert world.school.organisation.name in page


def test_the_front_page_waits_for_the_leader_again_when_words_have_changed(world: World, kari: Member, ola: Member):
    part = unit_need(world, ola)
    into = network_need(world, kari, part)

    def school() -> tuple[int, int]:
        statuses = {each.party: each for each in kari.client.get(world.url("behov/")).context["statuses"]}
        return statuses[world.school].confirmed, statuses[world.school].unanswered

    assert school() == (0, 1)
    needs.confirm_need(part, version=1, by=ola.person, at=NOW)
    merging.answer_merge(merge_of(part), lost="", version=1, by=ola.person, at=NOW)
    assert school() == (1, 0)
    for need in (part, into):
        needs.edit_need(need, Text.of(nb="Nytt."), theme="other", involvement=Text(), version=1, by=kari.person, at=NOW)
    assert school() == (0, 1)


def test_staff_see_their_own_unit_only(world: World, nils: Member):
    page = nils.client.get(world.url("behov/")).text

    assert world.school.organisation.name in page
    assert world.kindergarten.organisation.name not in page


def test_for_an_outsider_the_station_does_not_exist(world: World, ute: Member):
    assert ute.client.get(world.url("behov/")).status_code == 404


@pytest.mark.parametrize("count", [1, 3])
def test_the_front_page_asks_the_database_as_often_for_one_as_for_three(
    world: World, kari: Member, django_assert_num_queries, count: int
):
    for _row in range(count):
        part = unit_need(world, kari, built_on=story(world, kari))
        merging.comment(network_need(world, kari, part), "Ja.", by=kari.person, at=NOW)

    with django_assert_num_queries(FRONT):
        kari.client.get(world.url("behov/"))


FRONT = 10


def test_the_surveys_are_one_click_from_the_needs_for_those_who_may_see_them(world: World, ola: Member, nils: Member):
    surveys = world.url("undersokelser/")
    assert f'href="{surveys}"' in ola.client.get(world.url("behov/")).text
    assert f'href="{surveys}"' not in nils.client.get(world.url("behov/")).text
    assert nils.client.get(surveys).status_code == 403
