"""How much time there is, and how many will come: what the library is searched by."""

from django import forms
from django.utils.translation import gettext_lazy as _

from sloyfe.kit.forms import Form

DAY = 480
CROWD = 5000


class SearchForm(Form):
    """Both may be left out; a number nobody could mean is said no to."""

    tid = forms.IntegerField(label=_("Minutter dere har"), required=False, min_value=5, max_value=DAY)
    antall = forms.IntegerField(label=_("Antall deltakere"), required=False, min_value=2, max_value=CROWD)
