"""From figures to findings, from findings to needs, from needs to an order."""

from tests.journeys.conftest import Reader
from tests.journeys.round.cast import HOME, SLUG, Cast, day, fill, open_details, press_post, says, send, words

UNITS = ("Lia skole", "Nes skole", "Bekken barnehage", "Tjern barnehage")
WORDING = {
    "Lia skole": ("Vi trenger et felles språk om inkludering.", "Vi treng eit felles språk om inkludering."),
    "Nes skole": ("Vi trenger å planlegge overganger sammen.", "Vi treng å planleggje overgangar saman."),
    "Bekken barnehage": ("Vi trenger bedre overganger til skolen.", "Vi treng betre overgangar til skulen."),
    "Tjern barnehage": ("Vi trenger tid til å snakke om praksis.", "Vi treng tid til å snakke om praksis."),
}


def findings_are_written_down(cast: Cast) -> None:
    """A released figure with a story, a story of everyday life, and what a group of children tells."""
    ola, kari = cast.ola, cast.kari
    kari.go(f"{HOME}behov/funn/tall/")
    kari.page.locator('main a[href*="/behov/funn/tall/"]:has-text("Bruk dette tallet")').first.click()
    kari.look()
    story = "Noen blir gående alene i friminuttene."
    fill(kari, place="Hele nettverket", theme="inclusive_practice", story=story, interpretation="Vi ser for lite.")
    send(kari, "story", wrong=True)
    assert kari.page.locator('[name="story"]').input_value() == story
    fill(kari, anonymised="on")
    send(kari, "story")
    says(kari, story)
    ola.go(f"{HOME}behov/funn/nytt/fortelling/")
    fill(ola, title="Overgangen tek tid", theme="transitions", story="Vi fekk vite det for seint.", anonymised="on")
    fill(ola, place=cast.kept["Lia skole"], interpretation="Vi må møtast før sommaren.")
    send(ola, "story")
    ola.go(f"{HOME}behov/funn/nytt/barn/")
    fill(ola, title="Elevrådet om friminutta", theme="inclusive_practice", story="Dei vil ha fleire leikar.")
    fill(ola, asked_how="Samtale i elevrådet", anonymised="on", place=cast.kept["Lia skole"])
    send(ola, "story")
    ola.go(f"{HOME}behov/funn/")
    kari.go(f"{HOME}behov/blikk/")


def units_word_their_needs_and_leaders_confirm(cast: Cast) -> None:
    """Each in its own words; each ties it to what was found."""
    for unit in UNITS:
        who = cast.ola if unit == "Lia skole" else cast.people[unit]
        nb, nn = WORDING[unit]
        who.go(f"/p/{SLUG}/enheter/{cast.kept[unit]}/behov/")
        fill(who, wording_nb=nb, wording_nn=nn, theme="transitions", involvement_nb="Personalmøte med alle grupper.")
        send(who, "involvement_nb")
        cast.kept[f"need {unit}"] = who.path()
        _build_on_findings(who)
        press_post(who, "/bekreftelse/")
        assert who.page.locator('main form[action$="/bekreftelse/"]').count() == 0


def the_smallest_unit_holds_a_meeting(cast: Cast) -> None:
    """Where figures are hidden, a minuted meeting speaks."""
    hold_a_meeting(cast, "Tjern barnehage")


def network_needs_are_merged_confirmed_and_commented(cast: Cast) -> None:
    """Two shared needs; the units say whether they find themselves there; Siri comments."""
    _merge(cast, ("Lia skole", "Tjern barnehage"), "Felles språk om inkludering", "Felles språk om inkludering")
    cast.kept["first need"] = cast.kari.path()
    _merge(cast, ("Nes skole", "Bekken barnehage"), "Trygge overganger", "Trygge overgangar")
    for unit, answer in (("Lia skole", "yes"), ("Nes skole", "lost")):
        who = cast.ola if unit == "Lia skole" else cast.people[unit]
        who.go(cast.kept[f"need {unit}"])
        if answer == "lost":
            fill(who, found="lost")
            send(who, "found", wrong=True)
            fill(who, found="lost", lost="At vi må planlegge sammen.")
        else:
            fill(who, found="yes")
        send(who, "found")
    cast.siri.go(cast.kept["first need"])
    fill(cast.siri, words="Vi har forskning om dette, og kan dele den på første samling.")
    send(cast.siri, "words")
    cast.kari.go(f"{HOME}behov/satsinger/")
    fill(cast.kari, title_nb="Et lag rundt barnet", title_nn="Eit lag rundt barnet")
    send(cast.kari, "title_nb")
    cast.kari.go(cast.kept["first need"])
    says(cast.kari, "Vi har forskning om dette")
    open_details(cast.kari)
    cast.kari.page.locator('form[action$="/satsinger/"] [name="chosen"]').first.check()
    press_post(cast.kari, "/satsinger/")
    says(cast.kari, "Et lag rundt barnet")


def points_are_given(cast: Cast) -> None:
    """Six people, one of them Nils on his phone; a number without a reason gets a sentence."""
    cast.kari.go(f"{HOME}behov/prioritering/")
    fill(cast.kari, points_each="5", closes_on=day(30))
    send(cast.kari, "closes_on")
    givers = [cast.kari, cast.ola, cast.siri, *(cast.people[unit] for unit in UNITS if unit in cast.people)]
    for place, who in enumerate(givers):
        who.go(f"{HOME}behov/prioritering/poeng/")
        _give(who, 5 if place == 0 else 3)
        who.look()
    _give(cast.kari, 9)
    assert cast.kari.page.locator('[name^="points_"]').first.input_value() == "9"
    nils = cast.nils
    nils.page.goto(f"{cast.server.url}{HOME}behov/prioritering/poeng/")
    _give(nils, 4)
    says(nils, "Du har gitt poeng")


def the_order_is_decided(cast: Cast) -> None:
    """Points advise; those who steer decide, with grounds."""
    kari = cast.kari
    kari.go(f"{HOME}behov/prioritering/")
    press_post(kari, "/avslutning/")
    kari.press("Bestem rekkefølgen")
    for box in kari.page.locator('[name^="grounds_"][name$="_nb"]').all():
        box.fill("Flest enheter trenger det.")
    for box in kari.page.locator('[name^="grounds_"][name$="_nn"]').all():
        box.fill("Flest einingar treng det.")
    fill(kari, deviation_nb="Overgangene haster.", deviation_nn="Overgangane hastar.")
    send(kari, "deviation_nb")
    kari.go(f"{HOME}behov/")
    says(kari, "Dette kommer først")
    assert words(kari).index("Felles språk") > 0
    for who in (cast.ola, cast.siri):
        who.go(f"{HOME}behov/prioritering/")


def hold_a_meeting(cast: Cast, unit: str) -> None:
    """The leader writes the minutes, and stands by the need that came of it."""
    who = cast.ola if unit == "Lia skole" else cast.people[unit]
    who.go(f"/p/{SLUG}/enheter/{cast.kept[unit]}/stastedsmote/")
    fill(who, held_on=day(-10), took_part="2", role_groups="teaching", theme="transitions")
    for box in who.page.locator("main textarea").all():
        box.fill("Vi trenger tid til å snakke sammen om praksis hver uke.")
    send(who, "held_on")
    who.page.locator('main a[href*="/behov/"]:has-text("hver uke")').first.click()
    press_post(who, "/bekreftelse/")


def _build_on_findings(who: Reader) -> None:
    open_details(who)
    for box in who.page.locator('[name="chosen"]').all():
        box.check()
    send(who, "chosen")


def _merge(cast: Cast, units: tuple[str, ...], nb: str, nn: str) -> None:
    kari = cast.kari
    kari.go(f"{HOME}behov/felles/")
    for unit in units:
        kari.page.get_by_label(f"{unit}: {WORDING[unit][0]}").first.check()
    send(kari, "chosen")
    fill(kari, wording_nb=nb, wording_nn=nn, theme="transitions")
    send(kari, "wording_nb")


def _give(who: Reader, most: int) -> None:
    boxes = who.page.locator('[name^="points_"]')
    boxes.first.fill(str(most))
    boxes.last.fill(str(max(5 - most, 0)))
    who.page.locator('[name^="reason_"]').first.fill("Det gjelder flest barn.")
    who.page.locator("main form:has([name^=points_]) button").last.click()
