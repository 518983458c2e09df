"""The addresses of the interface; each passes the edge, and what is none of them is answered as a problem."""

from django.urls import URLPattern, path, re_path
from django.views.decorators.http import require_safe

from fazhi.api.edge import edged, missing
from fazhi.api.interface import interface
from fazhi.api.reference import document, reference, root

OPERATION = "api: each operation names its own policy in the document"
DESCRIBES = "public: describes the interface"
app_name = "api"
patterns, _, _ = interface.urls


def _edged(pattern: URLPattern) -> URLPattern:
    view = root if pattern.name == "api-root" else pattern.callback
    return URLPattern(pattern.pattern, edged(view, OPERATION), name=pattern.name)


operations = [_edged(pattern) for pattern in patterns if isinstance(pattern, URLPattern)]
urlpatterns = [
    path("reference", edged(require_safe(reference), DESCRIBES), name="reference"),
    path("openapi.json", edged(require_safe(document), DESCRIBES), name="document"),
    *operations,
    re_path("^(?P<rest>.*)$", edged(missing, DESCRIBES), name="missing"),
]
