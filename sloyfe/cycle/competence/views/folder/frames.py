"""What stands around the pages of a folder: the head, the way around, and whose it is."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

STYLE = "stil.css"
Way = tuple[str, str, str]


@dataclass(frozen=True)
class Frame:
    """What all pages of a folder in one language say alike."""

    language: str
    package: str
    foot: SafeString
    up: str = "../"

    def page(self, title: str, body: SafeString, ways: SafeString, switches: Iterable[Way]) -> str:
        """A whole document; its words are in the folder's language where nothing else is said."""
        links = format_html_join(
            " ", '<a href="{}" hreflang="{}">{}</a>', ((address, code, words) for address, code, words in switches)
        )
        others = format_html('<nav aria-label="{}">{}</nav>', _("Språk"), links) if links else links
        return "<!DOCTYPE html>\n" + format_html(
            '<html lang="{}">\n<head><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
            '<title>{}</title><link rel="stylesheet" href="{}{}"></head>\n<body>'
            '<a class="skip" href="#innhold">{}</a>\n<header><p><a href="index.html">{}</a></p>{}</header>\n'
            '<main id="innhold" tabindex="-1"><h1>{}</h1>\n{}\n{}</main>\n<footer>{}</footer>\n</body></html>\n',
            self.language, title, self.up, STYLE, _("Hopp til innholdet"), self.package, others, title, body, ways,
            self.foot,
        )  # fmt: skip


def steps(before: tuple[str, str] | None, after: tuple[str, str] | None) -> SafeString:
    """The pages before and after this one, by address and title."""
    made = [
        format_html('<a rel="{}" href="{}">{}: {}</a>', rel, found[0], words, found[1])
        for rel, words, found in (("prev", _("Forrige"), before), ("next", _("Neste"), after))
        if found
    ]
    links = format_html_join(" ", "{}", ((each,) for each in made))
    return format_html('<nav class="steps" aria-label="{}">{}</nav>', _("Sidene i pakken"), links) if made else links
