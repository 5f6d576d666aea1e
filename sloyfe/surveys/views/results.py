"""What a wave gave: figures through the release only."""

from collections.abc import Sequence
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from sloyfe.access.can import can
from sloyfe.access.models import Space
from sloyfe.access.policy import Can
from sloyfe.access.visit import Visit
from sloyfe.surveys import content, queries, release, results
from sloyfe.surveys.actions import sharing
from sloyfe.surveys.models import Wave
from sloyfe.surveys.results import Level
from sloyfe.surveys.views.found import wave_of


@can(Can.RELEASE_SEE)
def results_page(request: HttpRequest, visit: Visit, key: UUID) -> HttpResponse:
    """Own unit, owner and network side by side; leaders beside staff."""
    wave = released(visit, key)
    language = get_language() or "nb"
    visible = queries.visible_places(visit, wave) if wave.is_anonymous else []
    chosen = _chosen(request, visit, visible)
    whole = queries.sees_whole(visit, wave)
    levels = _levels(wave, chosen, whole=whole)
    lowest = levels[-1]
    beside = _roles(wave, chosen[-1] if chosen else None)
    parts = results.parts(wave, [*levels, *beside], language, with_texts=whole)
    themes = results.theme_rows(wave, lowest, language)
    page = {
        "wave": wave,
        "visible": visible,
        "whole": whole,
        "chosen": chosen[-1] if chosen else None,
        "levels": levels,
        "lowest": lowest,
        "nothing": all(level.all_hidden for level in levels) and not any(part.is_told for part in parts),
        "parts": parts,
        "themes": themes,
        "gaps": results.widest_gaps(themes),
        "answered": _answered(wave, levels, chosen, whole=whole),
        "is_unit": bool(chosen) and chosen[-1].pk in {row.place_id for row in wave.places.all()},
        "beside": _beside(visit, levels[0], wave, language) if whole else [],
        "may_read_named": not wave.is_anonymous and visit.may(Can.NAMED_SEE),
        "scale": [step.read(language) for step in content.scale()],
        "share": queries.response_share(wave),
        "own": queries.leader_places(visit, wave) if wave.is_anonymous else [],
        "consented": {consent.place_id for consent in wave.consents.all()},
    }
    return render(request, "surveys/results.html", page)


@can(Can.RELEASE_SEE)
def conversation(request: HttpRequest, visit: Visit, key: UUID) -> HttpResponse:
    """A page that a unit too small for figures can use; the place comes with the address."""
    wave = released(visit, key)
    if visit.place not in queries.visible_places(visit, wave):
        raise Http404
    place = visit.place
    owner = place.parent if place.parent_id != visit.space.pk else None
    above = [owner] if owner in queries.visible_places(visit, wave) else []
    levels = _levels(wave, above, whole=True) if queries.sees_whole(visit, wave) else []
    told = [level for level in levels if not level.all_hidden]
    page = {"wave": wave, "place": visit.place, "levels": told, "guide": content.dialogue_guide()}
    texts = queries.sees_whole(visit, wave)
    page["parts"] = results.parts(wave, told, get_language() or "nb", with_texts=texts) if told else []
    return render(request, "surveys/conversation.html", page)


@require_POST
@can(Can.RELEASE_CONSENT)
def consent(request: HttpRequest, visit: Visit, key: UUID) -> HttpResponse:
    """A unit shares its own figures with owner and network, or takes that back."""
    wave, now = released(visit, key), timezone.now()
    if visit.place not in queries.leader_places(visit, wave):
        raise Http404
    if request.POST.get("shared") == "1":
        sharing.share_figures(wave, visit.place, by=visit.person, at=now)
        messages.success(request, _("Eier og nettverk kan nå se enhetens tall."))
    else:
        sharing.withdraw_figures(wave, visit.place, by=visit.person, at=now)
        messages.success(request, _("Enhetens tall vises igjen bare for dere selv."))
    return redirect("surveys:results", visit.space.slug, key)


def released(visit: Visit, key: UUID) -> Wave:
    """A wave of this partnership whose figures are there to be read."""
    wave = wave_of(visit, key)
    if not release.is_released(wave):
        raise sharing.NotReleased
    return wave


def _chosen(request: HttpRequest, visit: Visit, visible: Sequence[Space]) -> list[Space]:
    """The place asked for, or the visitor's own; and the owner above it where that may be seen."""
    asked = request.GET.get("sted")
    if asked == "nettverk" or not visible:
        return []
    homes = {seat.space_id for seat in visit.seats}
    own = next((place for place in reversed(visible) if place.pk in homes), None)
    wanted = next((place for place in visible if str(place.pk) == asked), None) or own
    if wanted is None:
        return []
    above = next((place for place in visible if place.pk == wanted.parent_id), None)
    return [above, wanted] if above else [wanted]


def _levels(wave: Wave, places: Sequence[Space], *, whole: bool) -> list[Level]:
    if not whole and not places:
        raise sharing.NotShared
    network = [(_("Hele nettverket"), None, "")] if whole else []
    return results.levels(wave, [*network, *((place.title, place, "") for place in places)])


def _answered(
    wave: Wave, levels: Sequence[Level], places: Sequence[Space], *, whole: bool
) -> list[tuple[str, float | None]]:
    """About how large a share answered at each level; nothing where it may be told of none."""
    if not wave.is_anonymous:
        return []
    told = release.responses(wave)
    keys = [*([wave.space_id] if whole else []), *(place.pk for place in places)]
    shares = [
        (level.title, queries.rough_share(told.get((key, ""), 0), level.invited or 0))
        for level, key in zip(levels, keys, strict=True)
    ]
    return shares if any(share is not None for _title, share in shares) else []


def _roles(wave: Wave, place: Space | None) -> list[Level]:
    """The role groups of a level, as far as anything is told of them."""
    if not wave.is_anonymous:
        return []
    above = f"{place.title}: " if place else ""
    language = get_language() or "nb"
    wanted = [(above + group.text.read(language), place, group.key) for group in content.role_groups()]
    return [level for level in results.levels(wave, wanted) if not level.all_hidden]


def _beside(visit: Visit, network: Level, wave: Wave, language: str) -> list[dict[str, object]]:
    if wave.is_anonymous and network.all_hidden:
        return []
    other = (queries.leader_released if wave.is_anonymous else queries.staff_released)(visit.space)
    if other is None or not queries.sees_whole(visit, other):
        return []
    theirs = results.level(other, _("Hele nettverket"))
    staff, leaders = (network, theirs) if wave.is_anonymous else (theirs, network)
    return results.beside_rows(staff, leaders, language)
