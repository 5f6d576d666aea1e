from django.urls import path

from sloyfe.cycle.partnership import views

app_name = "partnership"
urlpatterns = [
    path("parter/", views.parties, name="parties"),
]
