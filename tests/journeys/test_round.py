"""From an empty database to signed agreement and plan, using only the screens."""

from collections.abc import Callable

import pytest

from tests.journeys.conftest import Readers, Server
from tests.journeys.round import steps_organisations, steps_people
from tests.journeys.round.cast import Cast

pytestmark = pytest.mark.browser
Step = Callable[[Cast], None]

STEPS: list[Step] = [
    steps_organisations.kari_comes_in,
    steps_organisations.wrong_files_get_a_sentence,
    steps_organisations.a_wrong_check_digit_is_told_by_its_row,
    steps_organisations.organisations_and_staff_are_read_in,
    steps_people.kari_makes_a_partnership,
    steps_people.ute_runs_another_partnership,
    steps_people.parties_are_taken_in,
    steps_people.kari_is_the_owners_lead_too,
    steps_people.leaders_come_by_letter,
    steps_people.partner_and_representatives_come_by_letter,
    steps_people.nils_comes_by_slip,
    steps_people.old_and_used_letters_get_a_sentence,
    steps_people.staff_are_invited_from_the_list,
]


@pytest.fixture(scope="module")
def cast(server: Server, readers: Readers) -> Cast:
    return Cast(server, readers)


@pytest.mark.parametrize("step", STEPS, ids=lambda step: step.__name__)
def test_the_round(cast: Cast, step: Step):
    if "broken" in cast.kept:
        pytest.skip(f"an earlier step failed: {cast.kept['broken']}")
    cast.kept["broken"] = step.__name__
    step(cast)
    del cast.kept["broken"]
