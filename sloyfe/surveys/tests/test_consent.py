"""A unit's own figures stay with the unit until it says otherwise, by whatever name they go."""

from io import BytesIO

from openpyxl import load_workbook

from sloyfe.surveys.tests.stage import answer, close, plan

SPREAD = [1, 2, 3, 4, 5, 4, 3, 2]


def levels(member, world, wave):
    page = member.client.get(world.url(f"undersokelser/{wave.pk}/resultat/regneark/"))
    assert page.status_code == 200
    rows = load_workbook(BytesIO(page.getvalue())).active.iter_rows(values_only=True)
    return {row[1] for row in rows}


def share(world, wave, ola):
    url = world.url(f"undersokelser/{wave.pk}/resultat/{world.school.place.pk}/samtykke/")
    assert ola.client.post(url, {"shared": "1"}).status_code == 302


def test_an_owner_with_one_unit_in_the_survey_does_not_see_it_as_the_owners_figures(world, kari, ola):
    wave = plan(world, kari, asked={world.school.place: 30}, opened=True)
    answer(wave, world.school.place, kari, SPREAD)
    closed = close(wave, kari)
    names = {world.owner.place.title, world.school.place.title}

    assert names <= levels(ola, world, closed)
    for rest in ("", "regneark/"):
        page = kari.client.get(world.url(f"undersokelser/{closed.pk}/resultat/{rest}"))
        assert page.status_code == 403
        assert "den har ikke delt dem" in page.text
    assert "Hele nettverket" not in kari.client.get(world.url("behov/funn/tall/")).text

    share(world, closed, ola)
    assert names <= levels(kari, world, closed)


def test_a_unit_without_an_owner_in_the_partnership_decides_for_itself(world, kari):
    alone = world.space.place("Vesle skule")
    wave = plan(world, kari, asked={alone: 30, world.school.place: 30}, opened=True)
    answer(wave, alone, kari, SPREAD)
    answer(wave, world.school.place, kari, SPREAD)

    assert alone.title not in levels(kari, world, close(wave, kari))
