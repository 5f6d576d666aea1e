"""The table of contents of the product."""

from django.urls import include, path

from sloyfe.cycle.competence import urls as competence
from sloyfe.cycle.meetings import urls as meetings
from sloyfe.cycle.partnership import urls as partnership
from sloyfe.site import health, home, outbox
from sloyfe.site.demo import views as demo
from sloyfe.site.stations import checks
from sloyfe.site.style_guide import style_guide

site = (
    [
        path("", home.start, name="start"),
        path("healthz", health.alive, name="alive"),
        path("readyz", health.ready, name="ready"),
        path("demo/innlogging/", demo.demo, name="demo"),
        path("utboks/", outbox.outbox, name="outbox"),
        path("stil/", style_guide, name="style_guide"),
        path("p/<slug:slug>/", home.round_at_a_glance, name="round"),
    ],
    "site",
)

urlpatterns = [
    path("", include(site)),
    path("", include("sloyfe.people.urls")),
    path("", include("sloyfe.organisations.urls")),
    path("svar/", include("sloyfe.surveys.urls_answering")),
    path("p/<slug:slug>/", include("sloyfe.surveys.urls")),
    path("", include(partnership.outside)),
    path("p/<slug:slug>/", include(partnership.inside(checks))),
    path("p/<slug:slug>/", include("sloyfe.cycle.needs.urls")),
    path("p/<slug:slug>/", include("sloyfe.cycle.plan.urls")),
    path("m/", include(meetings.outside)),
    path("bevis/", include(competence.outside)),
    path("p/<slug:slug>/", include("sloyfe.cycle.networks.urls")),
    path("p/<slug:slug>/", include(competence)),
    path("p/<slug:slug>/", include("sloyfe.cycle.meetings.urls")),
]
