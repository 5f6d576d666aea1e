"""A partnership, its parties, and the people who come in by letter and by slip."""

import re

from tests.journeys.conftest import Reader
from tests.journeys.round.cast import HOME, KARI, NILS, OLA, SIRI, SLUG, UTE, Cast, fill, says, send


def kari_makes_a_partnership(cast: Cast) -> None:
    """As operator she makes it; by the letter she becomes its coordinator."""
    _make(cast, SLUG, "Lesing i nord", KARI)
    cast.kari.go(cast.link_to(KARI))
    cast.kari.press("Ja, jeg er med")
    assert cast.kari.path() == HOME


def ute_runs_another_partnership(cast: Cast) -> None:
    """She is a coordinator too, of something else."""
    _make(cast, "rekning-i-sor", "Regning i sør", UTE)
    cast.people["ute"] = _comes_by_letter(cast, UTE, "Ute Vang")


def parties_are_taken_in(cast: Cast) -> None:
    """The owner from the register, its units as suggested, the university by hand."""
    kari = cast.kari
    kari.go(f"{HOME}parter/ny/?words=Granvik")
    _take_in(kari, "Granvik kommune", "owner")
    for unit in ("Lia skole", "Nes skole", "Bekken barnehage", "Tjern barnehage"):
        _take_in(kari, unit, "unit")
    kari.go(f"{HOME}parter/egen/")
    fill(kari, name="Høgskulen i Granvik", kind="university", number="123456789", role="partner")
    send(kari, "name", wrong=True)
    says(kari, "kontrollsifferet")
    assert kari.page.locator('[name="name"]').input_value() == "Høgskulen i Granvik"
    fill(kari, number="")
    send(kari, "name")
    says(kari, "Høgskulen i Granvik")
    _remember_places(cast)


def kari_is_the_owners_lead_too(cast: Cast) -> None:
    """And speaks for both service areas."""
    _invite(cast, "Granvik kommune", KARI, "owner", areas=["kindergarten", "school"])
    cast.kari.go(cast.link_to(KARI))
    cast.kari.press("Ja, jeg er med")


def leaders_come_by_letter(cast: Cast) -> None:
    """One page, four addresses; Ola reads nynorsk."""
    kari = cast.kari
    kari.go(f"{HOME}invitasjoner/ledere/")
    for name, address in (("Lia skole", OLA), *OTHER_LEADERS):
        kari.page.get_by_label(name).fill(address)
    kari.page.locator("main form button").last.click()
    kari.look()
    cast.people["ola"] = _comes_by_letter(cast, OLA, "Ola Lie", language="nn")
    for unit, address in OTHER_LEADERS:
        cast.people[unit] = _comes_by_letter(cast, address, f"Leder {unit}")


def partner_and_representatives_come_by_letter(cast: Cast) -> None:
    """Siri from the university; union and safety from the owner."""
    _invite(cast, "Høgskulen i Granvik", SIRI, "partner")
    cast.people["siri"] = _comes_by_letter(cast, SIRI, "Siri Nygård")
    for role, address in (("union", "tv@example.org"), ("safety", "vo@example.org")):
        _invite(cast, "Granvik kommune", address, role)
    cast.people["union"] = _comes_by_letter(cast, "tv@example.org", "Tone Vik")


def nils_comes_by_slip(cast: Cast) -> None:
    """On a small phone, without scripts, with a code on paper."""
    cast.ola.go(f"{HOME}invitasjoner/sted/{cast.kept['Lia skole']}/lapper/?rolle=staff")
    fill(cast.ola, role="staff", count="3")
    send(cast.ola, "count")
    slips = cast.ola.page.locator(".slip-code").all_inner_texts()
    assert len(slips) == 3
    nils = cast.readers.reader(phone=True, javascript=False)
    cast.people["nils"] = nils
    nils.page.goto(f"{cast.server.url}/invitasjon/")
    fill(nils, code="FEIL-KODE-HER2")
    nils.page.locator("main form:has([name=code]) button").click()
    says(nils, "Ingen invitasjon har denne koden")
    fill(nils, code=slips[0])
    nils.page.locator("main form:has([name=code]) button").click()
    fill(nils, name="Nils Moe", email=NILS, language="nb")
    nils.page.locator("main form:has([name=email]) button").click()
    fill(nils, code=cast.code_to(NILS))
    nils.page.locator("main form:has([name=code]) button").last.click()
    assert nils.path() == HOME


def old_and_used_letters_get_a_sentence(cast: Cast) -> None:
    """Three weeks go by for one letter; another has been used."""
    _invite(cast, "Lia skole", "sen@example.org", "resource")
    late = cast.link_to("sen@example.org")
    cast.server.manage(
        "shell", "-v", "0", "-c",
        "from sloyfe.cycle.partnership.models import Invitation; from django.utils import timezone; "
        "Invitation.objects.bounded().filter(email='sen@example.org').update(expires_at=timezone.now())",
    )  # fmt: skip
    stranger = cast.readers.reader(language="nn")
    stranger.go(late)
    says(stranger, "Invitasjonen har gått ut. Be den som inviterte deg, om ein ny.")
    stranger.go(cast.link_to(SIRI))
    says(stranger, "Invitasjonen er alt brukt")


def staff_are_invited_from_the_list(cast: Cast) -> None:
    """Those the payroll office named."""
    cast.ola.go(f"{HOME}invitasjoner/sted/{cast.kept['Lia skole']}/ansatte/")
    send(cast.ola, "people")
    says(cast.ola, "anna.berg@example.org")


OTHER_LEADERS = (
    ("Nes skole", "nes@example.org"),
    ("Bekken barnehage", "bekken@example.org"),
    ("Tjern barnehage", "tjern@example.org"),
)


def _make(cast: Cast, slug: str, name: str, coordinator: str) -> None:
    cast.kari.go("/partnerskap/")
    fill(cast.kari, name_nb=name, name_nn=name, slug=slug, language="nb", coordinator=coordinator)
    send(cast.kari, "slug")


def _take_in(kari: Reader, name: str, role: str) -> None:
    row = kari.page.locator("main li", has_text=name)
    row.locator(f'button[value="{role}"]').first.click()
    kari.look()
    says(kari, f"{name} er med som part")


def _remember_places(cast: Cast) -> None:
    cast.kari.go(f"{HOME}folk/")
    for section in cast.kari.page.locator("main section:has(h2)").all():
        link = section.locator('a[href*="/invitasjoner/sted/"]').first.get_attribute("href") or ""
        place = re.search(r"/sted/([0-9a-f-]{36})/", link)
        name = section.locator("h2").evaluate("heading => heading.firstChild.textContent.trim()")
        if place:
            cast.kept[str(name)] = place[1]


def _invite(cast: Cast, place: str, email: str, role: str, **more: list[str]) -> None:
    cast.kari.go(f"{HOME}invitasjoner/sted/{cast.kept[place]}/")
    fill(cast.kari, email=email, role=role, language="nb", **more)
    send(cast.kari, "email")


def _comes_by_letter(cast: Cast, email: str, name: str, language: str = "nb") -> Reader:
    reader = cast.readers.reader(language=language)
    reader.go(cast.link_to(email))
    fill(reader, name=name, language=language)
    send(reader, "name")
    assert reader.path().startswith("/p/")
    return reader
