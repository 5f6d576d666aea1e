from django.urls import path

from sloyfe.cycle.competence.views import reading

app_name = "competence"
PACKAGE = "pakker/<uuid:package>/"
PAGE = f"{PACKAGE}sider/<uuid:page>/"
urlpatterns = [
    path("pakker/", reading.packages, name="packages"),
    path(PACKAGE, reading.package, name="package"),
    path(PAGE, reading.page, name="page"),
    path(f"{PAGE}filer/<uuid:asset>/", reading.file, name="file"),
]
