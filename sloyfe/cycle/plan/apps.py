from django.apps import AppConfig


class PlanConfig(AppConfig):
    name = "sloyfe.cycle.plan"
    default_auto_field = "django.db.models.BigAutoField"
