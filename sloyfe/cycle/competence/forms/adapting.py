"""What people fill in when they adapt a package."""

from collections.abc import Sequence
from typing import Any
from urllib.parse import urlsplit

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from sloyfe.cycle.competence.adaptation.trees import Identity
from sloyfe.cycle.competence.markup.tree import Block, Language
from sloyfe.cycle.competence.outlines.wordings import Line, blocks_in, of_blocks, of_line
from sloyfe.cycle.competence.queries.adapting import key_of
from sloyfe.cycle.competence.writing import blocks_of, only, written
from sloyfe.kit.forms import BilingualField, Form, WordsField
from sloyfe.kit.text import Text

Spots = Sequence[tuple[str, Sequence[tuple[str, Identity, Identity | None]]]]
Spot = tuple[Identity, Identity | None]
LONGEST = 20_000
BOTH = (Language.NB, Language.NN)


class SpotField(forms.ChoiceField):
    """Where it shall lie: first in something, or after something in it."""

    spots: dict[str, Spot]

    def offer(self, spots: Spots) -> None:
        """The choices, by what they lie in."""
        self.spots = {}
        groups = []
        for name, row in spots:
            group = []
            for title, parent, after in row:
                key = f"{key_of(parent)}.{key_of(after) if after else ''}"
                self.spots[key] = (parent, after)
                said = _now("Etter «%(title)s»") % {"title": title} if after else _now("Først")
                group.append((key, said))
            groups.append((name or _now("Uten tittel"), group))
        self.choices = groups
        self.initial = list(self.spots)[-1] if self.spots else None


class PageForm(Form):
    """A page of one's own."""

    title = BilingualField(label=_("Tittel"), rows=1, max_length=200)
    text = BilingualField(label=_("Tekst"), rows=12, max_length=LONGEST, required=False)
    spot = SpotField(label=_("Hvor skal siden ligge?"))

    def __init__(self, spots: Spots, data: Any = None) -> None:
        super().__init__(data)
        offered(self, spots)

    @property
    def spot_chosen(self) -> Spot:
        """What it lies in, and after what."""
        return chosen(self)

    @property
    def wording(self) -> str:
        """The title."""
        return of_line(Line(dict(self.cleaned_data["title"].entries)))

    @property
    def body(self) -> str:
        """The text, or nothing."""
        return typed(self.cleaned_data["text"], ())


class ResourceForm(Form):
    """A link, or a page of the package that shall be met in another place too."""

    title = BilingualField(label=_("Tittel"), rows=1, max_length=200, required=False)
    address = WordsField(
        label=_("Lenke"),
        required=False,
        max_length=500,
        widget=forms.URLInput,
        help_text=_("Skriv en lenke som begynner med https://, eller velg en side under."),
    )
    page = forms.ChoiceField(label=_("Eller en side i pakken"), required=False)
    spot = SpotField(label=_("Hvor skal ressursen ligge?"))

    def __init__(self, spots: Spots, pages: Sequence[tuple[Identity, str]], data: Any = None) -> None:
        super().__init__(data)
        offered(self, spots)
        self.pages = {str(key_of(identity)): identity for identity, _title in pages}
        rows = [(str(key_of(identity)), title) for identity, title in pages]
        self.fields["page"].choices = [("", _now("Ingen side")), *rows]  # type: ignore[attr-defined]  # a field with choices

    def clean(self) -> dict[str, Any]:
        """One of the two, and a title for a link."""
        said = self.cleaned_data
        if bool(said.get("address")) == bool(said.get("page")) and "address" not in self.errors:
            raise ValidationError(_now("Skriv en lenke, eller velg en side i pakken. Én av dem, ikke begge."))
        if said.get("address") and not said.get("title"):
            self.add_error("title", _now("Skriv hva lenken heter."))
        return said

    def clean_address(self) -> str:
        """An address on the web."""
        address: str = self.cleaned_data["address"]
        split = urlsplit(address)
        if address and (split.scheme not in {"http", "https"} or not split.netloc):
            raise ValidationError(_now("Skriv en adresse på nettet. Den begynner med https://"))
        return address

    @property
    def spot_chosen(self) -> Spot:
        """What it lies in, and after what."""
        return chosen(self)

    @property
    def wording(self) -> str:
        """The line that it becomes."""
        said = self.cleaned_data
        page = self.pages.get(said["page"], "")
        return of_line(Line(dict(said["title"].entries), "web_link" if said["address"] else "", said["address"], page))


class TitleForm(Form):
    """What a module, page or line is called here."""

    title = BilingualField(label=_("Tittel"), rows=1, max_length=200)

    def __init__(self, line: Line, data: Any = None) -> None:
        titles = {code: words for code, words in line.titles.items() if code in {"nb", "nn"}}
        super().__init__(data, initial={"title": Text.of(**titles)})
        self.line = line

    @property
    def wording(self) -> str:
        """The same line with these words; a title in other languages stays."""
        others = {code: words for code, words in self.line.titles.items() if code not in {"nb", "nn"}}
        titles = {**others, **self.cleaned_data["title"].entries}
        return of_line(Line(titles, self.line.kind, self.line.address, self.line.page, self.line.readers))


class TextForm(Form):
    """The words of a block, or of something new."""

    text = BilingualField(label=_("Tekst"), rows=12, max_length=LONGEST)

    def __init__(self, before: str = "", data: Any = None, spots: Spots = ()) -> None:
        self.before = blocks_in(before) if before else ()
        words = {language.value: written(self.before, language) for language in BOTH}
        super().__init__(data, initial={"text": Text.of(**words)})
        if spots:
            self.fields["spot"] = SpotField(label=_("Hvor på siden?"))
            offered(self, spots)

    @property
    def spot_chosen(self) -> Spot:
        """The page it lies on, and after what."""
        return chosen(self)

    @property
    def wording(self) -> str:
        """What was typed; where nothing was changed, exactly what was there."""
        return typed(self.cleaned_data["text"], self.before)


def typed(text: Text, before: tuple[Block, ...]) -> str:
    """Text in both languages as blocks; where nothing differs from before, those blocks."""
    said = {language: text.entries.get(language.value, "") for language in BOTH}
    if before and all(said[language].strip() == written(before, language).strip() for language in BOTH):
        return of_blocks(before)
    made = [block for language in BOTH for block in blocks_of(said[language], language, before)]
    has_sami = '"language": "se"' in of_blocks(before)
    kept = only(before, Language.SE) if has_sami else ()
    return of_blocks([*made, *kept]) if made or kept else ""


def offered(form: Form, spots: Spots) -> None:
    """Fill the choices of the field for where."""
    field = form.fields["spot"]
    if isinstance(field, SpotField):
        field.offer(spots)


def chosen(form: Form) -> Spot:
    """The choice as what it lies in and after what."""
    field = form.fields["spot"]
    if not isinstance(field, SpotField):
        raise TypeError("The form does not ask where")
    return field.spots[form.cleaned_data["spot"]]
