"""Setting goals, naming signs, and settling how they are measured."""

import pytest

from conftest import NOW, Member, World
from sloyfe.access.models import AuditEvent
from sloyfe.cycle.plan.actions import goals as actions
from sloyfe.cycle.plan.models import Goal, Indicator, NotMeasured, Sign
from sloyfe.cycle.plan.tests.conftest import WORDS, Thread, set_goal, typed
from sloyfe.kit.text import Text
from sloyfe.live.wire import listen
from sloyfe.surveys.models import Audience, Instrument, Item, Kind


def form(thread: Thread, **changes: str) -> dict[str, str]:
    return {"priority": str(thread.priority.pk), "kind": "effect", **typed("Alle er med i leken"), **changes}


@pytest.fixture
def item(world: World) -> Item:
    instrument = Instrument.objects.create(space=world.space, title=WORDS, audience=Audience.STAFF, template="staff")
    wording = Text.of(nb="Alle barn har noen å leke med", nn="Alle barn har nokon å leike med")
    return Item.objects.create(
        instrument=instrument, key="play_1", position=1, section="work", kind=Kind.SCALE, wording=wording
    )


def test_the_coordinator_sets_a_goal_because_of_a_priority(world: World, kari: Member, thread: Thread):
    page = kari.client.post(world.url("plan/nytt-mal/"), form(thread), follow=True)

    goal = Goal.objects.in_space(world.space).get()
    assert page.redirect_chain == [(world.url(f"plan/mal/{goal.pk}/"), 302)]
    assert (goal.priority, goal.wording.read("nn")) == (thread.priority, "Alle er med i leken")
    assert AuditEvent.objects.filter(act="goal.set", about_key=str(goal.pk), by=kari.person).count() == 1


def test_those_who_watch_are_told(world: World, kari: Member, thread: Thread, django_capture_on_commit_callbacks):
    told: list[str] = []
    stop = listen(told.append)
    with django_capture_on_commit_callbacks(execute=True):
        set_goal(world, thread, kari.person)
    stop()

    assert told == [f"plan:{world.round.pk}"]


@pytest.mark.parametrize("path", ["plan/nytt-mal/", "plan/mal/{goal}/tekst/", "plan/mal/{goal}/maling/"])
def test_only_those_who_steer_write_goals(world: World, ola: Member, ute: Member, goal: Goal, path: str):
    url = world.url(path.format(goal=goal.pk))

    assert ola.client.get(url).status_code == 403
    assert ute.client.get(url).status_code == 404


@pytest.mark.parametrize("act", ["fjerning", "gjenoppretting", "tegn"])
def test_a_leader_may_not_change_a_goal(world: World, ola: Member, ute: Member, goal: Goal, act: str):
    url = world.url(f"plan/mal/{goal.pk}/{act}/")

    assert ola.client.post(url, typed("Tegn", "words")).status_code == 403
    assert ute.client.post(url, typed("Tegn", "words")).status_code == 404
    assert not hasattr(Goal.objects.in_space(world.space).get(), "removal")
    assert Sign.objects.count() == 0


def test_a_goal_of_another_partnership_is_not_there(world: World, kari: Member, ute: Member, goal: Goal):
    assert ute.client.get(f"/p/annet/plan/mal/{goal.pk}/").status_code == 404


def test_what_was_typed_stays_when_something_is_missing(world: World, kari: Member, thread: Thread):
    page = kari.client.post(world.url("plan/nytt-mal/"), form(thread, kind=""))

    assert page.status_code == 422
    assert page.text.count("Alle er med i leken") == 2
    assert Goal.objects.in_space(world.space).count() == 0


def test_a_goal_cannot_come_from_another_round(world: World, kari: Member, thread: Thread):
    other = type(world.round).objects.create(
        space=world.space, title=WORDS, school_year=2027, opened_at=NOW, follows=world.round
    )

    with pytest.raises(actions.NotOfThisRound):
        actions.set_goal(other, priority=thread.priority, kind="effect", wording=WORDS, by=kari.person, at=NOW)


def test_of_two_who_edit_the_second_sees_both_texts(world: World, kari: Member, thread: Thread, goal: Goal):
    url = world.url(f"plan/mal/{goal.pk}/tekst/")
    kari.client.post(url, form(thread, version="1", **typed("Den første teksten")))

    page = kari.client.post(url, form(thread, version="1", **typed("Den andre teksten")))

    assert page.status_code == 409
    assert "første" in page.text
    assert "andre" in page.text
    assert Goal.objects.in_space(world.space).get().wording.read("nb") == "Den første teksten"


def test_signs_are_added_changed_taken_away_and_put_back(world: World, kari: Member, goal: Goal):
    kari.client.post(world.url(f"plan/mal/{goal.pk}/tegn/"), typed("Vi hører latter", "words"))
    sign = Sign.objects.get()
    kari.client.post(world.url(f"plan/tegn/{sign.pk}/"), {**typed("Vi hører mer latter", "words"), "version": "1"})
    assert "mer latter" in kari.client.get(world.url(f"plan/mal/{goal.pk}/")).text

    kari.client.post(world.url(f"plan/tegn/{sign.pk}/fjerning/"))
    assert list(goal.signs.filter(removal=None)) == []

    kari.client.post(world.url(f"plan/tegn/{sign.pk}/gjenoppretting/"))
    assert list(goal.signs.filter(removal=None)) == [sign]


def test_a_goal_taken_out_can_be_put_back(world: World, kari: Member, goal: Goal):
    page = kari.client.post(world.url(f"plan/mal/{goal.pk}/fjerning/"), follow=True)
    assert "Tatt ut av planen" in page.text
    assert hasattr(Goal.objects.in_space(world.space).get(), "removal")

    kari.client.post(world.url(f"plan/mal/{goal.pk}/gjenoppretting/"))
    assert not hasattr(Goal.objects.in_space(world.space).get(), "removal")


def test_a_goal_is_followed_by_a_survey_item(world: World, kari: Member, goal: Goal, item: Item):
    url = world.url(f"plan/mal/{goal.pk}/maling/")
    kari.client.post(url, {"indicator": "staff:play_1", "version": "1"})

    indicator = Indicator.objects.in_space(world.space).get()
    goal.refresh_from_db()
    assert (indicator.instrument, indicator.item, goal.indicator) == ("staff", "play_1", indicator)
    assert goal.is_settled


def test_two_goals_share_one_indicator(world: World, kari: Member, thread: Thread, goal: Goal, item: Item):
    for each in (goal, set_goal(world, thread, kari.person, "Et annet")):
        kari.client.post(world.url(f"plan/mal/{each.pk}/maling/"), {"indicator": "staff:play_1", "version": "1"})

    assert Indicator.objects.in_space(world.space).count() == 1


def test_not_measuring_needs_a_reason(world: World, kari: Member, goal: Goal):
    url = world.url(f"plan/mal/{goal.pk}/maling/")
    page = kari.client.post(url, {"indicator": "not_measured", "version": "1"})
    assert page.status_code == 422
    assert "Skriv hvorfor målet ikke skal måles." in page.text

    kari.client.post(url, {"indicator": "not_measured", "version": "1", **typed("Vi lytter i stedet.", "reason")})
    assert NotMeasured.objects.get().reason.read("nb") == "Vi lytter i stedet."


def test_choosing_an_indicator_ends_not_measuring(world: World, kari: Member, goal: Goal, item: Item):
    actions.leave_unmeasured(goal, version=1, reason=WORDS, by=kari.person, at=NOW)
    kari.client.post(world.url(f"plan/mal/{goal.pk}/maling/"), {"indicator": "staff:play_1", "version": "2"})

    assert NotMeasured.objects.count() == 0
