"""Both languages whole before anybody is invited, what changed since last time, and the bank."""

from datetime import timedelta

import pytest
from django.utils import timezone

from conftest import Member, World
from sloyfe.access.roles import Role
from sloyfe.surveys import queries
from sloyfe.surveys.actions import asking, banking, building, running
from sloyfe.surveys.actions.freezing import NotWhole, freeze_edition
from sloyfe.surveys.models import Edition, Instrument, ItemVersion
from sloyfe.surveys.queries import bank, coverage, order
from sloyfe.surveys.tests.forms import every_kind, text


@pytest.fixture
def instrument(world: World, kari: Member) -> Instrument:
    return every_kind(world, kari)


def page(kari, instrument, rest=""):
    return kari.client.get(f"/p/{instrument.space.slug}/sporreskjema/{instrument.pk}/{rest}")


def change(kari, instrument, key, **words):
    row = instrument.items.get(key=key)
    sent = {"wording_nb": row.wording.read("nb"), "wording_nn": row.wording.read("nn"), "section": row.section}
    sent |= {"kind": row.kind, "scale": "g5", "dont_know": "on", "version": str(row.version)} | words
    answer = kari.client.post(f"/p/{instrument.space.slug}/sporreskjema/{instrument.pk}/punkter/{row.pk}/", sent)
    assert answer.status_code == 302, answer.text


def wave_of(world, kari, instrument):
    today = timezone.localdate()
    wave = running.plan_wave(
        space=world.space,
        instrument=instrument,
        asked={world.school.place: 9},
        opens_on=today,
        closes_on=today + timedelta(days=5),
        deletes_on=today + timedelta(days=9),
        fewest_scale=5,
        fewest_text=10,
        by=kari.person,
        at=timezone.now(),
    )
    return queries.wave(world.space, wave.pk)


def test_a_questionnaire_that_is_whole_lacks_nothing(instrument):
    assert coverage.gaps(instrument, order.outline(instrument)) == []


def test_a_translation_that_nobody_touched_is_older_and_stops_the_sending(world, kari, instrument):
    change(kari, instrument, "E1", wording_nb="Her er det svært trygt.")
    shown = page(kari, instrument).text
    with pytest.raises(NotWhole, match=r"Her er det svært trygt.*nynorsk: må oppdateres"):
        running.open_wave(wave_of(world, kari, instrument), screened_by=Role.OWNER, by=kari.person, at=timezone.now())

    assert "Skjemaet kan ikke sendes ut ennå" in shown
    assert shown.count("nynorsk må oppdateres") == 2
    assert not Edition.objects.exists()


def test_the_page_of_the_wave_leads_to_what_is_lacking(world, kari, instrument):
    change(kari, instrument, "E1", wording_nb="Her er det svært trygt.")
    wave = wave_of(world, kari, instrument)
    shown = kari.client.get(world.url(f"undersokelser/{wave.pk}/")).text

    assert f"punkter/{instrument.items.get(key='E1').pk}/" in shown
    assert "/apning/" not in shown


def test_saying_that_both_say_the_same_makes_it_whole(kari, instrument):
    change(kari, instrument, "E1", wording_nb="Her er det svært trygt.")
    change(kari, instrument, "E1", agreed="on")

    assert coverage.gaps(instrument, order.outline(instrument)) == []


def test_a_choice_or_a_title_in_one_language_is_lacking_too(kari, instrument):
    instrument.parts.filter(key="D2").update(title=text("Mer").with_("nn", ""))
    row = instrument.items.get(key="E3")
    row.options[0]["text"] = {"nb": "Mer tid", "source": "nb", "made_from": {}}
    row.save(update_fields=["options"])
    found = coverage.gaps(instrument, order.outline(instrument))

    assert [(gap.what.read("nb"), str(gap.language), gap.older) for gap in found] == [
        ("Ett?", "nynorsk", False),
        ("Mer", "nynorsk", False),
    ]


def test_the_same_words_again_are_the_same_version_also_after_a_detour(kari, instrument):
    first = freeze_edition(instrument)
    change(kari, instrument, "E1", wording_nb="Nytt.", wording_nn="Nytt.")
    second = freeze_edition(instrument)
    change(kari, instrument, "E1", wording_nb="Her er det trygt.", wording_nn="Her er det trygt.")
    third = freeze_edition(instrument)
    asked = [
        {q["key"]: q["version"] for q in edition.sheet["sections"][0]["questions"]}
        for edition in (first, second, third)
    ]

    assert asked[0] == asked[2]
    assert {key for key in asked[0] if asked[0][key] != asked[1][key]} == {"E1"}


@pytest.mark.parametrize(
    "words",
    [{"scale": "agree5"}, {"dont_know": ""}, {"help_nb": "Tenk.", "help_nn": "Tenk."}, {"about_leadership": "on"}],
)
def test_every_fact_that_changes_what_is_asked_makes_a_new_version(kari, instrument, words):
    freeze_edition(instrument)
    change(kari, instrument, "E1", **words)
    freeze_edition(instrument)

    assert ItemVersion.objects.filter(item__key="E1").count() == 2


def test_the_page_says_what_is_new_and_what_has_changed_since_last_time(kari, instrument):
    freeze_edition(instrument)
    assert "siden sist" not in page(kari, instrument).text

    change(kari, instrument, "E1", wording_nb="Her er det rolig.", wording_nn="Her er det roleg.")
    asking.add_item(instrument, section="D1", kind="text", wording=text("Ny?"), by=kari.person, at=timezone.now())
    asking.remove_item(instrument.items.get(key="E2"), by=kari.person, at=timezone.now())
    shown = page(kari, instrument).text

    assert (shown.count("endret siden sist"), shown.count("ny siden sist")) == (1, 1)
    assert "Her er det trygt." in shown
    assert "var med i forrige utgave" in shown


def test_a_whole_set_is_taken_from_the_bank_and_what_is_there_is_not_taken_twice(kari, instrument):
    url = f"/p/{instrument.space.slug}/sporreskjema/{instrument.pk}/bank/"
    kari.client.post(url, {"section": "D1", "entry": "change/V8"})
    kari.client.post(url, {"section": "D1", "set": "change"})
    again = kari.client.post(url, {"section": "D1", "set": "change"})
    origins = list(instrument.items.filter(origin__startswith="change.").values_list("origin", flat=True))

    assert len(origins) == len(set(origins)) == 11
    assert instrument.items.get(origin="change.V8.what").condition == {"item": "V8", "answers": [3, 4, 5]}
    assert again.status_code == 409
    assert "står i skjemaet fra før" in again.text


def test_the_bank_is_searched_by_words_theme_station_and_audience(kari, instrument):
    def titles(**asked):
        return [
            each.key
            for each in page(kari, instrument, "bank/?" + "&".join(f"{k}={v}" for k, v in asked.items())).context[
                "sets"
            ]
        ]

    assert titles(ord="overgangar") == ["staff.A"]
    assert titles(stasjon="meetings") == ["gathering"]
    assert titles(tema="culture") == ["staff.B", "signs"]
    assert titles(gruppe="leaders", stasjon="plan") == ["start"]
    assert "Ingen spørsmål passer" in page(kari, instrument, "bank/?ord=zzz").text


def test_a_question_of_our_own_keeps_its_origin_in_another_questionnaire(world, kari, instrument):
    by, at = kari.person, timezone.now()
    own = instrument.items.get(key="E2")
    kari.client.post(world.url(f"sporreskjema/{instrument.pk}/punkter/{own.pk}/bank/"), {"banked": "1"})
    other = building.make_empty(space=world.space, title=text("Annet"), audience="leaders", by=by, at=at)
    kari.client.post(world.url(f"sporreskjema/{other.pk}/bank/"), {"section": "D1", "set": "own"})
    taken = other.items.get()
    for each in (instrument, other):
        freeze_edition(each)
    digests = {row.digest for row in ItemVersion.objects.filter(item__origin=own.origin)}

    assert taken.origin == own.origin
    assert len(digests) == 1


def test_a_question_taken_out_and_fetched_again_is_the_one_it_was(kari, instrument):
    sets = {each.key: each for each in bank.bank(instrument)}
    by, at = kari.person, timezone.now()
    first = banking.take(instrument, sets["gathering"].entries[:1], section="D1", by=by, at=at)[0]
    asking.remove_item(first, by=by, at=at)
    again = banking.take(instrument, sets["gathering"].entries[:1], section="D2", by=by, at=at)[0]

    assert again.pk == first.pk
    assert instrument.items.filter(origin="gathering.V1").count() == 1


def test_another_partnership_sees_nothing_of_our_bank(world, kari, instrument, ute):
    banking.bank(instrument.items.get(key="E2"), by=kari.person, at=timezone.now())

    assert page(ute, instrument, "bank/").status_code == 404
