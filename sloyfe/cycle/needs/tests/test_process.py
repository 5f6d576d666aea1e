"""The ståstedsmøte: minutes that become findings and a need."""

import pytest

from conftest import Member, World
from sloyfe.cycle.needs.actions.process import NothingAgreed, NotYet, OnceARound
from sloyfe.cycle.needs.models import CollectiveProcess, Evidence, Finding, Need

SENT = {
    "held_on": "2026-09-01",
    "took_part": "4",
    "role_groups": ["teaching", "assisting"],
    "theme": "play_and_exploration",
    "good": "Måltidene.",
    "hard": "Noen blir stående utenfor.",
    "children": "De vil ha flere sykler.",
    "agree": "Vi trenger å lære mer om lek.",
}


def url(world: World) -> str:
    return world.url(f"enheter/{world.school.place_id}/stastedsmote/")


def test_the_minutes_become_a_story_a_voice_and_a_need(world: World, ola: Member):
    ola.client.post(url(world), SENT)

    [process] = CollectiveProcess.objects.in_space(world.space)
    [need] = Need.objects.in_space(world.space)
    kinds = Finding.objects.in_space(world.space).values_list("kind", flat=True)
    assert (process.took_part, process.role_groups) == (4, ["teaching", "assisting"])
    assert sorted(kinds) == ["children_voice", "story"]
    assert str(need.wording) == "Vi trenger å lære mer om lek."
    assert Evidence.objects.filter(need=need).count() == 2


def test_the_minutes_can_be_read_and_do_not_say_how_few_took_part(world: World, ola: Member, nils: Member):
    ola.client.post(url(world), SENT)
    page = nils.client.get(url(world)).text

    assert "Måltidene." in page
    assert "Færre enn fem var med." in page or "Færre enn fem var med" in page


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"held_on": "2099-01-01"}, NotYet.sentence),
        ({"agree": "  "}, "Dette må rettes først"),
        ({"took_part": "0"}, "Måltidene."),
    ],
)
def test_what_is_missing_is_said_and_nothing_typed_is_lost(
    world: World, ola: Member, changes: dict[str, str], sentence: object
):
    page = ola.client.post(url(world), {**SENT, **changes})

    assert page.status_code in (409, 422)
    assert str(sentence) in page.text
    assert "Måltidene." in page.text
    assert not CollectiveProcess.objects.in_space(world.space).exists()


def test_the_minutes_are_corrected_and_a_stale_correction_loses_nothing(world: World, ola: Member, kari: Member):
    ola.client.post(url(world), SENT)
    ola.client.post(url(world), {**SENT, "good": "Turene.", "version": 1})
    late = kari.client.post(url(world), {**SENT, "good": "Samlingene.", "version": 1})

    assert late.status_code == 409
    assert "Turene" in late.text
    assert "Samlingene" in late.text
    [process] = CollectiveProcess.objects.in_space(world.space)
    assert str(process.minutes.get(prompt="good").words) == "Turene."
    assert Need.objects.in_space(world.space).count() == 1


def test_staff_read_the_guide_but_do_not_minute(world: World, nils: Member):
    assert nils.client.get(url(world)).status_code == 200
    assert nils.client.post(url(world), SENT).status_code == 403


def test_for_an_outsider_there_is_no_meeting(world: World, ute: Member):
    assert ute.client.get(url(world)).status_code == 404
    assert ute.client.post(url(world), SENT).status_code == 404


def test_refusals_have_sentences_of_their_own():
    assert len({str(refusal.sentence) for refusal in (NotYet, NothingAgreed, OnceARound)}) == 3
