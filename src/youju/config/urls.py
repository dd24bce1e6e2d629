from django.urls import include, path

from youju.config.health import health

handler400 = "youju.desk.errors.bad_request"
handler403 = "youju.desk.errors.forbidden"
handler404 = "youju.desk.errors.not_found"
handler500 = "youju.desk.errors.failed"

urlpatterns = [
    path("health/", health, name="health"),
    path("", include("youju.desk.urls")),
]
