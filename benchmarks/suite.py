"""Pages and complete answers of the demo, beside the floor."""

import sys
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from urllib.parse import urlencode

from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from django.core.handlers.wsgi import WSGIHandler
from tqdm import tqdm

from benchmarks import answers, floor
from benchmarks.measure import Request, cpu_ms, send
from sloyfe.access.models import Space
from sloyfe.people.models import Person

# For scale only, measured elsewhere on a machine of this size: a known survey tool and a known course portal.
PEER_ANSWER = "LimeSurvey: 1.0–1.9 complete answers a second, 1,743–2,384 statements each"
PEER_PAGE = "Moodle: 11.5 pages a second, 36 statements and 160 ms CPU a page"


@dataclass(frozen=True)
class Figure:
    """One line of the benchmark."""

    name: str
    cpu_ms: float
    floor_ms: float
    statements: int
    bytes: int

    @property
    def ratio(self) -> float:
        """How many times the floor."""
        return self.cpu_ms / self.floor_ms


def pages(slug: str, paths: Sequence[str], person: Person, *, times: int) -> list[Figure]:
    """Each page as this person, beside a bare view that says the same statements."""
    cookie = session_of(person)
    figures = []
    for path in tqdm(paths, unit="page", file=sys.stderr):
        address = path.format(slug=slug)
        figures.append(page(address, Request(address, cookie), times=times))
    return figures


def page(name: str, request: Request, *, times: int) -> Figure:
    """One page."""
    ours = WSGIHandler()
    send(ours, request)
    recorded = send(ours, request, listen=True)
    if not recorded.status.startswith("200"):
        raise SystemExit(f"{name}: {recorded.status}, so there is nothing to measure")
    spent = cpu_ms(ours, [request] * times)
    with floor.standing_in(recorded) as bare:
        send(bare, request)
        least = cpu_ms(bare, [request] * times)
    return Figure(name, spent, least, len(recorded.statements), len(recorded.body))


def complete_answers(*, times: int) -> Figure:
    """A whole staff survey sent from a phone: the POST that seals and stores it."""
    wave, codes = answers.open_wave(times + 2)
    requests = [
        Request(f"/svar/{code}/", method="POST", body=urlencode(answers.fields(wave, nth), doseq=True).encode())
        for nth, code in enumerate(codes)
    ]
    ours = WSGIHandler()
    send(ours, requests[0])
    recorded = send(ours, requests[1], listen=True)
    if not recorded.status.startswith("200"):
        raise SystemExit(f"answering gave {recorded.status}, so there is nothing to measure")
    spent = cpu_ms(ours, requests[2:])
    with floor.standing_in(recorded) as bare:
        least = cpu_ms(bare, [Request("/", method="POST", body=requests[0].body)] * times)
    return Figure("complete answer", spent, least, len(recorded.statements), len(recorded.body))


def session_of(person: Person) -> str:
    """The cookie of a person who is signed in."""
    store = SessionStore()
    store[SESSION_KEY] = str(person.pk)
    store[BACKEND_SESSION_KEY] = "django.contrib.auth.backends.ModelBackend"
    store[HASH_SESSION_KEY] = person.get_session_auth_hash()
    store.save()
    return f"sessionid={store.session_key}"


def as_json(figures: Sequence[Figure]) -> list[dict[str, object]]:
    """For machines."""
    return [{**asdict(figure), "ratio": round(figure.ratio, 2)} for figure in figures]


def slug_of(space: Space) -> str:
    """The address of the partnership that a space lies in."""
    return str(Space.objects.get(pk=space.root_key).slug)
