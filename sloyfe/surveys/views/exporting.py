"""Released figures as files. What a visitor gets is what the page of results would show them."""

from collections.abc import Iterator
from uuid import UUID

from django.http import HttpRequest, StreamingHttpResponse
from django.utils import timezone
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _

from sloyfe.access.can import can
from sloyfe.access.policy import Can
from sloyfe.access.visit import Visit
from sloyfe.kit.sav import sav_parts
from sloyfe.kit.xlsx import xlsx_parts
from sloyfe.surveys import queries, release
from sloyfe.surveys.actions import sharing
from sloyfe.surveys.exports import spss
from sloyfe.surveys.exports.cells import cells, csv_parts
from sloyfe.surveys.exports.lines import Line, lines
from sloyfe.surveys.models import Wave
from sloyfe.surveys.views.found import wave_of

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@can(Can.RELEASE_SEE)
def workbook(_request: HttpRequest, visit: Visit, key: UUID) -> StreamingHttpResponse:
    """Every figure that this visitor may see, as XLSX."""
    wave, levels, language = _seen(visit, key)
    return _file(xlsx_parts(_("Resultat"), cells(wave, levels, language)), XLSX, "resultat.xlsx")


@can(Can.RELEASE_SEE)
def comma_separated(_request: HttpRequest, visit: Visit, key: UUID) -> StreamingHttpResponse:
    """The same as CSV."""
    wave, levels, language = _seen(visit, key)
    return _file(csv_parts(cells(wave, levels, language)), "text/csv; charset=utf-8", "resultat.csv")


@can(Can.RELEASE_SEE)
def system_file(_request: HttpRequest, visit: Visit, key: UUID) -> StreamingHttpResponse:
    """The same for SPSS: a row for each level and role group."""
    wave, levels, language = _seen(visit, key)
    columns, rows = spss.variables(wave, language), spss.cases(wave, levels, language)
    title, now = wave.instrument.title.read(language), timezone.localtime()
    parts = sav_parts(columns, rows, title=title, at=now, count=len(levels))
    return _file(parts, "application/x-spss-sav", "resultat.sav")


def _seen(visit: Visit, key: UUID) -> tuple[Wave, list[Line], str]:
    wave = wave_of(visit, key)
    if not release.is_released(wave):
        raise sharing.NotReleased
    places = queries.visible_places(visit, wave) if wave.is_anonymous else []
    whole = queries.sees_whole(visit, wave)
    if not whole and not places:
        raise sharing.NotShared
    language = get_language() or "nb"
    return wave, lines(wave, places, whole=whole, language=language), language


def _file(parts: Iterator[bytes], kind: str, name: str) -> StreamingHttpResponse:
    told = _spoken(parts, get_language() or "nb")
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return StreamingHttpResponse(told, content_type=kind, headers=headers)


def _spoken(parts: Iterator[bytes], language: str) -> Iterator[bytes]:
    """Pieces are made after the view is done, when another page may already have set another language."""
    while True:
        with override(language):
            piece = next(parts, None)
        if piece is None:
            return
        yield piece
