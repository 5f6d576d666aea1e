"""The cast and the staff. Those with a role are met one by one; the many on the staff lists come in one go."""

from collections.abc import Iterator

from sloyfe.access.models import Operator, Seat
from sloyfe.access.roles import Role
from sloyfe.organisations.models import Employment, Kind
from sloyfe.people.actions import meet
from sloyfe.people.models import Person
from sloyfe.site.demo.material import Told, read
from sloyfe.site.demo.stage import Stage

PLAIN = str.maketrans({"æ": "ae", "ø": "o", "å": "a", " ": "."})
RESOURCE_FROM = 20  # a unit with this many on the staff has two resource persons


def cast() -> list[Told]:
    """Those whom one can sign in as from the list."""
    return list(read("demo_people")["cast"])


def address(local: str) -> str:
    """An e-mail address of the demo."""
    return f"{local.lower().translate(PLAIN)}@{read('demo_people')['domain']}"


def meet_people(stage: Stage, *, elsewhere: bool = False) -> None:
    """Everybody with a role of their own."""
    for entry in seated(elsewhere=elsewhere):
        person = meet(address(entry.get("email", entry["name"])), entry["name"], language=entry["language"])
        stage.people[entry["key"]] = person
        for party, role in entry["seats"]:
            if role == Role.LEADER:
                stage.people[f"leader of {party}"] = person
        if entry.get("operator"):
            Operator.objects.get_or_create(person=person, defaults={"since": stage.day("08-10")})


def seated(*, elsewhere: bool = False) -> Iterator[Told]:
    """The entries of those with a role, of our partnership or of the other one."""
    told = read("demo_people")
    yield from (entry for entry in (*told["cast"], *told["other"]) if entry.get("elsewhere", False) == elsewhere)


def employ_staff(stage: Stage) -> None:
    """The staff of every unit as the staff lists would bring them in; the places must stand already."""
    people, jobs, seats = [], [], []
    names = _names(stage)
    on = stage.day("08-11")
    for unit in stage.entries("unit"):
        known = list(_known(stage, unit["key"]))
        new = [next(names) for _nth in range(unit["staff"] - len(known))]
        for person in new:
            person.language = unit["language"]
        people += new
        stage.staff[unit["key"]] = [*known, *new]
        organisation = stage.organisations[unit["key"]]
        for nth, person in enumerate([stage.leader(unit["key"]), *known, *new]):
            group = _group(nth, unit["kind"])
            jobs.append(Employment(person=person, organisation=organisation, role_group=group, since=on))
        seats += [Seat(person=person, space=stage.place(unit["key"]), role=Role.STAFF, since=on) for person in new]
    Person.objects.bulk_create(people)
    Employment.objects.bulk_create(jobs)
    Seat.objects.bulk_create(seats)


def resource_persons(stage: Stage) -> Iterator[tuple[str, Person]]:
    """Unit by unit, those who bring things home from the gatherings."""
    for unit in stage.entries("unit"):
        if unit["staff"] >= RESOURCE_FROM:
            last = stage.staff[unit["key"]][-2:]
            yield from ((unit["key"], person) for person in last)


def _known(stage: Stage, unit: str) -> Iterator[Person]:
    """Those of the cast who are on this unit's staff."""
    for entry in seated():
        if entry["key"] in stage.people and [unit, Role.STAFF.value] in entry["seats"]:
            yield stage.people[entry["key"]]


def _names(stage: Stage) -> Iterator[Person]:
    """Invented people, no two alike."""
    told = read("demo_people")
    taken = set(Person.objects.values_list("email", flat=True)) | {address(e["name"]) for e in told["cast"]}
    while True:
        name = f"{stage.dice.choice(told['first_names'])} {stage.dice.choice(told['last_names'])}"
        email = address(name)
        if email not in taken:
            taken.add(email)
            yield Person(name=name, email=email)


def _group(nth: int, kind: str) -> str:
    if kind in (Kind.SCHOOL, Kind.PPT):
        return "assisting" if nth % 5 == 4 else "teaching"
    return "teaching" if nth % 5 in (0, 2) else "assisting"
