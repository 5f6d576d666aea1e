"""Reads about the link of a staff meeting."""

from datetime import datetime

from sloyfe.surveys.models import MeetingLink, WavePlace


def meeting_link(row: WavePlace, at: datetime) -> MeetingLink | None:
    """The link that stands at this place now."""
    return row.meeting_links.filter(at__lte=at, until__gt=at).order_by("-at").first()


def link_of_code(digest: str) -> MeetingLink | None:
    """The link behind what somebody typed or followed, with all that is needed to answer."""
    related = ("wave_place__wave__edition", "wave_place__wave__instrument", "wave_place__place")
    rows = MeetingLink.objects.select_related(*related)
    return rows.filter(digest=digest).first()
