"""Figures that were read in with a file become findings, one table for them and for typed ones."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from sloyfe.cycle.needs.models import Finding, ImportedFigure
from sloyfe.surveys.models import OutsideFigure

STORY = {"title": "Trivsel", "theme": "other", "story": "Noen står igjen.", "anonymised": "on"}
USES = ("place", "period", "indicator", "value")


@pytest.fixture
def read_in(world, kari):
    """Two figures, one of the school and one that its source hid."""
    rows = (
        f"Sted;År;Indikator;Verdi\n{world.school.place.title};2024;Trivsel;4,25\n{world.school.place.title};2024;Ro;*\n"
    )
    file = SimpleUploadedFile("tall.csv", rows.encode())
    columns = kari.client.post(world.url("undersokelser/tall/"), {"file": file}).url
    uses = {f"use_{at}": use for at, use in enumerate(USES)}
    return kari.client.post(kari.client.post(columns, {"source": "Udir", "mark_0": "hidden", **uses}).url).url


def figure(world, indicator="Trivsel"):
    return OutsideFigure.objects.in_space(world.space).get(indicator=indicator)


def test_a_leader_builds_on_a_figure_that_was_read_in(world, ola, read_in):
    listed = ola.client.get(world.url("behov/funn/innlest/?maling=Trivsel")).text
    address = world.url(f"behov/funn/innlest/{figure(world).pk}/")
    page = ola.client.post(address, {**STORY, "place": str(world.school.place_id)}, follow=True).text

    assert address in listed
    assert ImportedFigure.objects.get().figure == figure(world)
    assert all(words in page for words in ("4,25", "Udir", "Noen står igjen."))


def test_a_hidden_figure_stays_hidden_in_the_finding(world, ola, read_in):
    address = world.url(f"behov/funn/innlest/{figure(world, 'Ro').pk}/")
    page = ola.client.post(address, {**STORY, "place": str(world.school.place_id)}, follow=True).text

    assert "skjult av kilden" in page


def test_a_units_figure_is_not_taken_out_of_the_unit(world, ola, siri, read_in):
    address = world.url(f"behov/funn/innlest/{figure(world).pk}/")

    assert ola.client.post(address, {**STORY, "place": str(world.space.pk)}).status_code == 422
    assert siri.client.get(address).status_code == 404
    assert not Finding.objects.in_space(world.space).exists()


def test_an_import_with_a_finding_on_it_is_not_taken_back(world, kari, ola, read_in):
    address = world.url(f"behov/funn/innlest/{figure(world).pk}/")
    ola.client.post(address, {**STORY, "place": str(world.school.place_id)})
    page = kari.client.post(f"{read_in}tilbaketrekking/")

    assert page.status_code == 409
    assert "brukt i et funn" in page.text
    assert OutsideFigure.objects.in_space(world.space).count() == 2
    assert "tatt tilbake" not in kari.client.get(read_in).text


def test_before_anything_is_read_in_there_is_nothing_to_choose(world, ola):
    assert "Ingen tall å velge ennå" in ola.client.get(world.url("behov/funn/innlest/")).text


def test_staff_and_outsiders_do_not_choose(world, nils, ute, read_in):
    for path in ("", f"{figure(world).pk}/"):
        assert nils.client.get(world.url(f"behov/funn/innlest/{path}")).status_code == 403
        assert ute.client.get(world.url(f"behov/funn/innlest/{path}")).status_code == 404


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_asks_the_database_as_often_for_one_as_for_three(
    world, ola, read_in, django_assert_num_queries, count
):
    first = figure(world)
    for year in range(count - 1):
        OutsideFigure.objects.create(
            space=world.space,
            run=first.run,
            place=first.place,
            source="Udir",
            indicator="Ro",
            period=str(year),
            value=3,
            fingerprint=str(year),
        )
    with django_assert_num_queries(LIST):
        ola.client.get(world.url("behov/funn/innlest/?maling=Ro"))


LIST = 7
