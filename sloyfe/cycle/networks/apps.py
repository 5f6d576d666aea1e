from django.apps import AppConfig


class NetworksConfig(AppConfig):
    name = "sloyfe.cycle.networks"
    default_auto_field = "django.db.models.BigAutoField"
