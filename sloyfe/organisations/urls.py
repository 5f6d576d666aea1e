from django.urls import path

from sloyfe.organisations import views

app_name = "organisations"
urlpatterns = [
    path("organisasjoner/", views.register, name="register"),
    path("organisasjoner/ny/", views.new_organisation, name="new"),
    path("organisasjoner/importer/", views.imports, name="imports"),
    path("organisasjoner/importer/<uuid:key>/", views.import_, name="import"),
    path("organisasjoner/<uuid:key>/", views.organisation, name="organisation"),
    path("organisasjoner/<uuid:key>/sammenslaing/", views.merger, name="merger"),
]
