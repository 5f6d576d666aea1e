from django.urls import URLPattern, URLResolver, include, path

from sloyfe.cycle.plan.views import (
    goals,
    group_and_products,
    measures,
    needs_reports,
    overview,
    owner_plans,
    papers,
    unit_additions,
    unit_plans,
)

app_name = "plan"
owner = [
    path("oppstart/", owner_plans.beginning, name="beginning"),
    path("element/<int:number>/", owner_plans.element, name="element"),
    path("medlemmer/", group_and_products.members, name="members"),
    path("medlemmer/<uuid:member>/fjerning/", group_and_products.member_removal, name="member_removal"),
    path("medlemmer/<uuid:member>/gjenoppretting/", group_and_products.member_restoration, name="member_restoration"),
    path("sluttprodukter/<uuid:product>/", group_and_products.product, name="product"),
    path("sluttprodukter/<uuid:product>/ferdigmelding/", group_and_products.delivery, name="delivery"),
    path("sluttprodukter/<uuid:product>/gjenapning/", group_and_products.reopening, name="reopening"),
    path("brevmal/", papers.template, name="template"),
    path("brevmal/fil/", papers.template_file, name="template_file"),
    path("brevmal/fjerning/", papers.template_removal, name="template_removal"),
]
unit = [
    path("", unit_plans.unit_plan, name="unit_plan"),
    path("dokument/<slug:language>.<slug:kind>", papers.unit_plan_file, name="unit_plan_file"),
    path("element/<int:number>/", unit_plans.adapted_element, name="adapted_element"),
    path("tiltak/<uuid:measure>/tilpasning/", unit_plans.adapted_measure, name="adapted_measure"),
    path("bekreftelse/", unit_plans.confirmation, name="confirmation"),
    path("bekreftelse/tilbaketrekking/", unit_plans.withdrawal, name="withdrawal"),
    path("ar/<int:year>/", unit_plans.unit_year, name="unit_year"),
    path("ar/<int:year>/dokument/<slug:language>.<slug:kind>", papers.unit_year_file, name="unit_year_file"),
    path("nytt-tiltak/", unit_additions.new_unit_measure, name="new_unit_measure"),
    path("egne-tiltak/<uuid:measure>/", unit_additions.unit_measure, name="unit_measure"),
    path("egne-tiltak/<uuid:measure>/tekst/", unit_additions.unit_measure_text, name="unit_measure_text"),
    path("egne-tiltak/<uuid:measure>/fjerning/", unit_additions.unit_measure_removal, name="unit_measure_removal"),
    path(
        "egne-tiltak/<uuid:measure>/gjenoppretting/",
        unit_additions.unit_measure_restoration,
        name="unit_measure_restoration",
    ),
    path("kompetanse/", unit_additions.new_competence, name="new_competence"),
    path("kompetanse/<uuid:step>/", unit_additions.competence, name="competence"),
    path("kompetanse/<uuid:step>/fjerning/", unit_additions.competence_removal, name="competence_removal"),
    path(
        "kompetanse/<uuid:step>/gjenoppretting/", unit_additions.competence_restoration, name="competence_restoration"
    ),
]
plan: list[URLPattern | URLResolver] = [
    path("", overview.overview, name="overview"),
    path("behovsmelding/", needs_reports.needs_reports, name="needs_reports"),
    path("krav/", overview.requirements, name="requirements"),
    path("ar/", overview.this_year, name="this_year"),
    path("ar/<int:year>/", overview.activity_year, name="activity_year"),
    path("ar/<int:year>/dokument/<slug:language>.<slug:kind>", papers.year_file, name="year_file"),
    path("skjema/<slug:language>.<slug:kind>", papers.blank_file, name="blank_file"),
    path("mal/", goals.goals, name="goals"),
    path("nytt-mal/", goals.new_goal, name="new_goal"),
    path("mal/<uuid:goal>/", goals.goal, name="goal"),
    path("mal/<uuid:goal>/tekst/", goals.goal_text, name="goal_text"),
    path("mal/<uuid:goal>/maling/", goals.goal_measurement, name="goal_measurement"),
    path("mal/<uuid:goal>/utgangspunkt/", goals.goal_baseline, name="goal_baseline"),
    path("mal/<uuid:goal>/tegn/", goals.goal_signs, name="goal_signs"),
    path("mal/<uuid:goal>/fjerning/", goals.goal_removal, name="goal_removal"),
    path("mal/<uuid:goal>/gjenoppretting/", goals.goal_restoration, name="goal_restoration"),
    path("tegn/<uuid:sign>/", goals.sign, name="sign"),
    path("tegn/<uuid:sign>/fjerning/", goals.sign_removal, name="sign_removal"),
    path("tegn/<uuid:sign>/gjenoppretting/", goals.sign_restoration, name="sign_restoration"),
    path("tiltak/", measures.measures, name="measures"),
    path("nytt-tiltak/", measures.new_measure, name="new_measure"),
    path("tiltak/<uuid:measure>/", measures.measure, name="measure"),
    path("tiltak/<uuid:measure>/tekst/", measures.measure_text, name="measure_text"),
    path("tiltak/<uuid:measure>/fjerning/", measures.measure_removal, name="measure_removal"),
    path("tiltak/<uuid:measure>/gjenoppretting/", measures.measure_restoration, name="measure_restoration"),
    path("eier/<uuid:owner>/", owner_plans.owner_plan, name="owner_plan"),
    path("eier/<uuid:owner>/gruppe/", group_and_products.group, name="group"),
    path("eier/<uuid:owner>/sluttprodukter/", group_and_products.products, name="products"),
    path("eier/<uuid:owner>/dokument/<slug:language>.<slug:kind>", papers.owner_plan_file, name="owner_plan_file"),
    path("eier/<uuid:place>/", include(owner)),
]
urlpatterns = [
    path("plan/", include(plan)),
    path("enheter/<uuid:place>/plan/", include(unit)),
]
