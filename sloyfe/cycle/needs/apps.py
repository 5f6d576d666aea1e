from django.apps import AppConfig


class NeedsConfig(AppConfig):
    name = "sloyfe.cycle.needs"
    default_auto_field = "django.db.models.BigAutoField"
