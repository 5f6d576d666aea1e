"""The start gate, the signatures, and what everybody can read afterwards."""

from tests.journeys.conftest import Reader
from tests.journeys.round.cast import HOME, SLUG, Cast, day, fill, press_post, says, send, words
from tests.journeys.round.steps_needs import UNITS, hold_a_meeting

SIGNERS = ("Nes skole", "Bekken barnehage", "Tjern barnehage")


def the_gate_is_shut_at_first(cast: Cast) -> None:
    """What is missing is named; nobody signs; starting anyway asks the owner for a reason."""
    kari = cast.kari
    kari.go(f"{HOME}avtale/")
    press_post(kari, "/avtale/utgave/")
    says(kari, "Avtalen kan signeres når dere er klare til start")
    assert kari.page.get_by_role("button", name="Signer for").count() == 0
    kari.go(f"{HOME}klar-til-start/")
    says(kari, "mangler")
    assert kari.page.locator('form[action$="/klar-til-start/start/"]').count() == 0
    fill(kari, reason=" ")
    send(kari, "reason", wrong=True)
    cast.ola.go(f"{HOME}klar-til-start/")
    assert cast.ola.page.locator('[name="reason"]').count() == 0


def the_readiness_list_is_answered(cast: Cast) -> None:
    """A no asks for something to be done, and then the gate opens."""
    kari = cast.kari
    kari.go(f"{HOME}klar-til-start/sjekkliste/")
    names = kari.page.locator("main form input[type=radio]").evaluate_all(
        "boxes => [...new Set(boxes.map(b => b.name))]"
    )
    for name in names:
        kari.page.locator(f'[name="{name}"][value="{"no" if name == names[-1] else "yes"}"]').check(force=True)
    send(kari, str(names[0]))
    kari.page.locator('main a[href*="?fra=ready."]').first.click()
    fill(kari, what_nb="Avtale veiledning", due=day(10), party="Granvik kommune")
    send(kari, "due")


def units_with_hidden_figures_hold_a_meeting(cast: Cast) -> None:
    """Hiding one unit may hide another, so that none can be worked out; the gate names it, and a meeting opens it."""
    cast.kari.go(f"{HOME}klar-til-start/")
    heard = cast.kari.page.locator("main li", has_text="Personalet i hver enhet er hørt").inner_text()
    for unit in UNITS:
        if unit in heard:
            hold_a_meeting(cast, unit)


def the_round_starts(cast: Cast) -> None:
    """Everything is met."""
    kari = cast.kari
    kari.go(f"{HOME}klar-til-start/")
    assert kari.page.locator('form[action$="/klar-til-start/start/"]').count() == 1, words(kari)
    kari.press("Vi er klare. Start!")
    says(kari, "Klart.")


def every_party_signs_once(cast: Cast) -> None:
    """Owner, units and partner; the second signature of one party gets a sentence and keeps what was typed."""
    kari = cast.kari
    kari.go(f"{HOME}avtale/signatur/")
    again = kari.context.new_page()
    again.goto(kari.page.url)
    _sign(kari, "Kommunalsjef")
    says(kari, "Kommunalsjef")
    again.locator('[name="title"]').fill("Rådmann")
    again.locator('main form:has([name="title"]) button').click()
    assert "Denne parten har allerede signert" in again.locator("main").inner_text()
    again.close()
    for who in (cast.ola, *(cast.people[unit] for unit in SIGNERS if unit in cast.people), cast.siri):
        who.go(f"{HOME}avtale/signatur/")
        _sign(who, "Rektor")
    kari.go(f"{HOME}avtale/signatur/")
    assert "ikke signert" not in words(kari)
    for page in ("avtale/utgaver/", "klar-til-start/", ""):
        kari.go(f"{HOME}{page}")


def everybody_reads_their_start_page(cast: Cast) -> None:
    """In both languages, on laptop and phone."""
    for who in (cast.ola, cast.siri, cast.people["union"]):
        who.go("/")
        who.go(HOME)
    cast.nils.page.goto(f"{cast.server.url}{HOME}")
    assert "Runden" in words(cast.nils)


def ute_sees_nothing(cast: Cast) -> None:
    """Every address that was visited in this partnership is a page that does not exist for her."""
    inside = {url.split("#")[0] for url in cast.readers.axe.seen if f"/p/{SLUG}/" in url}
    ute = cast.people["ute"].context.request
    answers = {url: ute.get(url).status for url in inside}
    only_sent_to = {url for url, status in answers.items() if status == 405}
    assert len(inside) > 60
    assert {url: status for url, status in answers.items() if status != 404 and url not in only_sent_to} == {}
    assert all(cast.kari.context.request.get(url).status == 405 for url in only_sent_to)


def _sign(who: Reader, title: str) -> None:
    fill(who, title=title)
    send(who, "title")
