from django.urls import URLPattern, URLResolver, include, path

from sloyfe.cycle.meetings.views import holding, meetings, methods, phases

app_name = "meetings"
phase = [
    path("", phases.phase, name="phase"),
    path("minutter/", phases.minutes, name="minutes"),
    path("plass/", phases.position, name="position"),
    path("utelatelse/", phases.omission, name="omission"),
    path("utelatelse/tilbaketrekking/", phases.omission_withdrawal, name="omission_withdrawal"),
]
meeting: list[URLPattern | URLResolver] = [
    path("", meetings.meeting, name="meeting"),
    path("opplysninger/", meetings.details, name="details"),
    path("kjoreplan/", meetings.run_sheet, name="run_sheet"),
    path("avlysning/", meetings.cancellation, name="cancellation"),
    path("avlysning/tilbaketrekking/", meetings.restoration, name="restoration"),
    path("gjennomforing/", holding.holding, name="holding"),
    path("gjennomforing/tilbaketrekking/", holding.holding_withdrawal, name="holding_withdrawal"),
    path("faser/", phases.new_phase, name="new_phase"),
    path("faser/<uuid:phase>/", include(phase)),
]
urlpatterns = [
    path("metoder/", methods.methods, name="methods"),
    path("metoder/<slug:method>/", methods.method, name="method"),
    path("moter/", meetings.meetings, name="meetings"),
    path("nytt-mote/", meetings.new_meeting, name="new_meeting"),
    path("holdt-mote/", holding.held_meeting, name="held_meeting"),
    path("moter/<uuid:meeting>/", include(meeting)),
]
