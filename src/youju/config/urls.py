from django.urls import path

from youju.config.health import health

urlpatterns = [
    path("health/", health, name="health"),
]
