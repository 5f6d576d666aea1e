"""Draws every form with the design system's fields."""

from typing import Any

from django.forms.renderers import TemplatesSetting
from django.template.loader import select_template

DJANGO_FOLDER = "django/forms/"


class Renderer(TemplatesSetting):
    """Looks for each of Django's form templates in our own `forms/` first."""

    form_template_name = "forms/form.html"
    field_template_name = "forms/field.html"

    def get_template(self, template_name: str) -> Any:
        """Ours where we have one, else Django's."""
        if not template_name.startswith(DJANGO_FOLDER):
            return select_template([template_name])
        return select_template(["forms/" + template_name.removeprefix(DJANGO_FOLDER), template_name])
