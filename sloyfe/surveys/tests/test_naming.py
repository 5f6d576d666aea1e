"""The leaders' survey: by name, open to change, and beside the staff's."""

import pytest

from conftest import Member, World, member, seat
from sloyfe.access.roles import Role
from sloyfe.people.models import Letter
from sloyfe.surveys import release
from sloyfe.surveys.models import NamedResponse
from sloyfe.surveys.tests.stage import answer, close, figure, plan


@pytest.fixture
def wave(world: World, kari: Member):
    return plan(world, kari, template="leader", opened=True)


def url(world, wave, rest="svar/"):
    return world.url(f"undersokelser/{wave.pk}/{rest}")


def test_a_leader_answers_by_name_and_the_page_says_so(world, wave, ola):
    page = ola.client.get(url(world, wave))
    ola.client.post(url(world, wave), {"version": "1", "L1": "Overganger", "L5": "6", "L7": "4"})

    assert "Svarene står med navnet ditt: Ola Lie" in page.text
    assert NamedResponse.objects.get().values == {"L1": "Overganger", "L5": 6, "L7": 4}


def test_an_answer_may_be_changed_and_a_stale_save_loses_nothing(world, wave, ola):
    ola.client.post(url(world, wave), {"version": "1", "L1": "Først"})
    ola.client.post(url(world, wave), {"version": "2", "L1": "Så"})
    page = ola.client.post(url(world, wave), {"version": "2", "L1": "Fra en gammel fane"})

    assert page.status_code == 409
    assert "Fra en gammel fane" in page.text
    assert NamedResponse.objects.get().values == {"L1": "Så"}


def test_wrong_input_keeps_what_was_typed(world, wave, ola):
    page = ola.client.post(url(world, wave), {"version": "1", "L1": "Overganger", "L5": "mange"})

    assert page.status_code == 422
    assert "Skriv et helt tall fra 0 til 60" in page.text
    assert "Overganger" in page.text
    assert 'value="mange"' in page.text
    assert not NamedResponse.objects.exists()


@pytest.mark.parametrize("sent", [{"version": "1", "L5": "9" * 5000}, {"version": "9" * 5000, "L1": "Overganger"}])
def test_a_number_longer_than_any_number_is_refused_and_not_a_fault(world, wave, ola, sent):
    page = ola.client.post(url(world, wave), sent)

    assert page.status_code in (409, 422)


def test_the_question_about_staff_results_waits_for_the_release(world, wave, kari, ola):
    staff = plan(world, kari, opened=True)
    answer(staff, world.school.place, kari, [1, 2, 3, 4, 5])
    ola.client.post(url(world, wave), {"version": "1", "L3": "For tidlig"})
    assert "Spørsmålet åpner når" in ola.client.get(url(world, wave)).text
    assert NamedResponse.objects.get().values == {}

    close(staff, kari)
    ola.client.post(url(world, wave), {"version": "2", "L3": "At så mange er usikre"})
    assert NamedResponse.objects.get().values == {"L3": "At så mange er usikre"}


def test_steering_and_partner_read_the_answers_and_a_leader_only_their_own(world, wave, kari, ola, siri):
    other = member("Berit Bø", "berit@example.org")
    seat(other.person, world.kindergarten.place, Role.LEADER)
    ola.client.post(url(world, wave), {"version": "1", "L1": "Ordet til Ola"})
    other.client.post(url(world, wave), {"version": "1", "L1": "Ordet til Berit"})

    for reader in (kari, siri):
        page = reader.client.get(url(world, wave, "ledersvar/")).text
        assert "Ordet til Ola" in page
        assert "Ordet til Berit" in page
    own = ola.client.get(url(world, wave, "ledersvar/")).text
    assert ("Ordet til Ola" in own, "Ordet til Berit" in own) == (True, False)


def test_only_leaders_of_asked_places_answer(world, wave, kari, nils, ute):
    statuses = [who.client.get(url(world, wave)).status_code for who in (kari, nils, ute)]

    assert statuses == [403, 403, 404]


def test_leaders_get_a_letter_when_the_wave_opens(world, kari, ola):
    wave = plan(world, kari, template="leader")
    kari.client.post(url(world, wave, "apning/"))

    assert list(Letter.objects.values_list("to", flat=True)) == ["ola@example.org"]
    assert f"undersokelser/{wave.pk}/svar/" in Letter.objects.get().body


def test_after_closing_nothing_can_be_changed(world, wave, kari, ola):
    close(wave, kari)
    page = ola.client.post(url(world, wave), {"version": "1", "L1": "For sent"})

    assert page.status_code == 409
    assert "For sent" in page.text
    assert not NamedResponse.objects.exists()


def test_leaders_figures_follow_the_small_group_rule(world, kari):
    asked = {world.owner.place.place(f"Enhet {i}"): 1 for i in range(6)}
    wave = plan(world, kari, template="leader", opened=True, asked=asked)
    for i, place in enumerate(asked):
        leader = member(f"Leder {i}", f"leder{i}@example.org")
        seat(leader.person, place, Role.LEADER)
        sent = {"version": "1", "L7": str(1 + i % 5), **({"L8": "3"} if i < 4 else {})}
        leader.client.post(url(world, wave), sent)
    closed = close(wave, kari)

    assert figure(closed, "L7").shown.n == 6
    assert figure(closed, "L8").is_hidden
    assert all(figure.is_hidden for figure in release.figures(closed, next(iter(asked))))
