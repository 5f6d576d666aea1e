"""The release: what gets out, at which level, and what does not."""

import ast
from pathlib import Path

import pytest

import sloyfe
from conftest import World, seat
from sloyfe.access.roles import Role
from sloyfe.surveys import release
from sloyfe.surveys.models import ReleasedGroup, ReleaseFigure, ReleaseText
from sloyfe.surveys.release import Hidden, Reason
from sloyfe.surveys.tests.stage import answer, close, figure, plan

SPREAD = [1, 2, 3, 4, 5, 5, 4]


@pytest.fixture
def wave(world: World, kari):
    return plan(world, kari, opened=True)


def test_before_closing_there_is_no_figure_at_all(world, wave, kari):
    answer(wave, world.school.place, kari, SPREAD)

    assert {figure.value for figure in release.figures(wave)} == {Hidden(Reason.UNRELEASED)}
    assert ReleaseFigure.objects.count() == 0


def test_network_owner_and_unit_are_shown_when_enough_answered(world, wave, kari):
    answer(wave, world.school.place, kari, SPREAD)
    answer(wave, world.kindergarten.place, kari, SPREAD)
    closed = close(wave, kari)

    shown = figure(closed, "B1").shown
    assert (shown.n, shown.mean, shown.counts) == (14, 3.43, (2, 2, 2, 4, 4))
    assert figure(closed, "B1", world.owner.place).shown.n == 14
    assert figure(closed, "B1", world.school.place).shown.n == 7


def test_fewer_than_five_in_a_unit_hides_it_and_its_neighbour(world, wave, kari):
    answer(wave, world.school.place, kari, SPREAD)
    answer(wave, world.kindergarten.place, kari, [1, 2, 4])
    closed = close(wave, kari)

    assert figure(closed, "B1").shown.n == 10
    assert figure(closed, "B1", world.kindergarten.place).value == Hidden(Reason.PROTECTED)
    assert figure(closed, "B1", world.school.place).value == Hidden(Reason.PROTECTED)
    kept = ReleasedGroup.objects.filter(release__wave=closed)
    assert not kept.filter(place__in=(world.kindergarten.place, world.school.place), role="").exists()


def test_fewer_than_five_in_all_hides_everything(world, wave, kari):
    answer(wave, world.school.place, kari, [1, 2, 3, 4])
    closed = close(wave, kari)

    assert closed.release.responses is None
    assert {figure.value for figure in release.figures(closed)} == {Hidden(Reason.PROTECTED)}


def test_when_all_answer_the_same_it_is_hidden(world, wave, kari):
    answer(wave, world.school.place, kari, [4] * 6)
    closed = close(wave, kari)

    assert figure(closed, "B1").value == Hidden(Reason.PROTECTED)


def test_role_groups_are_shown_where_five_of_them_answered(world, wave, kari):
    answer(wave, world.school.place, kari, [1, 2, 3, 4, 5, 1, 2, 3, 4, 5])
    closed = close(wave, kari)

    for place in (None, world.school.place):
        shown = {figure.item: figure for figure in release.figures(closed, place, "teaching")}
        assert shown["B1"].shown.n == 5


def test_what_is_asked_about_the_leader_is_shown_for_the_network_only(world, wave, kari):
    answer(wave, world.school.place, kari, SPREAD)
    answer(wave, world.kindergarten.place, kari, SPREAD)
    closed = close(wave, kari)

    assert figure(closed, "C4").shown.n == 14
    for place in (world.owner.place, world.school.place):
        assert figure(closed, "C4", place).value == Hidden(Reason.LEADERSHIP)


def test_what_is_asked_about_one_leader_alone_is_never_shown(world, wave, kari):
    answer(wave, world.school.place, kari, SPREAD)
    answer(wave, world.kindergarten.place, kari, [2])
    closed = close(wave, kari)

    assert figure(closed, "C4").is_hidden


def test_free_text_needs_ten_answers(world, wave, kari):
    answer(wave, world.school.place, kari, SPREAD, texts=["Mer tid"])
    close(wave, kari)

    assert ReleaseText.objects.count() == 0


def test_free_text_comes_out_after_screening_and_without_place(world, wave, kari):
    answer(wave, world.school.place, kari, [1, 2, 3, 4, 5, 1, 2, 3, 4, 5], texts=["Mer tid", "Kollega Per roper"])
    closed = close(wave, kari)
    assert release.texts(closed, "C6") == []

    for words, passed in (("Mer tid", "1"), ("Kollega Per roper", "0")):
        row = ReleaseText.objects.get(words=words)
        kari.client.post(world.url(f"undersokelser/{wave.pk}/fritekst/"), {"text": str(row.pk), "passed": passed})

    assert release.texts(closed, "C6") == ["Mer tid"]
    assert {field.name for field in ReleaseText._meta.fields} == {"id", "release", "item_version", "words"}


def test_nobody_screens_what_their_own_staff_wrote(world, wave, kari):
    answer(wave, world.school.place, kari, [1, 2, 3, 4, 5, 1, 2, 3, 4, 5], texts=["Mer tid"])
    close(wave, kari)
    seat(kari.person, world.school.place, Role.LEADER)
    page = kari.client.get(world.url(f"undersokelser/{wave.pk}/fritekst/"))

    assert page.status_code == 409
    assert "Du leder noen av dem som har svart" in page.text
    assert "Mer tid" not in page.text


def test_only_the_release_and_closing_know_the_answers():
    folder = Path(sloyfe.__file__).parent
    named = set()
    for source in folder.rglob("*.py"):
        words = source.read_text(encoding="utf-8")
        if "tests" in source.parts or "answers" not in words:
            continue
        for node in ast.walk(ast.parse(words)):
            if isinstance(node, ast.ImportFrom) and node.module:
                modules = {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
            elif isinstance(node, ast.Import):
                modules = {alias.name for alias in node.names}
            else:
                continue
            if "sloyfe.surveys.models.answers" in modules:
                named.add(source.relative_to(folder).as_posix())

    assert named == {
        "surveys/actions/closing.py",
        "surveys/models/__init__.py",
        "surveys/release/replies.py",
    }
