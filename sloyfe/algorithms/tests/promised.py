"""A promise is made on a page of docs/algorithms and held by a test that quotes it word for word."""

from pathlib import Path

PAGES = Path(__file__).resolve().parents[3] / "docs" / "algorithms"


def promised(page: str, sentence: str) -> None:
    """The page says just this."""
    said = " ".join((PAGES / f"{page}.md").read_text(encoding="utf-8").split())
    assert sentence in said, f"{page}.md does not say: {sentence}"
