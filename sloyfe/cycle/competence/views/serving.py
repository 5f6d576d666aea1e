"""A file of a package as an answer."""

from django.http import HttpResponse
from django.utils.http import content_disposition_header

from sloyfe.cycle.competence.queries.files import SHOWN, type_named


def served(name: str, content: bytes) -> HttpResponse:
    """Shown where a browser may show it; else downloaded, so that nothing in a package runs as ours."""
    kind = type_named(name)
    answer = HttpResponse(content, content_type=kind if kind in SHOWN else "application/octet-stream")
    said = content_disposition_header(as_attachment=kind not in SHOWN, filename=" ".join(name.split()))
    answer.headers["Content-Disposition"] = said or "attachment"
    answer.headers["X-Content-Type-Options"] = "nosniff"
    return answer
