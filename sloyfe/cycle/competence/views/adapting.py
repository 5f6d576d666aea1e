"""Adapting a package at a place: the whole of it, one page of it, and what is pressed there."""

from dataclasses import dataclass
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from sloyfe.access.can import can
from sloyfe.access.models import Space
from sloyfe.access.policy import Can
from sloyfe.access.visit import Visit
from sloyfe.cycle.competence.actions.adapting import Decision, adapt
from sloyfe.cycle.competence.actions.decisions import dropping, lying, requiring, shifting, skipping, timing
from sloyfe.cycle.competence.actions.refusing import NotAdaptable
from sloyfe.cycle.competence.adaptation.layers import Facet, Level
from sloyfe.cycle.competence.adaptation.permissions import Reason, Refused
from sloyfe.cycle.competence.adaptation.trees import Identity, Kind
from sloyfe.cycle.competence.markup.tree import Language
from sloyfe.cycle.competence.models import Package
from sloyfe.cycle.competence.outlines.wordings import blocks_in, words
from sloyfe.cycle.competence.queries.adaptations import LEVELS, MAY_ADAPT, Standing, party_at, standing
from sloyfe.cycle.competence.queries.adapting import Laid, Layout, layout
from sloyfe.cycle.competence.queries.languages import language_named
from sloyfe.cycle.competence.views.drawing.blocks import Drawing
from sloyfe.cycle.competence.views.drawing.lines import Places
from sloyfe.cycle.competence.views.drawing.words import licence_in_words

MINUTES = 4
BACK = {
    "back": Facet.PRESENCE,
    "unmove": Facet.PLACE,
    "unreword": Facet.WORDING,
    "untime": Facet.MINUTES,
    "unrequire": Facet.REQUIRED,
}


@dataclass(frozen=True)
class Here:
    """A package at a place, for a person who may see how it is adapted there, and perhaps adapt it."""

    visit: Visit
    place: Space
    package: Package
    now: Standing
    layout: Layout
    may_write: bool

    def address(self, name: str, *given: object) -> str:
        """A page of adapting."""
        return reverse(f"competence:{name}", args=[self.visit.space.slug, self.place.pk, self.package.pk, *given])

    def element(self, key: UUID) -> Identity:
        """What the address means, or 404."""
        found = self.layout.find(key)
        if found is None:
            raise Http404
        return found

    def decide(self, decision: Decision) -> None:
        """Carry a decision out, for those who may."""
        if not self.may_write:
            raise PermissionDenied
        adapt(self.package, self.place, self.now.level, decision, by=self.visit.person, at=timezone.now())

    @property
    def about(self) -> dict[str, object]:
        """What every page of adapting shows."""
        version = self.now.newest.version
        return {
            "here": self,
            "place": self.place,
            "package": self.package,
            "now": self.now,
            "is_owner": self.now.level == Level.OWNER,
            "fixed": self.now.master.fixed,
            "licence": licence_in_words(version.licence, version.licence_written),
            "waiting": self.now.row.waiting if self.now.row else 0,
        }


def here(visit: Visit, package: UUID) -> Here:
    """The package at the place of the address, or 404."""
    place = visit.place
    row = Package.objects.in_space(visit.space).select_related("space").filter(pk=package).first()
    party = party_at(visit.space, place) if place else None
    if place is None or row is None or party is None:
        raise Http404
    level = LEVELS[party.role]
    now = standing(row, place, level)
    if now is None:
        raise Http404
    return Here(visit, place, row, now, layout(now, visit), visit.may(MAY_ADAPT[level], place))


@can(Can.PACKAGE_ADAPT)
def adaptation(request: HttpRequest, visit: Visit, package: UUID) -> HttpResponse:
    """The package as a tree of modules and pages."""
    at = here(visit, package)
    page = {**at.about, "modules": at.layout.modules}
    return render(request, "competence/adaptation.html", page)


@can(Can.PACKAGE_ADAPT)
def element(request: HttpRequest, visit: Visit, package: UUID, element: UUID) -> HttpResponse:
    """One page with its blocks."""
    at = here(visit, package)
    laid = at.layout.laid(at.element(element))
    if laid is None or laid.kind != "page":
        raise Http404
    language = language_named(get_language())
    blocks = [(each, drawn(each, language)) for each in at.layout.inside(laid.element.identity)]
    return render(request, "competence/adapted_element.html", {**at.about, "row": laid, "blocks": blocks})


@require_POST
@can(Can.PACKAGE_ADAPT)
def choice(request: HttpRequest, visit: Visit, package: UUID, element: UUID) -> HttpResponse:
    """One of the buttons beside an element."""
    at = here(visit, package)
    identity = at.element(element)
    at.decide(_decision(request, at, identity))
    messages.success(request, _("Lagret."))
    shown = at.now.shown.elements[identity]
    page = at.layout.laid(shown.place.parent) if shown.kind == Kind.BLOCK and shown.place.parent else None
    back = at.address("adapted_element", page.key) if page else at.address("adaptation")
    return redirect(f"{back}#e-{element}")


def drawn(laid: Laid, language: Language) -> tuple[SafeString, str]:
    """A block in the reader's language, else in the one that it has, and which that is where it is another."""
    blocks = blocks_in(laid.element.wording)
    said = words(laid.element.wording)
    has = language.value in said or not said or "" in said
    shown = language if has else Language(next(iter(said)))
    body = Drawing(Places(shown), prefix=f"b{laid.key.hex[:8]}-").blocks(blocks)
    return body, "" if has else shown.value


def _decision(request: HttpRequest, at: Here, identity: Identity) -> Decision:
    what = request.POST.get("what", "")
    if what in BACK:
        return dropping(identity, BACK[what])
    if what == "skip":
        return skipping(identity)
    if what in {"up", "down"}:
        return shifting(identity, what == "up", at.layout.hidden)
    if what == "require":
        return requiring(identity)
    if what == "time":
        said = request.POST.get("minutes", "").strip()
        if not said.isdecimal() or len(said) > MINUTES:
            raise NotAdaptable(Refused(Reason.NO_MINUTES, (identity,)))
        return timing(identity, int(said))
    if what == "lie":
        return lying(identity, at.element(_key(request.POST.get("parent", ""))))
    raise Http404


def _key(said: str) -> UUID:
    try:
        return UUID(said)
    except ValueError:
        raise Http404 from None
