from django.urls import path

from sloyfe.cycle.meetings.views import methods

app_name = "meetings"
urlpatterns = [
    path("metoder/", methods.methods, name="methods"),
    path("metoder/<slug:method>/", methods.method, name="method"),
]
