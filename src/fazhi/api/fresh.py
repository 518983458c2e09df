"""Whether a reader's copy is still right: then 304 and nothing more is sent."""

from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response


def unchanged(request: HttpRequest, response: HttpResponse, tag: str) -> HttpResponse | None:
    """Mark the answer with its tag; 304, tag and all, where ``If-None-Match`` names it (RFC 9110)."""
    response["ETag"] = f'"{tag}"'
    found = get_conditional_response(request, etag=response["ETag"], response=response)
    return found if isinstance(found, HttpResponse) and found is not response else None
