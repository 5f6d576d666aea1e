"""Words of one's own: rewording what is there, and adding pages, resources and text."""

from uuid import UUID, uuid4

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from sloyfe.access.can import can
from sloyfe.access.policy import Can
from sloyfe.access.visit import Visit
from sloyfe.cycle.competence.actions.decisions import adding, rewording
from sloyfe.cycle.competence.adaptation.releasing import OWN
from sloyfe.cycle.competence.adaptation.trees import Identity, Kind
from sloyfe.cycle.competence.forms.adapting import PageForm, ResourceForm, TextForm, TitleForm
from sloyfe.cycle.competence.outlines.wordings import line_in, words
from sloyfe.cycle.competence.queries.adapting import key_of
from sloyfe.cycle.competence.queries.marks import mark_of
from sloyfe.cycle.competence.queries.spots import spots, titled
from sloyfe.cycle.competence.views.adapting import Here, here

Wording = TitleForm | TextForm


@can(Can.PACKAGE_ADAPT)
def wording(request: HttpRequest, visit: Visit, package: UUID, element: UUID) -> HttpResponse:
    """Words of one's own for a title or a block, bokmål and nynorsk side by side."""
    at = _writing(visit, package)
    identity = at.element(element)
    laid = at.layout.laid(identity)
    if laid is None or laid.skipped:
        raise Http404
    shown = laid.element.wording
    is_block = laid.element.kind == Kind.BLOCK
    data = request.POST or None
    form: Wording = TextForm(shown, data) if is_block else TitleForm(line_in(shown), data)
    seen = request.POST.get("seen", "")
    if form.is_valid() and form.attempt(at.decide, rewording(identity, form.wording, seen)):
        messages.success(request, _("Ordene er lagret."))
        return redirect(f"{_page_address(at, identity)}#e-{element}")
    page = {**at.about, "form": form, "row": laid, "back": _page_address(at, identity), "seen": mark_of(shown)}
    page["notation"] = is_block
    page["current"] = list(words(shown).values()) if form.is_bound and form.errors else []
    page["name"] = titled(at.layout, get_language() or "nb")(identity)
    return render(request, "competence/adapted_wording.html", page, status=form.status_code)


@can(Can.PACKAGE_ADAPT)
def new_page(request: HttpRequest, visit: Visit, package: UUID) -> HttpResponse:
    """A page of one's own."""
    at = _writing(visit, package)
    form = PageForm(spots(at.layout, Kind.PAGE, get_language() or "nb"), request.POST or None)
    identity = f"{OWN}{uuid4().hex}"
    if form.is_valid() and form.attempt(
        at.decide, adding(identity, Kind.PAGE, form.wording, form.spot_chosen, body=form.body)
    ):
        messages.success(request, _("Siden er lagt til."))
        return redirect(f"{at.address('adaptation')}#e-{key_of(identity)}")
    page = {**at.about, "form": form, "back": at.address("adaptation"), "new": "page", "notation": True}
    return render(request, "competence/adapted_wording.html", page, status=form.status_code)


@can(Can.PACKAGE_ADAPT)
def new_resource(request: HttpRequest, visit: Visit, package: UUID) -> HttpResponse:
    """A link, or another way to a page of the package."""
    at = _writing(visit, package)
    language = get_language() or "nb"
    pages = [
        (row.element.identity, row.line.read(language))
        for _module, rows in at.layout.modules
        for row in rows
        if row.kind == "page" and not row.skipped
    ]
    form = ResourceForm(spots(at.layout, Kind.PAGE, language), pages, request.POST or None)
    identity = f"{OWN}{uuid4().hex}"
    if form.is_valid() and form.attempt(at.decide, adding(identity, Kind.PAGE, form.wording, form.spot_chosen)):
        messages.success(request, _("Ressursen er lagt til."))
        return redirect(f"{at.address('adaptation')}#e-{key_of(identity)}")
    page = {**at.about, "form": form, "back": at.address("adaptation"), "new": "resource"}
    return render(request, "competence/adapted_wording.html", page, status=form.status_code)


@can(Can.PACKAGE_ADAPT)
def new_text(request: HttpRequest, visit: Visit, package: UUID, element: UUID) -> HttpResponse:
    """Text of one's own on a page."""
    at = _writing(visit, package)
    page_identity = at.element(element)
    laid = at.layout.laid(page_identity)
    if laid is None or laid.kind != "page" or laid.skipped:
        raise Http404
    language = get_language() or "nb"
    form = TextForm("", request.POST or None, spots(at.layout, Kind.BLOCK, language, [page_identity]))
    identity = f"{OWN}{uuid4().hex}"
    if form.is_valid() and form.attempt(at.decide, adding(identity, Kind.BLOCK, form.wording, form.spot_chosen)):
        messages.success(request, _("Teksten er lagt til."))
        return redirect(f"{at.address('adapted_element', element)}#e-{key_of(identity)}")
    back = at.address("adapted_element", element)
    page = {**at.about, "form": form, "back": back, "new": "text", "notation": True, "row": laid}
    return render(request, "competence/adapted_wording.html", page, status=form.status_code)


def _writing(visit: Visit, package: UUID) -> Here:
    """For those who may write there."""
    at = here(visit, package)
    if not at.may_write:
        raise PermissionDenied
    return at


def _page_address(at: Here, identity: Identity) -> str:
    """The page that a block lies on, or the whole."""
    shown = at.now.shown.elements[identity]
    if shown.kind == Kind.BLOCK and shown.place.parent:
        return at.address("adapted_element", key_of(shown.place.parent))
    return at.address("adaptation")
