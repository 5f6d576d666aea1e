"""From an empty database to signed agreement and plan, using only the screens."""

from collections.abc import Callable

import pytest

from tests.journeys.conftest import Readers
from tests.journeys.installations import Server
from tests.journeys.round import (
    steps_agreement,
    steps_documents,
    steps_needs,
    steps_organisations,
    steps_people,
    steps_plan,
    steps_start,
    steps_surveys,
)
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
    steps_agreement.expectations_are_stated_and_agreed,
    steps_agreement.the_partner_confirms,
    steps_agreement.those_heard_are_written_down,
    steps_agreement.the_required_sections_are_written,
    steps_agreement.two_people_edit_one_section,
    steps_agreement.dates_hours_and_tasks_stand_once,
    steps_surveys.a_questionnaire_is_made_and_edited_side_by_side,
    steps_surveys.the_staff_survey_is_opened,
    steps_surveys.nils_answers_on_a_phone_without_scripts,
    steps_surveys.the_others_answer,
    steps_surveys.a_meeting_has_one_link_and_takes_no_more_than_the_people,
    steps_surveys.ola_answers_by_name,
    steps_surveys.both_are_closed,
    steps_surveys.results_are_read,
    steps_needs.findings_are_written_down,
    steps_needs.units_word_their_needs_and_leaders_confirm,
    steps_needs.the_smallest_unit_holds_a_meeting,
    steps_needs.network_needs_are_merged_confirmed_and_commented,
    steps_needs.points_are_given,
    steps_needs.the_order_is_decided,
    steps_plan.the_owners_plan_is_answered,
    steps_plan.goals_and_measures_are_set,
    steps_plan.ola_makes_it_the_plan_of_his_school,
    steps_plan.the_needs_report_is_written,
    steps_start.the_gate_is_shut_at_first,
    steps_start.the_readiness_list_is_answered,
    steps_start.units_with_hidden_figures_hold_a_meeting,
    steps_start.the_round_starts,
    steps_start.every_party_signs_once,
    steps_start.everybody_reads_their_start_page,
    steps_documents.the_agreement_is_downloaded,
    steps_documents.the_owners_plan_is_downloaded,
    steps_documents.unit_plan_and_needs_report_are_downloaded,
    steps_start.ute_sees_nothing,
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
