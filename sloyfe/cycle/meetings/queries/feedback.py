"""The link by which those who were there answer three questions."""

from sloyfe.cycle.meetings.models import Meeting, MeetingFeedback
from sloyfe.surveys.models import WavePlace


def feedback_of(meeting: Meeting) -> MeetingFeedback | None:
    """The wave of this meeting, if somebody has asked for it."""
    return MeetingFeedback.objects.filter(meeting=meeting).select_related("wave__closure", "wave__release").first()


def asked_place(feedback: MeetingFeedback) -> WavePlace:
    """Whose figures it becomes."""
    return feedback.wave.places.select_related("place", "wave").get()
