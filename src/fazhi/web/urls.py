"""Every address of the desk."""

from django.urls import include, path

from fazhi.web.views.gallery import gallery
from fazhi.web.views.health import health
from fazhi.web.views.session import login, logout
from fazhi.web.views.switch import switch

handler400 = "fazhi.web.views.errors.bad_request"
handler403 = "fazhi.web.views.errors.refused"
handler404 = "fazhi.web.views.errors.missing"
handler500 = "fazhi.web.views.errors.failed"

pages = [
    path("login", login, name="login"),
    path("logout", logout, name="logout"),
    path("display", switch, name="switch"),
    path("healthz", health, name="health"),
    path("components", gallery, name="gallery"),
]
urlpatterns = [path("", include((pages, "web")))]
