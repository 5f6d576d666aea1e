"""Text in OpenDocument: spaces, tabs and line breaks are elements, and user text is never read as XML."""

import re
from html import escape

from sloyfe.documents.tree import Run, Words, runs

SPACES = re.compile(r"(?<= ) +|^ +")  # XML would make one space of several


def paragraph(style: str, words: Words, *, before: str = "") -> str:
    """One paragraph in a style, named as people see it."""
    return f'<text:p text:style-name="{style_name(style)}">{before}{spans(words)}</text:p>'


def style_name(shown: str) -> str:
    """The name that XML can hold."""
    return shown.replace(" ", "_20_")


def spans(words: Words) -> str:
    """The runs of a paragraph."""
    return "".join(_span(run) for run in runs(words))


def escaped(text: str) -> str:
    """Text for an attribute or a plain element."""
    return escape(text)


def _span(run: Run) -> str:
    text = SPACES.sub(lambda found: f'<text:s text:c="{len(found[0])}"/>', escape(run.text))
    text = text.replace("\n", "<text:line-break/>").replace("\t", "<text:tab/>")
    style = {(1, 0): "Strong", (0, 1): "Emphasis", (1, 1): "Strong_20_Emphasis"}.get((run.bold, run.italic))
    if style and text:
        text = f'<text:span text:style-name="{style}">{text}</text:span>'
    if run.link:
        look = 'text:style-name="Internet_20_link" text:visited-style-name="Internet_20_link"'
        text = f'<text:a xlink:type="simple" xlink:href="{escape(run.link)}" {look}>{text}</text:a>'
    return text
