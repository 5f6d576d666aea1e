from django.urls import path

from sloyfe.cycle.networks.views import between

app_name = "networks"
UNIT = "enheter/<uuid:place>/mellomarbeid/"
urlpatterns = [
    path("mellomarbeid/", between.overview, name="overview"),
    path(UNIT, between.works, name="works"),
    path(f"{UNIT}nytt/", between.new_work, name="new_work"),
    path(f"{UNIT}<uuid:work>/", between.work, name="work"),
    path(f"{UNIT}<uuid:work>/tekst/", between.work_text, name="work_text"),
    path(f"{UNIT}<uuid:work>/status/", between.work_step, name="work_step"),
    path(f"{UNIT}<uuid:work>/fjerning/", between.work_removal, name="work_removal"),
    path(f"{UNIT}<uuid:work>/gjenoppretting/", between.work_restoration, name="work_restoration"),
]
