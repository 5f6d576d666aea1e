from django.urls import path

from sloyfe.surveys.views import answering

app_name = "answering"
urlpatterns = [
    path("", answering.enter, name="enter"),
    path("<slug:code>/", answering.answer, name="answer"),
]
