from django.urls import path

from sloyfe.surveys.views import (
    asking,
    banking,
    building,
    exchanging,
    inviting,
    meeting,
    naming,
    overview,
    parting,
    planning,
    previewing,
    results,
    screening,
)

app_name = "surveys"
FORM = "sporreskjema/<uuid:key>/"
ITEM = FORM + "punkter/<uuid:item>/"
PART = FORM + "deler/<uuid:part>/"
WAVE = "undersokelser/<uuid:key>/"
urlpatterns = [
    path("undersokelser/", overview.surveys, name="surveys"),
    path("sporreskjema/", building.start, name="start"),
    path("sporreskjema/xlsform/", exchanging.arrivals, name="arrivals"),
    path(FORM, building.instrument, name="instrument"),
    path(FORM + "tekster/", building.texts, name="instrument_texts"),
    path(FORM + "punkter/", asking.items, name="items"),
    path(FORM + "par/", asking.pairs, name="pairs"),
    path(ITEM, asking.item, name="item"),
    path(ITEM + "flytting/", asking.move, name="item_move"),
    path(ITEM + "fjerning/", asking.removal, name="item_removal"),
    path(ITEM + "vilkar/", parting.item_condition, name="item_condition"),
    path(ITEM + "bank/", banking.item_bank, name="item_bank"),
    path(FORM + "regneark/", exchanging.xlsform, name="xlsform"),
    path(FORM + "bank/", banking.bank, name="bank"),
    path(FORM + "deler/", parting.parts, name="parts"),
    path(PART, parting.part, name="part"),
    path(PART + "flytting/", parting.move, name="part_move"),
    path(PART + "fjerning/", parting.removal, name="part_removal"),
    path(PART + "vilkar/", parting.part_condition, name="part_condition"),
    path(FORM + "forhandsvisning/", previewing.preview, name="preview"),
    path(FORM + "forhandsvisning/side/", previewing.preview_page, name="preview_page"),
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
