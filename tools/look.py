"""Takes a picture of a page in Chromium: `python3 run.py look /p/lesing/ out.png --width 360 --lang nn --as KARI`."""

import argparse
import os
import sys
from pathlib import Path
from urllib.parse import urljoin, urlsplit

from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))  # also as `python tools/look.py`

from tools.machine import BROWSER_FLAGS, NO_CHROMIUM, chromium

SIGN_IN = "/demo/innlogging/"
Form = dict[str, str | float | bool]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Which page, seen by whom, on what."""
    parser.add_argument("url", help="a whole address, or a path on 127.0.0.1 at PORT")
    parser.add_argument("out", help="the PNG file to write")
    parser.add_argument("--width", type=int, default=1280, help="width in CSS pixels (default %(default)s)")
    parser.add_argument("--height", type=int, default=900, help="height of the window (default %(default)s)")
    parser.add_argument("--lang", choices=("nb", "nn"), help="language to read it in")
    parser.add_argument("--as", dest="email", help="e-mail address of a demo person to sign in as")
    parser.add_argument("--dark", action="store_true", help="the dark colour scheme")
    parser.add_argument("--full", action="store_true", help="the whole page, not only the window")
    parser.add_argument("--no-js", action="store_true", help="with JavaScript switched off")
    parser.add_argument("--print", dest="paper", action="store_true", help="as on paper")


def run(options: argparse.Namespace) -> int:
    """Takes the picture; prints what the browser complained about."""
    path = chromium()
    if path is None:
        sys.exit(NO_CHROMIUM)
    base = f"http://127.0.0.1:{os.environ.get('PORT', '8000')}/"
    url = urljoin(base, options.url)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=BROWSER_FLAGS)
        page = _context(browser, options, url).new_page()
        page.on("console", lambda message: print(f"console {message.type}: {message.text}", file=sys.stderr))
        page.on("pageerror", lambda error: print(f"page error: {error}", file=sys.stderr))
        if options.email:
            _sign_in(page, urljoin(url, SIGN_IN), options.email, options.lang)
        answer = page.goto(url, wait_until="networkidle")
        if options.paper:
            page.emulate_media(media="print")
        page.screenshot(path=options.out, full_page=options.full)
        too_wide = page.locator("html").evaluate("page => page.scrollWidth - page.clientWidth")
        print(f"{answer.status if answer else '?'} {page.url} -> {options.out}")
        if too_wide > 0:
            print(f"The page is {too_wide} px wider than its window.", file=sys.stderr)
        browser.close()
    return 0


def _context(browser: Browser, options: argparse.Namespace, url: str) -> BrowserContext:
    context = browser.new_context(
        viewport={"width": options.width, "height": options.height},
        color_scheme="dark" if options.dark else "light",
        java_script_enabled=not options.no_js,
        locale=f"{options.lang or 'nb'}-NO",
    )
    if options.lang:
        parts = urlsplit(url)
        cookie = {"name": "django_language", "value": options.lang, "url": f"{parts.scheme}://{parts.netloc}/"}
        context.add_cookies([cookie])  # type: ignore[list-item]  # playwright wants its own TypedDict
    return context


def _sign_in(page: Page, url: str, email: str, language: str | None) -> None:
    """Signs in through the demo's own door, then reads in the asked language as that person would choose it."""
    page.goto(url)
    token = page.locator("input[name=csrfmiddlewaretoken]").first.get_attribute("value") or ""
    sent: Form = {"email": email, "csrfmiddlewaretoken": token}
    answer = page.request.post(url, form=sent, headers={"Referer": url})
    if not answer.ok:
        sys.exit(f"Could not sign in as {email}: {answer.status} from {url}")
    if language:
        page.goto(url)  # signing in has renewed the token
        token = page.locator("input[name=csrfmiddlewaretoken]").first.get_attribute("value") or ""
        chosen: Form = {"language": language, "csrfmiddlewaretoken": token}
        page.request.post(urljoin(url, "/sprak/"), form=chosen, headers={"Referer": url})


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    add_arguments(parser)
    sys.exit(run(parser.parse_args()))
