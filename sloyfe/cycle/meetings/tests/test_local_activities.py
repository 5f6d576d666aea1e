"""A meeting begins with the activity as one's place uses the package."""

import pytest

from conftest import Member, World
from sloyfe.cycle.competence.adaptation.editing import skip
from sloyfe.cycle.competence.models import Package, Page
from sloyfe.cycle.competence.tests.adapting import cartridge, decide, read_in
from sloyfe.cycle.competence.tests.making import table
from sloyfe.cycle.meetings.models import Meeting, MeetingActivity
from sloyfe.cycle.meetings.tests.test_activities import begin, making, reading

TASK = table("[udir-task]", "<h4>Oppgave</h4><p>Snakk sammen om hva barna gjør ute når ingen voksne ser dem.</p>")


@pytest.fixture
def package(world: World, kari: Member) -> Package:
    pages = {"start": f'<div class="language" lang="nb">{TASK}</div>', "slutt": "<p>Vi er ferdige.</p>"}
    return read_in(world, kari, cartridge(pages)).package


def page_named(world: World, name: str) -> Page:
    found: Page = Page.objects.in_space(world.space).get(identity=f"p-{name}")
    return found


def test_the_page_of_a_place_leads_to_a_meeting_and_tells_of_it(
    world: World, kari: Member, ola: Member, package: Package
):
    decide(package, world.school, ola, skip, "p:p-slutt")
    page = page_named(world, "start")
    assert making(world, page) in ola.client.get(reading(world, page)).text
    assert begin(world, ola, page, places=[str(world.school.place_id)], elements=[]) == 302

    assert MeetingActivity.objects.get(meeting__in=Meeting.objects.in_space(world.space)).page == page
    assert "Eiermøte" in ola.client.get(reading(world, page)).text


def test_what_a_place_has_left_out_is_no_meeting_there(world: World, kari: Member, ola: Member, package: Package):
    decide(package, world.school, ola, skip, "p:p-start")
    page = page_named(world, "start")

    assert begin(world, ola, page, places=[str(world.school.place_id)], elements=[]) == 404
    assert not Meeting.objects.in_space(world.space).exists()
