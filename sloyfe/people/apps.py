from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "sloyfe.people"
    default_auto_field = "django.db.models.BigAutoField"
