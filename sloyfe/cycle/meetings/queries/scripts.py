"""The script of a meeting as it stands now, read past what a page has fetched."""

from sloyfe.cycle.meetings.models import EarlierScript, Meeting, MeetingPhase


def phases_of(meeting: Meeting) -> list[MeetingPhase]:
    """Every phase in order, those left out too."""
    return list(MeetingPhase.objects.filter(meeting=meeting).select_related("omission").order_by("position"))


def seen_mark(meeting: Meeting) -> str:
    """Changes with every change of the script, so that a page can say what it showed."""
    last = EarlierScript.objects.filter(meeting=meeting).order_by("nth").last()
    return last.pk.hex if last else ""
