"""Needs of the network: merged, confirmed by the units or not, tied and commented."""

import pytest

from conftest import NOW, Member, World
from sloyfe.cycle.needs.actions import merging
from sloyfe.cycle.needs.actions.merging import AlreadyAnswered, AlreadyMerged
from sloyfe.cycle.needs.models import Merge, MergeConfirmation, Need, OwnerPriority, PartnerComment, Tie
from sloyfe.cycle.needs.tests.making import merge_of, network_need, unit_need
from sloyfe.kit.text import Text

SENT = {"wording_nb": "Felles ord.", "wording_nn": "", "theme": "transitions"}


def shared(world: World, rest: str = "") -> str:
    return world.url(f"behov/felles/{rest}")


def answer_url(world: World, need: Need) -> str:
    return world.url(f"enheter/{need.place_id}/behov/{need.pk}/felles/")


def test_the_coordinator_ticks_needs_and_finds_the_units_words_filled_in(world: World, kari: Member, ola: Member):
    need, other = unit_need(world, ola), unit_need(world, kari, world.kindergarten.place)
    page = kari.client.get(shared(world, "nytt/"), {"chosen": [str(need.pk), str(other.pk)]})

    assert page.text.count("Vi trenger å bli bedre på overganger.") == 4  # twice quoted, twice in the box
    kari.client.post(shared(world, "nytt/"), {**SENT, "chosen": [need.pk, other.pk]})
    [into] = Need.objects.in_space(world.space).filter(place=None)
    assert set(into.parts.values_list("part", flat=True)) == {need.pk, other.pk}


def test_nothing_ticked_gets_a_sentence(world: World, kari: Member, ola: Member):
    unit_need(world, ola)

    assert kari.client.get(shared(world, "nytt/")).status_code == 422


def test_a_leader_does_not_merge(world: World, ola: Member):
    need = unit_need(world, ola)

    assert ola.client.post(shared(world, "nytt/"), {**SENT, "chosen": [need.pk]}).status_code == 403
    assert not Merge.objects.exists()


def test_for_an_outsider_network_needs_do_not_exist(world: World, kari: Member, ola: Member, ute: Member):
    into = network_need(world, kari, unit_need(world, ola))

    for rest in ("", "nytt/", f"{into.pk}/"):
        assert ute.client.get(shared(world, rest)).status_code == 404
    for rest in ("deler/", "kommentarer/", "satsinger/", f"deler/{into.pk}/skille/"):
        assert ute.client.post(shared(world, f"{into.pk}/{rest}")).status_code == 404


def test_a_need_is_part_of_one_network_need(world: World, kari: Member, ola: Member):
    need = unit_need(world, ola)
    network_need(world, kari, need)

    with pytest.raises(AlreadyMerged):
        network_need(world, kari, need)


def test_a_shielded_units_needs_are_not_there_to_merge(world: World, kari: Member, ola: Member):
    world.school.place.shielded = True
    world.school.place.save()
    need = unit_need(world, ola)

    assert kari.client.post(shared(world, "nytt/"), {**SENT, "chosen": [need.pk]}).status_code == 422
    assert not Merge.objects.exists()


def test_the_leader_finds_the_units_need_in_the_common_words(world: World, kari: Member, ola: Member):
    need = unit_need(world, ola)
    network_need(world, kari, need)
    page = ola.client.post(answer_url(world, need), {"found": "yes", "version": 1}, follow=True)

    assert "dere står inne for den felles teksten" in page.text
    assert list(MergeConfirmation.objects.values_list("by", "lost")) == [(ola.person.pk, "")]


def test_the_leader_says_what_got_lost_and_must_say_what(world: World, kari: Member, ola: Member):
    need = unit_need(world, ola)
    into = network_need(world, kari, need)
    silent = ola.client.post(answer_url(world, need), {"found": "lost", "version": 1})
    ola.client.post(answer_url(world, need), {"found": "lost", "lost": "Leken", "version": 1})

    assert silent.status_code == 422
    assert merge_of(need).state == "lost"
    assert "Leken" in kari.client.get(shared(world, f"{into.pk}/")).text


def test_the_unit_answers_each_wording_once(world: World, kari: Member, ola: Member):
    need = unit_need(world, ola)
    network_need(world, kari, need)
    ola.client.post(answer_url(world, need), {"found": "yes", "version": 1})
    again = ola.client.post(answer_url(world, need), {"found": "yes", "version": 1})

    assert again.status_code == 409
    assert str(AlreadyAnswered.sentence) in again.text


def test_new_common_words_ask_the_units_anew(world: World, kari: Member, ola: Member):
    need = unit_need(world, ola)
    into = network_need(world, kari, need)
    merging.answer_merge(merge_of(need), lost="", version=1, by=ola.person, at=NOW)
    kari.client.post(shared(world, f"{into.pk}/"), {**SENT, "wording_nb": "Nye ord.", "version": 1})

    assert merge_of(need).state == "waiting"


def test_a_stale_wording_shows_both_texts(world: World, kari: Member, ola: Member):
    into = network_need(world, kari, unit_need(world, ola))
    kari.client.post(shared(world, f"{into.pk}/"), {**SENT, "wording_nb": "Nye ord.", "version": 1})
    late = kari.client.post(shared(world, f"{into.pk}/"), {**SENT, "wording_nb": "Andre ord.", "version": 1})

    assert late.status_code == 409
    assert "Nye" in late.text
    assert "Andre" in late.text


def test_a_need_is_taken_out_again(world: World, kari: Member, ola: Member):
    need, other = unit_need(world, ola), unit_need(world, ola)
    into = network_need(world, kari, need)
    kari.client.post(shared(world, f"{into.pk}/deler/"), {"chosen": [other.pk]})
    kari.client.post(shared(world, f"{into.pk}/deler/{merge_of(need).pk}/skille/"))

    assert list(Merge.objects.values_list("part", flat=True)) == [other.pk]


def test_the_partner_comments_and_others_do_not(world: World, kari: Member, ola: Member, siri: Member):
    into = network_need(world, kari, unit_need(world, ola))
    url = shared(world, f"{into.pk}/kommentarer/")

    assert ola.client.post(url, {"words": "Hei"}).status_code == 403
    assert "Vi kan bidra." in siri.client.post(url, {"words": "Vi kan bidra."}, follow=True).text
    assert list(PartnerComment.objects.values_list("by", flat=True)) == [siri.person.pk]


def test_a_unit_is_named_but_its_own_words_are_not_shown_to_other_units(world: World, kari: Member, siri: Member):
    into = network_need(world, kari, unit_need(world, kari, world.kindergarten.place))
    page = siri.client.get(shared(world, f"{into.pk}/")).text

    assert "Felles ord." in page
    assert "Vi trenger å bli bedre på overganger." not in page


def test_a_need_supports_what_the_owner_has_decided(world: World, kari: Member, ola: Member):
    into = network_need(world, kari, unit_need(world, ola))
    sent = {"place": world.owner.place_id, "title_nb": "Lek", "title_nn": "Leik"}
    kari.client.post(world.url("behov/satsinger/"), sent)
    [priority] = OwnerPriority.objects.in_space(world.space)
    kari.client.post(shared(world, f"{into.pk}/satsinger/"), {"chosen": [priority.pk]})

    assert list(Tie.objects.values_list("need", "owner_priority")) == [(into.pk, priority.pk)]
    assert ola.client.post(world.url("behov/satsinger/"), sent).status_code == 403


@pytest.mark.parametrize("count", [1, 3])
def test_the_lists_ask_the_database_as_often_for_one_as_for_three(
    world: World, kari: Member, siri: Member, django_assert_num_queries, count: int
):
    for _row in range(count):
        into = network_need(world, kari, unit_need(world, kari))
        unit_need(world, kari)
        merging.name_owner_priority(world.owner.place, Text.of(nb="Lek"), space=world.space, by=kari.person, at=NOW)
        merging.comment(into, "Ja.", by=siri.person, at=NOW)

    with django_assert_num_queries(LIST):
        kari.client.get(shared(world))
    with django_assert_num_queries(ONE):
        kari.client.get(shared(world, f"{into.pk}/"))
    with django_assert_num_queries(OWNERS):
        kari.client.get(world.url("behov/satsinger/"))


LIST = 13
ONE = 21
OWNERS = 5
