"""The owner's plan, goals and measures, a unit's own plan, and the needs report."""

from tests.journeys.round.cast import HOME, SLUG, Cast, day, fill, give, open_details, press_post, says, send

OWNER = "Granvik kommune"


def the_owners_plan_is_answered(cast: Cast) -> None:
    """Twelve questions; one common requirement, the rest as each unit wants; a group and an end product."""
    kari = cast.kari
    kari.go(f"{HOME}plan/")
    kari.go(f"{HOME}plan/eier/{cast.kept[OWNER]}/")
    kari.press("Begynn med en tom plan")
    for number in range(1, 13):
        kari.page.goto(f"{cast.server.url}{HOME}plan/eier/{cast.kept[OWNER]}/element/{number}/")
        answer = {"answer_nb": f"Vi har svart på punkt {number}.", "answer_nn": f"Vi har svart på punkt {number}."}
        fill(kari, **answer, freedom="common" if number == 4 else "own", decision_nb="Én felles dag hver måned.")
        send(kari, "answer_nb")
    kari.go(f"{HOME}plan/eier/{cast.kept[OWNER]}/gruppe/")
    fill(kari, represents="owner")
    send(kari, "represents", wrong=True)
    fill(kari, person="Ola Lie", represents="school")
    send(kari, "represents")
    kari.go(f"{HOME}plan/eier/{cast.kept[OWNER]}/sluttprodukter/")
    kari.page.locator('main a[href*="/sluttprodukter/"]').first.click()
    fill(kari, what_nb="Et hefte om overganger", what_nn="Eit hefte om overgangar", due=day(190))
    send(kari, "what_nb")
    says(kari, "Et hefte om overganger")


def goals_and_measures_are_set(cast: Cast) -> None:
    """An effect goal followed by a question, a process goal that is not measured, and a measure for both."""
    kari = cast.kari
    for kind, nb, nn in (
        ("effect", "Alle barn har noen å være sammen med.", "Alle barn har nokon å vere saman med."),
        ("process", "Vi planlegger overgangene sammen.", "Vi planlegg overgangane saman."),
    ):
        kari.go(f"{HOME}plan/nytt-mal/")
        kari.page.locator('[name="priority"]').first.check()
        fill(kari, kind=kind, wording_nb=nb, wording_nn=nn)
        send(kari, "wording_nb")
        here = kari.path()
        fill(kari, words_nb="Flere leker sammen.", words_nn="Fleire leikar saman.")
        send(kari, "words_nb")
        kari.go(f"{here}maling/")
        _settle(cast, measured=kind == "effect")
    kari.go(f"{HOME}plan/mal/")
    kari.go(f"{HOME}plan/nytt-tiltak/")
    for box in kari.page.locator('[name="goals"]').all():
        box.check()
    fill(kari, title_nb="Felles planleggingsdag", title_nn="Felles planleggingsdag", what_nb="Vi møtes.")
    fill(kari, responsible="Kari Eide", starts=day(69), ends=day(30), freedom="common")
    send(kari, "title_nb", wrong=True)
    fill(kari, ends=day(90))
    send(kari, "title_nb")
    for page in ("tiltak/", "krav/", "ar/", ""):
        kari.go(f"{HOME}plan/{page}")
    says(kari, "Felles planleggingsdag")


def ola_makes_it_the_plan_of_his_school(cast: Cast) -> None:
    """It inherits; one thing is done differently; he stands by it."""
    ola, plan = cast.ola, f"/p/{SLUG}/enheter/{cast.kept['Lia skole']}/plan/"
    ola.go(plan)
    says(ola, "Felles planleggingsdag")
    ola.go(f"{plan}element/5/")
    fill(ola, how="adapted")
    send(ola, "how", wrong=True)
    fill(ola, how="adapted", words_nb="Hos oss er det torsdager.", words_nn="Hos oss er det torsdagar.")
    send(ola, "how")
    says(ola, "Hos oss er det torsdagar.")
    ola.go(f"{plan}nytt-tiltak/")
    fill(ola, title_nn="Leikegrupper i friminutta", title_nb="Lekegrupper i friminuttene", starts=day(40))
    send(ola, "title_nb")
    ola.go(plan)
    press_post(ola, "/bekreftelse/")
    says(ola, "Ola Lie")


def the_needs_report_is_written(cast: Cast) -> None:
    """What is known is filled in already; the rest by hand; then the award and the own share."""
    kari = cast.kari
    kari.go(f"{HOME}behov/melding/")
    fill(kari, party=OWNER, county="Vestland", year="2027", due_on=day(100), own_share_percent="30")
    send(kari, "county")
    cast.kept["report"] = kari.path()
    for link in [a.get_attribute("href") for a in kari.page.locator('main a[href*="/felt/"]').all()]:
        kari.page.goto(f"{cast.server.url}{link}")
        box = kari.page.locator('[name="words_nb"]')
        if not box.input_value():
            fill(kari, words_nb="Utfylt av kommunen.", words_nn="Fylt ut av kommunen.")
            send(kari, "words_nb")
    kari.go(cast.kept["report"])
    open_details(kari)
    _pay(cast, "/tildeling/", amount="300000", awarded_on=day(150), reference="2027/11")
    open_details(kari)
    _pay(cast, "/egenandeler/", party=OWNER, kind="time", amount="90000", note="Vikartimer")
    says(kari, "Vikartimer")


def _pay(cast: Cast, ending: str, **fields: str) -> None:
    form = f'form[action$="{ending}"]'
    for name, value in fields.items():
        give(cast.kari.page.locator(f'{form} [name="{name}"]'), value)
    press_post(cast.kari, ending)


def _settle(cast: Cast, *, measured: bool) -> None:
    kari = cast.kari
    choices = kari.page.locator('[name="indicator"]')
    if measured and choices.count() > 1:
        choices.first.check()
        send(kari, "indicator")
        return
    fill(kari, indicator="not_measured")
    send(kari, "indicator", wrong=True)
    fill(
        kari,
        indicator="not_measured",
        reason_nb="Vi ser etter tegn i stedet.",
        reason_nn="Vi ser etter teikn i staden.",
    )
    send(kari, "indicator")
