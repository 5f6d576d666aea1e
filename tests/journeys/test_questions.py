"""Every kind of question: by keyboard alone, on the narrowest phone, by name for those who listen, with no script."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.journeys.axe import Axe
from tests.journeys.conftest import Readers
from tests.journeys.installations import Server, demo_server
from tests.journeys.test_every_page import come_in

pytestmark = pytest.mark.browser
SETTING = Path(__file__).parent / "every_kind.py"
FOCUSED = """() => { const e = document.activeElement;
    return [e.tagName, e.type ?? "", e.name ?? "", e.value ?? "", e.textContent.trim()]; }"""
CONTROLS = """() => [...new Set([...document.querySelectorAll(".sheet :is(input, select, textarea)")]
    .filter(e => e.type !== "hidden" && e.offsetParent).map(e => e.name))]"""
FOLLOW_UP = "Hva gjør du annerledes?"
ASKED = "Jeg gjør noe annet i hverdagen nå."


@dataclass
class Setting:
    """A served questionnaire, and codes to answer it with."""

    server: Server
    form: str
    codes: list[str] = field(default_factory=list)

    def address(self) -> str:
        return f"/svar/{self.codes.pop()}/"


@pytest.fixture(scope="module")
def setting(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Setting]:
    fresh = demo_server(tmp_path_factory.mktemp("questions"))
    said = fresh.manage("shell", "-v", "0", "-c", SETTING.read_text(encoding="utf-8"))
    told = {line.split()[0]: line.split()[1:] for line in said.splitlines() if line.startswith(("FORM", "CODES"))}
    fresh.start()
    yield Setting(fresh, told["FORM"][0], told["CODES"])
    fresh.stop()


@pytest.fixture(scope="module")
def guests(setting: Setting, browser: Browser) -> Iterator[Readers]:
    people = Readers(setting.server, browser, Axe())
    yield people
    for context in people.opened:
        context.close()


def test_the_whole_questionnaire_is_answered_and_sent_by_keyboard_alone(guests: Readers, setting: Setting):
    reader = guests.reader()
    reader.go(setting.address())
    met = press_through(reader.page)

    assert set(met) == set(reader.page.evaluate(CONTROLS)), "everything that shows can be reached"
    assert len(met) == len(set(met)), "one stop for each scale, not one for each step"
    reader.page.keyboard.press("Enter")
    reader.page.get_by_role("heading", name="Svaret er mottatt").wait_for()


def press_through(page: Page) -> list[str]:
    """Tab from the top to the button that sends, answering on the way; the names of what was met, in order."""
    met: list[str] = []
    place = 0
    for _stop in range(300):
        page.keyboard.press("Tab")
        tag, kind, name, value, words = page.evaluate(FOCUSED)
        if words == "Send svaret":
            return met
        if tag not in ("INPUT", "SELECT", "TEXTAREA") or name == "language":
            continue
        if not met or met[-1] != name:
            met.append(name)
        if kind == "radio":
            page.keyboard.press("Space")
            page.keyboard.press("ArrowRight")
            page.keyboard.press("ArrowRight")
            assert page.evaluate("() => document.activeElement.checked")
        elif kind == "checkbox" and not name.endswith(".dk") and value in ("own_trial", "reading"):
            page.keyboard.press("Space")
        elif tag == "SELECT":
            place += 1
            if place <= 3:
                page.keyboard.type(str(place))
        elif kind in ("text", "textarea"):
            page.keyboard.type("12")
    raise AssertionError(f"the button was never reached; met {met}")


@pytest.mark.parametrize("javascript", [True, False], ids=["script", "no script"])
def test_on_the_narrowest_phone_nothing_runs_over_the_edge(guests: Readers, setting: Setting, javascript: bool):
    reader = guests.reader(phone=True, javascript=javascript)
    reader.page.set_viewport_size({"width": 320, "height": 640})
    if javascript:
        reader.go(setting.codes[-1] and f"/svar/{setting.codes[-1]}/")
        wide = reader.page.evaluate("() => document.documentElement.scrollWidth")
        assert wide == 320
    else:
        reader.page.goto(f"{setting.server.url}/svar/{setting.codes[-1]}/")
    boxes = [box.bounding_box() for box in reader.page.locator(".matrix-option").all() if box.is_visible()]

    assert len(boxes) > 40
    assert all(box and box["x"] >= 0 and box["x"] + box["width"] <= 320 for box in boxes)
    assert min(min(box["width"], box["height"]) for box in boxes if box) >= 24


def test_whoever_listens_hears_the_statement_and_the_name_of_every_step(guests: Readers, setting: Setting):
    reader = guests.reader()
    reader.go(f"/svar/{setting.codes[-1]}/")
    group = reader.page.get_by_role("group", name="Her er det trygt å være usikker, spørre og feile.")
    steps = ("Ikke ennå", "På vei", "For det meste", "Slik er vi", "Vet ikke")

    assert [group.get_by_role("radio", name=step, exact=True).count() for step in steps] == [1] * 5
    assert (
        reader.page.get_by_role("group", name="Hva haster mest før dere begynner?").get_by_label("Felles mål").count()
    )
    assert reader.page.get_by_label("Hvor mange timer?").get_attribute("aria-describedby")


def test_a_follow_up_shows_when_it_is_asked_and_a_sentence_says_so_where_no_script_runs(
    guests: Readers, setting: Setting
):
    reader = guests.reader()
    reader.go(f"/svar/{setting.codes[-1]}/")
    follow_up, asked = reader.page.get_by_label(FOLLOW_UP), reader.page.get_by_role("group", name=ASKED)
    assert not follow_up.is_visible()
    asked.get_by_role("radio", name="I stor grad", exact=True).check()
    assert follow_up.is_visible()
    asked.get_by_role("radio", name="I liten grad", exact=True).check()
    assert not follow_up.is_visible()

    bare = guests.reader(javascript=False)
    bare.page.goto(f"{setting.server.url}/svar/{setting.codes[-1]}/")
    assert bare.page.get_by_label(FOLLOW_UP).is_visible()
    assert bare.page.get_by_text("Svar bare hvis du svarte «I noen grad» eller").first.is_visible()


@pytest.mark.parametrize("phone", [False, True], ids=["wide", "phone"])
def test_every_page_of_the_builder_is_open_to_all(guests: Readers, setting: Setting, phone: bool):
    reader = come_in(guests, "kari", language="nb", phone=phone)
    below = ("", "bank/", "bank/?ord=zzz", "par/", "deler/", "punkter/", "tekster/", "forhandsvisning/?sprak=begge")
    for path in (
        *(setting.form + rest for rest in below),
        setting.form.rpartition("sporreskjema")[0] + "sporreskjema/xlsform/",
    ):
        reader.go(path)
    reader.go(setting.form)
    reader.follow("Hvem får det?")
    reader.go(setting.form + "forhandsvisning/side/?sprak=nn")
