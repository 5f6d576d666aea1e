"""Forms for findings: a number from elsewhere, a story, a children's voice."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from sloyfe.access.models import Space
from sloyfe.cycle.needs.actions.findings import Imported, Seen
from sloyfe.cycle.needs.forms.words import WordsField, WordsForm
from sloyfe.cycle.needs.models import Finding, Theme
from sloyfe.kit.forms import VersionField


class FindingForm(WordsForm):
    """What every finding says."""

    place = forms.ChoiceField(
        label=_("Hvem skal se funnet?"), help_text=_("En enhets funn ses av enheten og av dem som har ansvar over den.")
    )
    title = WordsField(label=_("Hva handler det om, i én setning?"), rows=1, max_length=160)
    theme = forms.ChoiceField(label=_("Tema"), choices=Theme.choices)

    def __init__(self, *args: Any, places: Sequence[Space] = (), root: Space | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not places:
            del self.fields["place"]
            return
        whole = [(str(root.pk), _("Hele nettverket"))] if root in places and root else []
        choices = [(str(place.pk), place.title) for place in places if place != root]
        self.fields["place"] = forms.ChoiceField(
            label=self.fields["place"].label, help_text=self.fields["place"].help_text, choices=[*choices, *whole]
        )
        self.order_fields(["title", "theme", "place"])

    def seen(self, before: Finding | None = None) -> Seen:
        """The words of the form."""
        return Seen(
            title=self.text("title", before.title if before else None),
            theme=self.cleaned_data["theme"],
            story=self.text("story", before.story if before else None),
            asked_how=self.text("asked_how", before.asked_how if before else None),
            interpretation=self.text("interpretation", before.interpretation if before else None),
            anonymised=self.cleaned_data.get("anonymised", False),
        )

    def imported(self) -> Imported | None:
        """The number from elsewhere, if this form takes one."""
        return None


class StoryForm(FindingForm):
    """A story from everyday life."""

    story = WordsField(
        label=_("Fortellingen"),
        rows=8,
        help_text=_("Hva skjedde, hva gjorde de voksne, og hva tenkte dere etterpå? Ingen navn."),
    )
    anonymised = forms.BooleanField(
        label=_("Fortellingen er anonymisert: ingen barn, foreldre eller kolleger kan kjennes igjen.")
    )
    interpretation = WordsField(label=_("Slik leser vi det"), required=False)


class ChildrenForm(FindingForm):
    """What a group of children or pupils tell."""

    story = WordsField(label=_("Hva forteller gruppa?"), rows=6)
    asked_how = WordsField(
        label=_("Hvordan spurte dere?"), rows=2, help_text=_("For eksempel samtale, tegning, omvisning eller elevråd.")
    )
    anonymised = forms.BooleanField(label=_("Dette gjelder en gruppe på minst fem, og ingen barn kan kjennes igjen."))
    interpretation = WordsField(label=_("Slik leser vi det"), required=False)


class FigureForm(FindingForm):
    """A number beside its story; the story may come later, but a number alone backs no priority."""

    story = WordsField(
        label=_("En fortelling ved siden av tallet"),
        rows=6,
        required=False,
        help_text=_(
            "Hvilken hendelse fra hverdagen forklarer tallet? Uten fortelling kan tallet ikke begrunne en prioritering."
        ),
    )
    anonymised = forms.BooleanField(
        label=_("Fortellingen er anonymisert: ingen barn, foreldre eller kolleger kan kjennes igjen."), required=False
    )
    interpretation = WordsField(label=_("Slik leser vi det"), required=False)


class ImportedFigureForm(FigureForm):
    """A number from elsewhere, such as the pupil survey or the parent survey."""

    source = forms.CharField(label=_("Kilde"), max_length=120, help_text=_("For eksempel Elevundersøkelsen."))
    indicator = forms.CharField(label=_("Hva er målt?"), max_length=200)
    period = forms.CharField(label=_("Når"), max_length=40, help_text=_("For eksempel høsten 2025."))
    value = forms.DecimalField(
        label=_("Verdi"),
        max_digits=12,
        decimal_places=2,
        required=False,
        localize=True,
        help_text=_("La stå tomt hvis kilden har skjult tallet. Et skjult tall er aldri null."),
    )
    unit = forms.CharField(label=_("Måleenhet"), max_length=20, required=False, help_text=_("For eksempel prosent."))
    comparison = forms.CharField(label=_("Sammenlignet med"), max_length=200, required=False)

    def imported(self) -> Imported:
        """The number as it was typed."""
        names = ("source", "indicator", "period", "value", "unit", "comparison")
        return Imported(**{name: self.cleaned_data[name] for name in names})


class VersionedFindingForm(FindingForm):
    """Rewriting any finding: its words, never its number."""

    story = WordsField(label=_("Fortellingen"), rows=6, required=False)
    asked_how = WordsField(label=_("Hvordan spurte dere?"), rows=2, required=False)
    anonymised = forms.BooleanField(
        label=_("Fortellingen er anonymisert: ingen barn, foreldre eller kolleger kan kjennes igjen."), required=False
    )
    interpretation = WordsField(label=_("Slik leser vi det"), required=False)
    version = VersionField()

    @staticmethod
    def words_of(finding: Finding) -> dict[str, object]:
        """What stands there now, in the language it was written in."""
        names = ("title", "story", "asked_how", "interpretation")
        words: dict[str, object] = {name: str(getattr(finding, name)) for name in names}
        return {**words, "theme": finding.theme, "anonymised": bool(finding.story), "version": finding.version}
