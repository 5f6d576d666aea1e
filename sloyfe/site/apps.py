from django.apps import AppConfig


class SiteConfig(AppConfig):
    name = "sloyfe.site"
    label = "site"
