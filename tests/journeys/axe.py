"""Accessibility of a page as it stands, by axe-core."""

from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Page

SCRIPT = Path(__file__).resolve().parents[2] / "node_modules" / "axe-core" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@dataclass
class Axe:
    """Collects nothing: the first violation stops the journey, with the element that caused it."""

    source: str = field(default_factory=lambda: SCRIPT.read_text(encoding="utf-8"))
    seen: set[str] = field(default_factory=set)

    def check(self, page: Page) -> None:
        """Zero violations on this page."""
        page.evaluate(self.source)
        found = page.evaluate("rules => axe.run({runOnly: rules})", RULES)
        broken = [f"{rule['id']}: {rule['nodes'][0]['html'][:200]}" for rule in found["violations"]]
        assert broken == [], f"{page.url}\n" + "\n".join(broken)
        self.seen.add(page.url)
