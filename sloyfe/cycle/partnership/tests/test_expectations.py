"""What the parties expect of each other, and who was heard."""

import pytest

from conftest import NOW, TODAY, Member, World
from sloyfe.cycle.partnership.actions import expectations as actions
from sloyfe.cycle.partnership.models import Agreement, Expectation, Involvement
from sloyfe.cycle.partnership.tests.asking import asks
from sloyfe.kit.text import Text


def state(world: World, by: Member, words: str = "Gi oss tid") -> Expectation:
    return actions.state_expectation(
        world.round,
        by_party=world.school,
        of_party=world.owner,
        words=Text.of(nb=words),
        by=by.person,
        at=NOW,
    )


def record(world: World, by: Member) -> Involvement:
    return actions.record_involvement(
        world.round, group="union", party=None, who="X", on=TODAY, how="told", remark="", by=by.person, at=NOW
    )


def test_a_leader_states_what_the_school_expects_of_the_owner(world: World, ola: Member):
    form = {"by_party": str(world.school.pk), "of_party": str(world.owner.pk), "words_nb": "Gi oss tid"}
    ola.client.post(world.url("forventninger/"), form)

    row = Expectation.objects.in_space(world.space).get()
    assert (row.by_party, row.of_party, row.words.read("nb")) == (world.school, world.owner, "Gi oss tid")


def test_a_leader_speaks_for_no_other_school(world: World, ola: Member):
    form = {"by_party": str(world.kindergarten.pk), "of_party": str(world.owner.pk), "words_nb": "Gi dem tid"}

    assert ola.client.post(world.url("forventninger/"), form).status_code == 422


def test_an_expectation_has_two_ends(world: World, ola: Member):
    form = {"by_party": str(world.school.pk), "of_party": str(world.school.pk), "words_nb": "Vi må selv"}
    page = ola.client.post(world.url("forventninger/"), form)

    assert (page.status_code, "Vi må selv" in page.text) == (422, True)


def test_either_end_records_that_they_agree_and_it_shows_in_section_six(
    world: World, agreement: Agreement, ola: Member, kari: Member
):
    row = state(world, ola)
    url = world.url(f"forventninger/{row.pk}/enighet/")
    kari.client.post(url, {"on": "2026-09-02", "who": "Kari og Ola"})

    assert "Kari og Ola" in ola.client.get(world.url("forventninger/")).text
    assert "Gi oss tid" in ola.client.get(world.url("avtale/punkt/expectations/")).text
    again = kari.client.post(url, {"on": "2026-09-02", "who": "Kari"})
    assert (again.status_code, "Åpne den igjen først" in again.text) == (409, True)


def test_what_is_agreed_is_not_changed_by_one(world: World, ola: Member):
    row = state(world, ola)
    actions.agree_expectation(row, on=TODAY, who="Alle", by=ola.person, at=NOW)
    url = world.url(f"forventninger/{row.pk}/")
    assert ola.client.post(url, {"words_nb": "Mer tid", "version": "1"}).status_code == 409

    ola.client.post(f"{url}gjenopning/")
    ola.client.post(url, {"words_nb": "Mer tid", "version": "1"})

    assert Expectation.objects.in_space(world.space).get().words.read("nb") == "Mer tid"


def test_those_at_neither_end_keep_out(world: World, ola: Member, siri: Member, nils: Member, ute: Member):
    row = state(world, ola)
    url = world.url(f"forventninger/{row.pk}/")
    assert siri.client.post(f"{url}gjenopning/", {"remove": "1"}).status_code == 403
    assert nils.client.post(world.url("forventninger/"), {}).status_code == 403
    assert ute.client.get(url).status_code == 404
    ola.client.post(f"{url}gjenopning/", {"remove": "1"})
    assert not Expectation.objects.in_space(world.space).exists()


def test_who_was_heard_is_recorded_and_shows_in_section_two(
    world: World, agreement: Agreement, kari: Member, ola: Member
):
    form = {
        "group": "union",
        "who": "Utdanningsforbundet",
        "on": "2026-09-01",
        "how": "talked",
        "remark": "Vil ha vikar",
    }
    kari.client.post(world.url("medvirkning/"), form)

    row = Involvement.objects.in_space(world.space).get()
    assert (row.group, row.party, row.recorded_by) == ("union", None, kari.person)
    assert "Vil ha vikar" in ola.client.get(world.url("avtale/punkt/background/")).text


def test_an_entry_is_struck_by_the_one_who_made_it_or_those_who_steer(
    world: World, kari: Member, ola: Member, nils: Member
):
    row = record(world, kari)
    url = world.url(f"medvirkning/{row.pk}/fjerning/")
    assert ola.client.post(url).status_code == 403
    assert nils.client.post(url).status_code == 403
    kari.client.post(url)

    assert "Ingen medvirkning er ført opp" in ola.client.get(world.url("medvirkning/")).text


def test_an_outsider_hears_nothing(world: World, ute: Member):
    assert ute.client.get(world.url("medvirkning/")).status_code == 404
    assert ute.client.get(world.url("forventninger/")).status_code == 404


@pytest.mark.parametrize("rows", [1, 3])
def test_the_pages_ask_the_same_questions_whatever_their_length(world: World, ola: Member, kari: Member, rows: int):
    for number in range(rows):
        state(world, ola, f"Forventning {number}")
        record(world, ola)

    with asks(9):
        kari.client.get(world.url("forventninger/"))
    with asks(6):
        kari.client.get(world.url("medvirkning/"))


def test_a_text_that_names_somebody_is_saved_with_a_soft_word(world: World, kari: Member):
    form = {
        "group": "children",
        "who": "6. trinn",
        "on": "2026-09-01",
        "how": "worked",
        "remark": "Emma ville lese mer",
    }
    page = kari.client.post(world.url("medvirkning/"), form, follow=True)

    assert "«Emma» kan peke på en person" in page.text
    assert Involvement.objects.in_space(world.space).count() == 1
