"""One document tree, four ways out: on the screen, for Word, as OpenDocument, as PDF for archives.

Build a `Document` from the values of `tree`, show it with `preview`, hand it out with `render`.
"""

from sloyfe.documents.html import preview
from sloyfe.documents.rendering import FORMATS, Format, Rendered, render

__all__ = ["FORMATS", "Format", "Rendered", "preview", "render"]
