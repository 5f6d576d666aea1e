"""Accessibility of a page as it stands, by axe-core."""

from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Page

SCRIPT = Path(__file__).resolve().parents[2] / "node_modules" / "axe-core" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# What the page is made of: the same elements, classes and names twice need no second look.
SHAPE = """() => [innerWidth, document.documentElement.lang, document.title, ...new Set(
    [...document.querySelectorAll("*")].map(e => [e.parentElement?.tagName, e.tagName, e.className, e.id && 1,
        ...e.getAttributeNames(), e.dataset.state ?? ""].join("."))
)].join("|")"""


@dataclass
class Axe:
    """Collects nothing: the first violation stops the journey, with the element that caused it."""

    source: str = field(default_factory=lambda: SCRIPT.read_text(encoding="utf-8"))
    seen: set[str] = field(default_factory=set)
    shapes: set[str] = field(default_factory=set)

    def check(self, page: Page) -> None:
        """Zero violations on this page."""
        page.wait_for_load_state()
        self.seen.add(page.url)
        shape = str(page.evaluate(SHAPE))
        if shape in self.shapes:
            return
        page.evaluate(self.source)
        found = page.evaluate("rules => axe.run({runOnly: rules})", RULES)
        broken = [f"{rule['id']}: {rule['nodes'][0]['html'][:200]}" for rule in found["violations"]]
        assert broken == [], f"{page.url}\n" + "\n".join(broken)
        self.shapes.add(shape)
