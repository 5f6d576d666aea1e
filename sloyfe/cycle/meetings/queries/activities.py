"""The activity that a meeting began with, what it suggests, and the meetings that began with the same one."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import F
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from sloyfe.access.policy import Can
from sloyfe.access.visit import Visit
from sloyfe.cycle.competence.markup.packages import Readers
from sloyfe.cycle.competence.models import AdaptedPage, Page
from sloyfe.cycle.competence.queries import packages
from sloyfe.cycle.competence.queries.books import Book
from sloyfe.cycle.competence.reading.activities import Activity, activities
from sloyfe.cycle.meetings.models import Meeting, MeetingActivity, MeetingElement
from sloyfe.cycle.meetings.queries.meetings import seen_among
from sloyfe.cycle.partnership.contract import Onward, ThreadLink
from sloyfe.kit.existence import exist

# Whether any meeting began from a page of this name, in any version of any package here; nearly always none.
BEGUN = (
    f"FROM {MeetingActivity._meta.db_table} a JOIN {Page._meta.db_table} p ON p.id = a.page_id"
    f" JOIN {Page._meta.db_table} q ON q.identity = p.identity AND q.space_id = p.space_id WHERE q.id = %s"
)


@dataclass(frozen=True)
class OnPage:
    """A page, as this person reads it, with the activities there."""

    package: UUID
    page: Page | AdaptedPage
    found: tuple[Activity, ...]

    @property
    def is_for_owners(self) -> bool:
        """Whether what comes of it belongs in an owner's plan."""
        return self.page.readers == Readers.OWNERS

    @property
    def of_package(self) -> Page | None:
        """The package's own page; a page that a place has added has none."""
        return self.page if isinstance(self.page, Page) else self.page.source


def package_of(visit: Visit, key: UUID) -> UUID | None:
    """The package that a page is part of, or was added to by a place."""
    pages = Page.objects.in_space(visit.space).filter(pk=key).values_list("version__package_id", flat=True)
    added = AdaptedPage.objects.in_space(visit.space).filter(own_key=key)
    return pages.first() or added.values_list("adaptation__package_id", flat=True).first()


def on_page(book: Book, key: UUID) -> OnPage | None:
    """The page as it is now, for those who may read it; nothing where nothing is to be done on it."""
    row = book.page(key)
    if row is None and (now := book.page_now(key)):
        row = book.page(now)
    found = activities(row.tree) if row else ()
    return OnPage(book.version.package_id, row, found) if row and found else None


def onward(key: UUID, visit: Visit) -> Onward | None:
    """From a page with an activity: a meeting with it, and those there are."""
    [begun] = exist((BEGUN, (key,)))
    keys = _begun_with(key, visit) if begun else []
    found = seen_among(visit, keys).values() if keys else ()
    seen = sorted(found, key=lambda row: (row.on, row.starts), reverse=True)
    begin = None
    if visit.may(Can.MEETING_LEAD):
        title = _("Planlegg et møte med denne aktiviteten")
        begin = ThreadLink(_("Møte"), title, reverse("meetings:activity_meeting", args=[visit.space.slug, key]))
    return Onward(begin, _("Møter med denne aktiviteten"), [_link(row) for row in seen])


def _begun_with(key: UUID, visit: Visit) -> list[UUID]:
    """The meetings that began from this page, in any of its versions."""
    rows = MeetingActivity.objects.filter(
        meeting__space=visit.space, meeting__rehearsal=None, page__version__package__versions__pages=key,
        page__identity=F("page__version__package__versions__pages__identity"),
    )  # fmt: skip
    return list(rows.values_list("meeting_id", flat=True))


def activity_of(meeting: Meeting) -> MeetingActivity | None:
    """The page that the meeting began from."""
    return MeetingActivity.objects.filter(meeting=meeting).select_related("page__version__package").first()


def page_link(meeting: Meeting, visit: Visit) -> ThreadLink | None:
    """Where the meeting came from, for those who may read it."""
    row = activity_of(meeting)
    if row is None or not visit.may(packages.NEEDED[Readers(row.page.readers)]):
        return None
    package = row.page.version.package
    url = reverse("competence:page", args=[visit.space.slug, package.pk, row.page_id])
    return ThreadLink(_("Aktivitet"), row.page.title.read(get_language() or "nb"), url)


def elements_of(meeting: Meeting) -> list[MeetingElement]:
    """What the meeting works its way through."""
    return list(MeetingElement.objects.filter(meeting=meeting))


def _link(meeting: Meeting) -> ThreadLink:
    said = {"title": meeting.title.read(get_language() or "nb"), "day": date_format(meeting.on, "j. F Y")}
    url = reverse("meetings:meeting", args=[meeting.space.slug, meeting.pk])
    return ThreadLink(_("Møte"), _("%(title)s, %(day)s") % said, url)
