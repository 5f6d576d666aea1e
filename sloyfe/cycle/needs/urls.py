from django.urls import path

from sloyfe.cycle.needs.views import findings, network_needs, overview, prioritisation, process, unit_needs

app_name = "needs"
urlpatterns = [
    path("behov/", overview.overview, name="overview"),
    path("behov/satsinger/", overview.owner_priorities, name="owner_priorities"),
    path("behov/funn/", findings.findings, name="findings"),
    path("behov/funn/nytt/<slug:sort>/", findings.new_finding, name="new_finding"),
    path("behov/funn/<uuid:key>/", findings.finding, name="finding"),
    path("behov/felles/", network_needs.network_needs, name="network_needs"),
    path("behov/felles/nytt/", network_needs.new_network_need, name="new_network_need"),
    path("behov/felles/<uuid:key>/", network_needs.network_need, name="network_need"),
    path("behov/felles/<uuid:key>/deler/", network_needs.parts, name="parts"),
    path("behov/felles/<uuid:key>/deler/<uuid:part>/skille/", network_needs.separation, name="separation"),
    path("behov/felles/<uuid:key>/kommentarer/", network_needs.comments, name="comments"),
    path("behov/felles/<uuid:key>/satsinger/", network_needs.ties, name="ties"),
    path("behov/prioritering/", prioritisation.prioritisation, name="prioritisation"),
    path("behov/prioritering/poeng/", prioritisation.points, name="points"),
    path("behov/prioritering/avslutning/", prioritisation.closure, name="closure"),
    path("behov/prioritering/rekkefolge/", prioritisation.decision, name="decision"),
    path("enheter/<uuid:place>/behov/", unit_needs.unit_needs, name="unit_needs"),
    path("enheter/<uuid:place>/behov/<uuid:key>/", unit_needs.unit_need, name="unit_need"),
    path("enheter/<uuid:place>/behov/<uuid:key>/bekreftelse/", unit_needs.need_confirmation, name="confirmation"),
    path("enheter/<uuid:place>/behov/<uuid:key>/grunnlag/", unit_needs.need_evidence, name="evidence"),
    path("enheter/<uuid:place>/behov/<uuid:key>/felles/", unit_needs.merge_answer, name="merge_answer"),
    path("enheter/<uuid:place>/stastedsmote/", process.process, name="process"),
]
