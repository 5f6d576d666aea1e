from django.urls import include, path

from sloyfe.cycle.competence.views import (
    adapting,
    audiences,
    certificates,
    copying,
    core,
    drafting,
    giving_out,
    importing,
    local_words,
    news,
    notes,
    pagewriting,
    printing,
    progress,
    reading,
    searching,
    taking,
    versions,
)

app_name = "competence"
PACKAGE = "pakker/<uuid:package>/"
RUN = "pakker/innlesinger/<uuid:run>/"
PAGE = f"{PACKAGE}sider/<uuid:page>/"
adapted = [
    path("", adapting.adaptation, name="adaptation"),
    path("elementer/<uuid:element>/", adapting.element, name="adapted_element"),
    path("elementer/<uuid:element>/valg/", adapting.choice, name="adapted_choice"),
    path("elementer/<uuid:element>/ord/", local_words.wording, name="adapted_wording"),
    path("elementer/<uuid:element>/egen-tekst/", local_words.new_text, name="adapted_new_text"),
    path("endringer/", news.changes, name="adapted_changes"),
    path("endringer/valg/", news.change_choice, name="adapted_change_choice"),
    path("endringer/konflikt/", news.conflict_choice, name="adapted_conflict_choice"),
    path("enheter/", core.units, name="adapting_units"),
    path("egen-side/", local_words.new_page, name="adapted_new_page"),
    path("egen-ressurs/", local_words.new_resource, name="adapted_new_resource"),
]
DRAFT = "pakker/utkast/<uuid:draft>/"
VERSION = f"{PACKAGE}utgaver/<uuid:version>/"
WRITING = [
    path("pakker/utkast/", drafting.drafts, name="drafts"),
    path(DRAFT, drafting.draft, name="draft"),
    path(f"{DRAFT}filer/", drafting.files, name="draft_files"),
    path(f"{DRAFT}filer/<uuid:file>/", drafting.file, name="draft_file"),
    path(f"{DRAFT}sider/<uuid:page>/", pagewriting.page, name="draft_page"),
    path(f"{DRAFT}utgave/", giving_out.release, name="draft_release"),
    path(f"{PACKAGE}utgaver/", versions.versions, name="versions"),
    path(VERSION, versions.version, name="version"),
    path(f"{VERSION}utkast/", giving_out.recasting, name="recasting"),
    path(f"{VERSION}sider/<uuid:page>/", versions.page, name="version_page"),
    path(f"{VERSION}sider/<uuid:page>/filer/<uuid:asset>/", versions.file, name="version_file"),
]
together = [
    path("", progress.unit, name="progress"),
    path("gjort/", progress.noting, name="progress_noting"),
    path("gjort/<uuid:done>/angring/", progress.undoing, name="progress_undoing"),
    path("bevis/", progress.certifying, name="certifying"),
    path("bevis/<slug:code>/<slug:language>.<slug:kind>", progress.certificate_file, name="certificate_file"),
]
urlpatterns = [
    path("enheter/<uuid:place>/pakker/<uuid:package>/fremdrift/", include(together)),
    path("steder/<uuid:place>/pakker/<uuid:package>/", include(adapted)),
    *WRITING,
    path("pakker/", reading.packages, name="packages"),
    path("pakker/innlesinger/", importing.imports, name="imports"),
    path(RUN, importing.one_import, name="import"),
    path(f"{RUN}inntak/", importing.intake, name="intake"),
    path(f"{RUN}avbrudd/", importing.cancellation, name="cancellation"),
    path(f"{PACKAGE}malgrupper/", audiences.audiences, name="audiences"),
    path(f"{PACKAGE}malgrupper/forslag/", audiences.proposals, name="proposals"),
    path(f"{PACKAGE}malgrupper/angring/", audiences.undoing, name="undoing"),
    path("pakker/sok/", searching.everywhere, name="search"),
    path(f"{PACKAGE}sok/", searching.inside, name="search_inside"),
    path(f"{PACKAGE}utskrift/", printing.whole, name="print"),
    path(PACKAGE, reading.package, name="package"),
    path(f"{PACKAGE}kjerne/", core.core, name="core"),
    path(f"{PACKAGE}utgave/", copying.copy, name="copy"),
    path(f"{PACKAGE}fremdrift/", progress.overview, name="progress_overview"),
    path(f"{PACKAGE}nedlasting/", taking.downloads, name="downloads"),
    path(f"{PACKAGE}nedlasting/nettsider/", taking.folder, name="folder"),
    path(f"{PACKAGE}nedlasting/arkiv/", taking.archive, name="archive"),
    path(f"{PACKAGE}nedlasting/kassett/", taking.cartridge, name="cartridge"),
    path(PAGE, reading.page, name="page"),
    path(f"{PAGE}notater/", notes.notes, name="notes"),
    path(f"{PAGE}notater/felles/", notes.team_notes, name="team_notes"),
    path(f"{PAGE}notater/felles/<uuid:note>/fjerning/", notes.team_note_removal, name="team_note_removal"),
    path(f"{PAGE}filer/<uuid:asset>/", reading.file, name="file"),
]
outside = (
    [
        path("", certificates.code, name="code"),
        path("<slug:code>/", certificates.certificate, name="certificate"),
    ],
    "certificates",
)
