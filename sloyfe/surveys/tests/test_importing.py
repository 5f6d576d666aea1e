"""Figures from elsewhere: brought, named, rehearsed, read in once, and taken back whole."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from conftest import seat
from sloyfe.access.roles import Role
from sloyfe.surveys.actions import importing
from sloyfe.surveys.models import ColumnChoice, FigureFile, FigureImport, OutsideFigure

LIST = 5


def long_form(world, *rows):
    head = "Sted;År;Indikator;Verdi;Antall svar\n"
    return (head + "".join(f"{row}\n" for row in rows)).replace("LIA", world.school.place.title).encode()


def bring(member, world, content, name="tall.csv"):
    file = SimpleUploadedFile(name, content)
    return member.client.post(world.url("undersokelser/tall/"), {"file": file, "sheet": ""})


def choose(member, address, uses, **rest):
    told = {f"use_{at}": use for at, use in enumerate(uses)}
    marks = {f"mark_{at}": "hidden" for at in range(8)}
    return member.client.post(address, {"source": "Udir", **marks, **told, **rest})


LONG = ("place", "period", "indicator", "value", "n")


def read_in(member, world, content, uses=LONG, **rest):
    address = bring(member, world, content).url
    review = choose(member, address, uses, **rest).url
    return review, member.client.post(review)


def figures(world):
    return OutsideFigure.objects.in_space(world.space).order_by("indicator", "period")


def test_a_long_table_becomes_figures_and_what_the_source_hid_stays_hidden(world, kari):
    content = long_form(world, "LIA;2024;Mobbing;*;*", "LIA;2024;Trivsel;4,25;30", "LIA;2025;Trivsel;..;")
    _review, done = read_in(kari, world, content, mark_0="hidden", mark_1="missing")

    assert [(f.indicator, f.value, f.absence, f.n) for f in figures(world)] == [
        ("Mobbing", None, "hidden", None),
        ("Trivsel", Decimal("4.25"), "", 30),
        ("Trivsel", None, "missing", None),
    ]
    page = kari.client.get(done.url).text
    assert "skjult" in page
    assert "4,25" in page
    assert {f.place_id for f in figures(world)} == {world.school.place_id}


def test_a_wide_table_has_its_years_in_the_heading(world, kari):
    content = f"Skole;2023;2024\n{world.school.place.title};3,5;.\n".encode()
    page = kari.client.get(bring(kari, world, content).url).text
    assert page.count('value="periods" selected') == 2

    read_in(kari, world, content, ("place", "periods", "periods"), indicator="Trivsel")
    assert [(f.period, f.value, f.absence) for f in figures(world)] == [
        ("2023", Decimal("3.5"), ""),
        ("2024", None, "hidden"),
    ]


def test_the_rehearsal_says_row_by_row_what_is_not_read_and_keeps_nothing(world, kari):
    content = long_form(
        world, "LIA;2024;Trivsel;4;9", "Oslo;2024;Trivsel;4;9", "LIA;2024;Ro;god;9", "LIA;2024;Trivsel;5;9"
    )
    page = kari.client.get(choose(kari, bring(kari, world, content).url, LONG).url).text

    assert "Linje 3: Oslo er ikke et sted i partnerskapet." in page
    assert "Linje 4: Verdi: «god» er ikke et tall." in page
    assert "Linje 5: Det samme tallet står allerede på linje 2." in page
    assert not figures(world).exists()


def test_a_number_from_fewer_than_five_is_hidden_whatever_its_source_did(world, kari):
    read_in(kari, world, long_form(world, "LIA;2024;Trivsel;4;4", "LIA;2025;Trivsel;4;5"))

    assert [(f.value, f.absence, f.n) for f in figures(world)] == [(None, "hidden", None), (Decimal(4), "", 5)]


def test_the_country_may_come_along_to_compare_with(world, kari, ola):
    _review, done = read_in(kari, world, long_form(world, "Landet;2024;Trivsel;4;9000"), keep_others="on")

    assert "Landet" in ola.client.get(done.url).text


def test_the_columns_are_remembered_for_the_next_file_with_the_same_header(world, kari):
    read_in(kari, world, long_form(world, "LIA;2024;Trivsel;4;9"), ("place", "period", "indicator", "value", ""))
    page = kari.client.get(bring(kari, world, long_form(world, "LIA;2025;Trivsel;4;9")).url).text

    assert 'value="Udir"' in page
    assert 'value="n" selected' not in page
    assert ColumnChoice.objects.in_space(world.space).count() == 1


def test_the_same_file_twice_is_told_and_gives_nothing_twice(world, kari):
    content = long_form(world, "LIA;2024;Trivsel;4;9")
    read_in(kari, world, content)
    review, again = read_in(kari, world, content)

    assert again.status_code == 409
    assert "Nøyaktig denne fila ble lest inn" in kari.client.get(review).text
    assert figures(world).count() == 1


def test_a_file_is_carried_out_once(world, kari):
    review, _done = read_in(kari, world, long_form(world, "LIA;2024;Trivsel;4;9"))

    assert kari.client.post(review).status_code == 409
    assert FigureImport.objects.in_space(world.space).count() == 1


def test_choices_that_make_no_figure_are_refused_and_kept(world, kari):
    address = bring(kari, world, long_form(world, "LIA;2024;Trivsel;4;9")).url
    page = choose(kari, address, ("place", "period", "", "value", ""), unit="poeng")

    assert page.status_code == 422
    assert "Velg hvilken kolonne som sier hva som er målt" in page.text
    assert 'value="poeng"' in page.text


def test_an_import_is_taken_back_whole_and_may_come_again(world, kari):
    content = long_form(world, "LIA;2024;Trivsel;4;9")
    _review, done = read_in(kari, world, content)
    kari.client.post(f"{done.url}tilbaketrekking/")

    assert not figures(world).exists()
    assert "tatt tilbake" in kari.client.get(world.url("undersokelser/tall/")).text
    assert kari.client.post(f"{done.url}tilbaketrekking/").status_code == 409
    read_in(kari, world, content)
    assert figures(world).count() == 1


def test_a_file_that_nobody_carried_out_is_gone_after_a_week(world, kari):
    bring(kari, world, long_form(world, "LIA;2024;Ro;4;9"))
    read_in(kari, world, long_form(world, "LIA;2024;Trivsel;4;9"))
    importing.forget_files(at=timezone.now() + timedelta(days=6))
    assert FigureFile.objects.in_space(world.space).count() == 2

    importing.forget_files(at=timezone.now() + timedelta(days=8))
    [kept] = FigureFile.objects.in_space(world.space)
    assert hasattr(kept, "run")


def test_a_hostile_file_gets_a_sentence_and_leaves_nothing(world, kari):
    page = bring(kari, world, b"PK\x03\x04" + b"x" * 100, "x.xlsx")

    assert page.status_code == 422
    assert "ødelagt" in page.text
    assert not FigureFile.objects.in_space(world.space).exists()


def test_a_units_figures_are_seen_by_the_unit_and_those_above_it(world, kari, ola, siri, nils, ute):  # noqa: PLR0917 - the cast
    _review, done = read_in(kari, world, long_form(world, "LIA;2024;Trivsel;4,25;9"))

    assert "4,25" in ola.client.get(done.url).text
    assert "4,25" not in siri.client.get(done.url).text
    assert nils.client.get(done.url).status_code == 403
    assert ute.client.get(done.url).status_code == 404


def test_a_shielded_units_figures_are_not_read_in_by_others(world, kari):
    world.school.place.shielded = True
    world.school.place.save()
    address = bring(kari, world, long_form(world, "LIA;2024;Trivsel;4;9")).url
    page = kari.client.get(choose(kari, address, LONG).url).text

    assert "er skjermet, eller utenfor det du har ansvar for" in page


def test_only_those_who_steer_read_figures_in_and_a_file_is_its_bringers(world, kari, ola, ute):
    address = bring(kari, world, long_form(world, "LIA;2024;Trivsel;4;9")).url
    seat(ute.person, world.space, Role.COORDINATOR)

    assert bring(ola, world, b"a;b\n1;2\n").status_code == 403
    assert ola.client.get(address).status_code == 403
    assert ute.client.get(address).status_code == 404


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_asks_the_database_as_often_for_one_as_for_three(world, kari, django_assert_num_queries, count):
    for year in range(count):
        read_in(kari, world, long_form(world, f"LIA;{2020 + year};Trivsel;4;9"))
        bring(kari, world, long_form(world, "LIA;2024;Ro;4;9"))
    with django_assert_num_queries(LIST):
        assert kari.client.get(world.url("undersokelser/tall/")).status_code == 200
