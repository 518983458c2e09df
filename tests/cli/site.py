"""A site of two pages, so that the server is tested apart from what it serves."""

from django.http import HttpRequest, HttpResponse
from django.urls import path
from django.views.decorators.csrf import csrf_exempt

from fazhi.settings import *  # noqa: F403

ROOT_URLCONF = "tests.cli.site"


def page(request: HttpRequest) -> HttpResponse:
    return HttpResponse(f"在线 {request.scheme}")


@csrf_exempt
def upload(request: HttpRequest) -> HttpResponse:
    return HttpResponse(str(len(request.body)))


urlpatterns = [path("", page), path("upload", upload)]
