"""What the worker does, in one explicit list. A job is idempotent: it may run twice or beside itself."""

from collections.abc import Callable

import structlog
from django.conf import settings
from django.contrib.sessions.backends.db import SessionStore
from django.db import DatabaseError, connection
from django.utils import timezone

from sloyfe.cycle.competence.actions import indexing, trials
from sloyfe.cycle.meetings.actions import door, playing, running
from sloyfe.people import actions
from sloyfe.surveys.actions import closing, importing, inviting

log = structlog.get_logger("sloyfe.worker")

Job = Callable[[], object]


def forget_old_sessions() -> None:
    """Removes sessions that have run out."""
    SessionStore.clear_expired()


def deliver_letters() -> None:
    """Sends what waits in the outbox, where a mail server is set up."""
    if settings.EMAIL_URL:
        actions.deliver_letters(at=timezone.now())


def close_surveys() -> None:
    """Closes the surveys whose last day is over."""
    closing.close_due_waves(on=timezone.localdate(), at=timezone.now())


def forget_links() -> None:
    """Empties the letters that carried a code, once they are sent."""
    inviting.forget_links()


def forget_answers() -> None:
    """Deletes answers on the day that was promised, and what the database still holds of their rows."""
    if closing.forget_answers(on=timezone.localdate()):
        closing.rewrite_tables()


def forget_figure_files() -> None:
    """Deletes files of figures that somebody began with and never carried out."""
    importing.forget_files(at=timezone.now())


def read_packages() -> None:
    """Reads the packages that somebody has given; one that cannot be read says so on its own page."""
    trials.read_waiting(at=timezone.now())


def index_packages() -> None:
    """Makes packages ready for the search that came in before there was one."""
    indexing.index_what_is_missing()


def forget_packages_on_trial() -> None:
    """Lets go of packages that somebody tried and never took in."""
    trials.forget_left_over(at=timezone.now())


def forget_attendees() -> None:
    """Forgets who came to a meeting, a month after it."""
    door.forget_attendees(on=timezone.localdate())


def make_groups_ahead() -> None:
    """Makes the groups of the next phase in large meetings, so that nobody waits for them."""
    running.make_groups_ahead(at=timezone.now())


def play_rehearsals() -> None:
    """Lets the people of rehearsals do what is due, and throws away rehearsals that are two days old."""
    playing.play_on(at=timezone.now())


def fold_in_the_journal() -> None:
    """Empties SQLite's write-ahead file, where rows that have been deleted may still be read."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")


JOBS: tuple[Job, ...] = (
    forget_old_sessions,
    deliver_letters,
    close_surveys,
    forget_links,
    forget_answers,
    forget_figure_files,
    read_packages,
    index_packages,
    forget_packages_on_trial,
    forget_attendees,
    make_groups_ahead,
    play_rehearsals,
    fold_in_the_journal,
)


def do_what_is_due() -> None:
    """One round; a job that fails is logged and does not keep the others from their turn."""
    for job in JOBS:
        try:
            job()
        except (DatabaseError, OSError, RuntimeError, ValueError):
            log.exception("job failed", job=job.__name__)
