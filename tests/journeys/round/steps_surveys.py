"""Staff answer on slips of paper, leaders by name; figures come out when both are closed."""

from urllib.parse import urlencode
from urllib.request import Request, urlopen

from tests.journeys.conftest import Reader
from tests.journeys.round.cast import HOME, Cast, fill, says, send, words

ANSWERS = {"Lia skole": 6, "Nes skole": 6, "Bekken barnehage": 6, "Tjern barnehage": 2}
THEMES = ["inclusive_practice", "language_environment", "assessment_for_learning", "transitions"]


def a_questionnaire_is_made_and_edited_side_by_side(cast: Cast) -> None:
    """From the ready-made one; too few themes get a sentence."""
    kari = cast.kari
    kari.go(f"{HOME}sporreskjema/")
    fill(kari, template="staff", themes=THEMES[:2])
    send(kari, "themes", wrong=True)
    fill(kari, themes=THEMES)
    send(kari, "themes")
    cast.kept["staff form"] = kari.path()
    kari.page.locator('.item a[href*="/punkter/"]').first.click()
    kari.look()
    fill(kari, wording_nb="Jeg er trygg på å inkludere alle.", wording_nn="Eg er trygg på å inkludere alle.")
    send(kari, "wording_nb")
    says(kari, "Eg er trygg på å inkludere alle.")
    kari.press("Forhåndsvis")
    for page in ("tekster/", "punkter/"):
        kari.go(cast.kept["staff form"] + page)


def the_staff_survey_is_opened(cast: Cast) -> None:
    """Four places are asked; slips are printed for each."""
    kari = cast.kari
    kari.go(cast.kept["staff form"])
    kari.press("Planlegg en undersøkelse")
    for unit, count in ANSWERS.items():
        kari.page.get_by_label(unit).fill(str(count))
    send(kari, "opens_on")
    cast.kept["staff wave"] = kari.path()
    fill(kari, screened_by="coordinator")
    kari.press("Åpne undersøkelsen")
    for unit, count in ANSWERS.items():
        kari.go(f"{cast.kept['staff wave']}kodelapper/")
        fill(kari, place=unit, count=str(count))
        send(kari, "count")
        cast.kept[f"codes {unit}"] = " ".join(kari.page.locator(".slip-code").all_inner_texts())
        assert len(_codes(cast, unit)) == count


def nils_answers_on_a_phone_without_scripts(cast: Cast) -> None:
    """A code typed from the slip; in nynorsk; twice gets a sentence."""
    phone = cast.readers.reader(phone=True, javascript=False)
    phone.page.goto(f"{cast.server.url}/svar/")
    fill(phone, code="KORT")
    phone.page.locator("main form button").last.click()
    says(phone, "Koden er på ti tegn")
    code = _codes(cast, "Lia skole")[0]
    fill(phone, code=code.lower())
    phone.page.locator("main form button").last.click()
    phone.page.locator('button[name="switch"][value="nn"]').click()
    for box in phone.page.locator('.matrix-row input[value="4"]').all():
        box.check(force=True)
    phone.page.locator("main textarea").first.fill("Vi treng tid til å snakke saman om barna.")
    assert phone.page.evaluate("document.documentElement.scrollWidth") <= 360
    phone.page.locator("main form.sheet button[type=submit]").last.click()
    says(phone, "Takk for svaret")
    phone.page.goto(f"{cast.server.url}/svar/{code.replace('-', '')}/")
    assert "Send svaret" not in words(phone)


def the_others_answer(cast: Cast) -> None:
    """Nineteen more, as any browser would send it; one code is kept for later."""
    looking = cast.readers.reader(phone=True)
    looking.go(f"/svar/{_codes(cast, 'Lia skole')[1]}/")
    names = looking.page.locator(".matrix-row input").evaluate_all("boxes => [...new Set(boxes.map(box => box.name))]")
    for unit, count in ANSWERS.items():
        first = 1 if unit == "Lia skole" else 0
        for n, code in enumerate(_codes(cast, unit)[first:count]):
            _post(cast, code, {name: str(1 + (n + place) % 5) for place, name in enumerate(names)})
    cast.kari.go(cast.kept["staff wave"])


def a_meeting_has_one_link_and_takes_no_more_than_the_people(cast: Cast) -> None:
    """Everybody at the school has answered, so the room is told so, and keeps what it has typed."""
    ola = cast.ola
    ola.go(cast.kept["staff wave"])
    ola.press("Svar saman i eit møte")
    fill(ola, present="2")
    send(ola, "present", wrong=True)
    fill(ola, void="on")
    send(ola, "present")
    says(ola, "Lenkja tek imot 2 svar")
    phone = cast.readers.reader(phone=True)
    phone.go(f"/svar/{ola.page.locator('.wall-code').inner_text().replace('-', '')}/")
    phone.page.locator("main textarea").first.fill("Vi svarte i går.")
    phone.page.locator("main form.sheet button[type=submit]").last.click()
    phone.look()
    says(phone, "så mange svar som det spørres folk på stedet")
    assert phone.page.locator("main textarea").first.input_value() == "Vi svarte i går."
    ola.press("Avslutt lenkja")
    says(ola, "Møtelenkja er avslutta")


def ola_answers_by_name(cast: Cast) -> None:
    """The leaders' survey; he may save as often as he likes."""
    kari = cast.kari
    kari.go(f"{HOME}sporreskjema/")
    fill(kari, template="leader")
    send(kari, "themes")
    kari.press("Planlegg en undersøkelse")
    for unit in ANSWERS:
        kari.page.get_by_label(unit).fill("1")
    send(kari, "opens_on")
    cast.kept["leader wave"] = kari.path()
    kari.press("Åpne undersøkelsen")
    for who in (cast.ola, *(cast.people[unit] for unit in ANSWERS if unit in cast.people)):
        _answer_as_leader(cast, who)
    says(cast.ola, "Takk")


def both_are_closed(cast: Cast) -> None:
    """After that a slip gets a sentence, and nothing can be opened again."""
    kari = cast.kari
    kari.go(f"{cast.kept['staff wave']}kodelapper/")
    fill(kari, place="Lia skole", count="1")
    send(kari, "count")
    late = kari.page.locator(".slip-code").first.inner_text().replace("-", "")
    reader = cast.readers.reader(phone=True, language="nn")
    reader.go(f"/svar/{late}/")
    for wave in ("staff wave", "leader wave"):
        kari.go(cast.kept[wave])
        kari.press("Lukk undersøkelsen")
        says(kari, "Det kan ikke gjøres om")
        fill(kari, sure="on")
        send(kari, "sure")
        says(kari, "Se resultatet")
    reader.page.locator('.matrix-row input[value="3"]').first.check(force=True)
    reader.page.locator("main form.sheet button[type=submit]").last.click()
    reader.look()
    assert "Takk" not in words(reader)
    assert reader.page.locator("main form.sheet").count() == 0


def results_are_read(cast: Cast) -> None:
    """Charts with their tables; the small unit is hidden, and gets a guide for talking instead."""
    for who in (cast.kari, cast.ola, cast.siri):
        who.go(f"{cast.kept['staff wave']}resultat/?sted=nettverk")
        assert who.page.locator("main svg").count() > 0
        assert who.page.locator("main table").count() > 0
    cast.kari.go(f"{cast.kept['leader wave']}resultat/")
    cast.kari.go(f"{cast.kept['leader wave']}ledersvar/")
    cast.kari.go(f"{cast.kept['staff wave']}fritekst/")
    small = cast.people["Tjern barnehage"]
    small.go(f"{cast.kept['staff wave']}resultat/")
    says(small, "vises ikke, for å verne dem som svarte")
    small.follow("Bruk samtaleguiden for små enheter")


def _codes(cast: Cast, unit: str) -> list[str]:
    return cast.kept[f"codes {unit}"].split()


def _post(cast: Cast, code: str, answers: dict[str, str]) -> None:
    data = urlencode({"language": "nb", "role_group": "", **answers}).encode()
    where = f"{cast.server.url}/svar/{code.replace('-', '')}/"
    with urlopen(Request(where, data)) as answer:  # noqa: S310 - our own server
        assert answer.status == 200


def _answer_as_leader(cast: Cast, who: Reader) -> None:
    who.go(f"{cast.kept['leader wave']}svar/")
    for box in who.page.locator('.matrix-row:not([disabled]) input[value="3"]').all():
        box.check(force=True)
    who.page.locator("main form.sheet textarea").first.fill("Eit felles språk om barna.")
    who.page.locator("main form.sheet button[type=submit]").last.click()
    who.look()
