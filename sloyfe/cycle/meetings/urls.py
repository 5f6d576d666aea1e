from django.urls import URLPattern, URLResolver, include, path

from sloyfe.cycle.meetings.views import (
    copying,
    decisions,
    designing,
    groups,
    holding,
    joining,
    meetings,
    methods,
    minutes,
    phases,
    points,
    priorities,
    running,
)

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
    path("gang/", designing.script, name="script"),
    path("gang/angring/", designing.script_undoing, name="script_undoing"),
    path("kopi/", copying.copy, name="copy"),
    path("mal/", copying.new_template, name="new_template"),
    path("referat/", minutes.minutes, name="minutes_page"),
    path("referat/<slug:language>.<slug:kind>", minutes.minutes_file, name="minutes_file"),
    path("avlysning/", meetings.cancellation, name="cancellation"),
    path("avlysning/tilbaketrekking/", meetings.restoration, name="restoration"),
    path("gjennomforing/", holding.holding, name="holding"),
    path("gjennomforing/tilbaketrekking/", holding.holding_withdrawal, name="holding_withdrawal"),
    path("styring/", running.control, name="control"),
    path("styring/fase/", running.phase_start, name="phase_start"),
    path("styring/forlengelse/", running.extension, name="extension"),
    path("styring/pause/", running.pause, name="pause"),
    path("styring/gjenopptakelse/", running.resumption, name="resumption"),
    path("dor/", running.door, name="door"),
    path("deltakere/<uuid:attendee>/fjerning/", running.attendee_removal, name="attendee_removal"),
    path("grupper/<uuid:phase>/", groups.groups, name="groups"),
    path("grupper/<uuid:phase>/inndeling/", groups.new_groups, name="new_groups"),
    path("beslutninger/", decisions.decisions, name="decisions"),
    path("beslutninger/<uuid:decision>/fjerning/", decisions.decision_removal, name="decision_removal"),
    path("beslutninger/<uuid:decision>/tiltak/", decisions.decision_planning, name="decision_planning"),
    path("prioritering/<uuid:phase>/", priorities.priorities_page, name="priorities"),
    path("prioritering/<uuid:phase>/tilbaketrekking/", priorities.priorities_withdrawal, name="priorities_withdrawal"),
    path("punkter/", points.points, name="points"),
    path("punkter/felles/", points.new_common, name="new_common"),
    path("punkter/<uuid:common>/deling/", points.point_parting, name="point_parting"),
    path("faser/", phases.new_phase, name="new_phase"),
    path("faser/<uuid:phase>/", include(phase)),
]
urlpatterns = [
    path("metoder/", methods.methods, name="methods"),
    path("metoder/<slug:method>/", methods.method, name="method"),
    path("maler/<uuid:template>/bortlegging/", copying.template_removal, name="template_removal"),
    path("maler/<uuid:template>/framhenting/", copying.template_restoration, name="template_restoration"),
    path("moter/", meetings.meetings, name="meetings"),
    path("nytt-mote/", meetings.new_meeting, name="new_meeting"),
    path("holdt-mote/", holding.held_meeting, name="held_meeting"),
    path("moter/<uuid:meeting>/", include(meeting)),
]
# For those who come in by a code, without an account.
outside = (
    [
        path("", joining.code, name="code"),
        path("<slug:code>/", joining.meeting, name="meeting"),
        path("<slug:code>/notater/<uuid:phase>/", joining.note, name="note"),
        path("<slug:code>/punkter/", points.new_point, name="new_point"),
        path("<slug:code>/punkter/<uuid:point>/enighet/", points.point_agreement, name="point_agreement"),
        path(
            "<slug:code>/punkter/<uuid:point>/enighet/tilbaketrekking/",
            points.point_agreement_withdrawal,
            name="point_agreement_withdrawal",
        ),
        path("<slug:code>/punkter/<uuid:point>/fjerning/", points.point_removal, name="point_removal"),
        path("<slug:code>/prikker/<uuid:phase>/", priorities.dots, name="dots"),
        path("<slug:code>/utgang/", joining.way_out, name="way_out"),
    ],
    "joining",
)
