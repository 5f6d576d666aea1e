from django.urls import path

from sloyfe.people import views

app_name = "people"
urlpatterns = [
    path("inn/", views.sign_in, name="sign_in"),
    path("inn/kode/", views.sign_in_code, name="sign_in_code"),
    path("utlogging/", views.sign_out, name="sign_out"),
    path("sprak/", views.language, name="language"),
]
