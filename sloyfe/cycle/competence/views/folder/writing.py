"""The files of a folder: an index in each language, a page for each page and language, the style, and the files."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from importlib import resources

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import override

from sloyfe.access.visit import Visit
from sloyfe.cycle.competence.exporting.archive import named
from sloyfe.cycle.competence.markup.packages import State
from sloyfe.cycle.competence.markup.tree import Language
from sloyfe.cycle.competence.models import Module, PackageVersion, Page
from sloyfe.cycle.competence.queries.contents import Line, parts
from sloyfe.cycle.competence.queries.languages import OWN, read_in
from sloyfe.cycle.competence.reading.links import slug_of
from sloyfe.cycle.competence.views.drawing.blocks import Drawing
from sloyfe.cycle.competence.views.drawing.lines import Places, is_web, joined, outside
from sloyfe.cycle.competence.views.drawing.words import LANGUAGES, READERS, licence_in_words
from sloyfe.cycle.competence.views.folder.frames import STYLE, Frame, Way, steps

FILES = "filer/"
LONGEST_NAME = 50


@dataclass
class Folder:
    """A version of a package for one reader, on its way to files."""

    version: PackageVersion
    visit: Visit
    pages: Sequence[Page]
    modules: Sequence[Module]
    files: Mapping[str, bytes]
    _languages: dict[str, tuple[Language, ...]] = field(default_factory=dict)

    def content(self) -> dict[str, bytes]:
        """Every file by its name."""
        lying = named(self.files, FILES)
        style = resources.files(__package__).joinpath("style.css").read_bytes()
        made = {"index.html": self._front(), STYLE: style, **{lying[path]: self.files[path] for path in lying}}
        for language in self.languages:
            with override(_spoken(language)):
                made |= {f"{language}/{name}": text.encode() for name, text in self._in(language, lying)}
        return made

    @cached_property
    def languages(self) -> tuple[Language, ...]:
        """Those that a page is in; bokmål when none says."""
        there = {each for page in self.pages for each in self._spoken_on(page)}
        return tuple(each for each in OWN if each in there) or (Language.NB,)

    def _spoken_on(self, page: Page) -> tuple[Language, ...]:
        if page.identity not in self._languages:
            self._languages[page.identity] = read_in(page.tree, Language.NB).available
        return self._languages[page.identity]

    def _front(self) -> bytes:
        """Where a reader chooses a language."""
        with override("nb"):
            title = self.version.package.title
            frame = Frame("nb", title.read("nb"), self._foot(), up="")
            ways = [(f"{each}/index.html", each.value, LANGUAGES[each]) for each in self.languages]
            items = format_html_join(
                "", '<li><a href="{}" lang="{}" hreflang="{}">{}</a></li>',
                ((address, code, code, f"{title.read(code)} ({name})") for address, code, name in ways),
            )  # fmt: skip
            body = format_html("<ul>{}</ul>", items)
            return frame.page(frame.package, body, joined([]), []).encode()

    def _in(self, language: Language, lying: Mapping[str, str]) -> Iterator[tuple[str, str]]:
        frame = Frame(_spoken(language), self.version.package.title.read(language.value), self._foot())
        names = self._names(language)
        yield "index.html", self._index(frame, language, names)
        places = Places(
            language, {each: _from_inside(name, language) for each, name in names.items()},
            {path: f"../{name}" for path, name in lying.items()}, opened=True,
        )  # fmt: skip
        own = [page for page in self.pages if language in self._read_on(page)]
        for number, page in enumerate(own):
            before, after = (own[number - 1] if number else None), next(iter(own[number + 1 : number + 2]), None)
            ways = steps(_way(before, names, language), _way(after, names, language))
            body = format_html(
                '<article lang="{}">{}</article>', language.value, Drawing(places).blocks(page.tree.blocks)
            )
            switches: list[Way] = [
                (f"../{self._names(each)[page.identity]}", each.value, str(LANGUAGES[each]))
                for each in self._read_on(page) if each != language
            ]  # fmt: skip
            title = page.title.read(language.value) or _("Uten tittel")
            yield (
                _from_inside(names[page.identity], language),
                frame.page(title, self._marked(page, body), ways, switches),
            )

    def _index(self, frame: Frame, language: Language, names: Mapping[str, str]) -> str:
        made: list[SafeString] = []
        for part in parts(self.modules, self.pages, self.visit, language):
            title = part.title.read(language.value) if part.title else _("Sider")
            lines = joined(self._line(line, language, names) for line in part.lines)
            made.append(format_html("<h2>{}</h2>\n<ul>{}</ul>\n", title or _("Uten tittel"), lines))
        switches: list[Way] = [
            (f"../{each}/index.html", each.value, str(LANGUAGES[each])) for each in self.languages if each != language
        ]
        return frame.page(frame.package, joined(made), joined([]), switches)

    def _line(self, line: Line, language: Language, names: Mapping[str, str]) -> SafeString:
        words = line.title or _("Uten tittel")
        if isinstance(line.page, Page):
            other = "" if language in self._read_on(line.page) else f" ({LANGUAGES[self._read_on(line.page)[0]]})"
            return format_html(
                '<li><a href="{}">{}</a>{}{}</li>', _from_inside(names[line.page.identity], language), words, other,
                _mark(line.page),
            )  # fmt: skip
        return format_html("<li>{}</li>", outside(line.address, words) if is_web(line.address) else words)

    def _marked(self, page: Page, body: SafeString) -> SafeString:
        mark = _mark(page)
        return format_html("<p>{}</p>\n{}", mark, body) if mark else body

    def _read_on(self, page: Page) -> tuple[Language, ...]:
        """The languages it gets a file in: a page that says no language is for readers of all."""
        return self._spoken_on(page) or self.languages

    def _names(self, language: Language) -> dict[str, str]:
        """Where each page lies: in this language where it has it, else in the first it has."""
        made = {}
        for number, page in enumerate(self.pages, 1):
            own = self._read_on(page)
            shown = language if language in own else own[0]
            slug = slug_of(page.title.read(shown.value))[:LONGEST_NAME].strip("-") or "side"
            made[page.identity] = f"{shown}/{number:03}-{slug}.html"
        return made

    def _foot(self) -> SafeString:
        version = self.version
        said = _("Kilde: %(title)s, utgave %(number)s (%(name)s).") % {
            "title": version.package.title.read("nb"), "number": version.number, "name": version.source_name,
        }  # fmt: skip
        licence = licence_in_words(version.licence, version.licence_written)
        return format_html("<p>{}: {}</p><p>{}</p>", _("Lisens"), licence, said)


def _spoken(language: Language) -> str:
    """The language of what stands around the pages."""
    return "nn" if language == Language.NN else "nb"


def _from_inside(name: str, language: Language) -> str:
    """An address as seen from the folder of a language."""
    return name.removeprefix(f"{language}/") if name.startswith(f"{language}/") else f"../{name}"


def _way(page: Page | None, names: Mapping[str, str], language: Language) -> tuple[str, str] | None:
    if page is None:
        return None
    return _from_inside(names[page.identity], language), page.title.read(language.value) or _("Uten tittel")


def _mark(page: Page) -> SafeString:
    """Whom a page is for, where that is not everybody."""
    words = [READERS[page.readers]] if page.readers in READERS else []
    words += [_("Ikke publisert")] if page.state == State.UNPUBLISHED else []
    return format_html_join("", ' <span class="mark">{}</span>', ((each,) for each in words))
