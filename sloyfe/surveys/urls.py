from django.urls import path

from sloyfe.surveys.views import building, inviting, meeting, naming, overview, planning, results, screening

app_name = "surveys"
FORM = "sporreskjema/<uuid:key>/"
WAVE = "undersokelser/<uuid:key>/"
urlpatterns = [
    path("undersokelser/", overview.surveys, name="surveys"),
    path("sporreskjema/", building.start, name="start"),
    path(FORM, building.instrument, name="instrument"),
    path(FORM + "tekster/", building.texts, name="instrument_texts"),
    path(FORM + "punkter/", building.items, name="items"),
    path(FORM + "punkter/<uuid:item>/", building.item, name="item"),
    path(FORM + "punkter/<uuid:item>/flytting/", building.move, name="item_move"),
    path(FORM + "punkter/<uuid:item>/fjerning/", building.removal, name="item_removal"),
    path(FORM + "forhandsvisning/", building.preview, name="preview"),
    path(FORM + "gjennomforinger/", planning.waves, name="waves"),
    path(WAVE, overview.wave, name="wave"),
    path(WAVE + "plan/", planning.plan, name="plan"),
    path(WAVE + "apning/", overview.opening, name="opening"),
    path(WAVE + "kodelapper/", inviting.slips, name="slips"),
    path(WAVE + "lenker/", inviting.letters, name="letters"),
    path(WAVE + "steder/<uuid:place>/mote/", meeting.link, name="meeting_link"),
    path(WAVE + "steder/<uuid:place>/mote/slutt/", meeting.end, name="meeting_link_end"),
    path(WAVE + "paminnelse/", overview.reminder, name="reminder"),
    path(WAVE + "lukking/", overview.closure, name="closure"),
    path(WAVE + "svar/", naming.named_answer, name="named_answer"),
    path(WAVE + "ledersvar/", naming.named_responses, name="named_responses"),
    path(WAVE + "fritekst/", screening.texts, name="texts"),
    path(WAVE + "resultat/", results.results_page, name="results"),
    path(WAVE + "resultat/regneark/", results.workbook, name="workbook"),
    path(WAVE + "resultat/<uuid:place>/samtale/", results.conversation, name="conversation"),
    path(WAVE + "resultat/<uuid:place>/samtykke/", results.consent, name="consent"),
]
