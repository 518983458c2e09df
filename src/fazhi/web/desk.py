"""The request as every desk view sees it, after the middleware has put the actor on it."""

from django.http import HttpRequest
from django_htmx.middleware import HtmxDetails

from fazhi.office.actor import Actor


class DeskRequest(HttpRequest):
    """A request with the actor behind the log-in and whether htmx sent it."""

    actor: Actor
    htmx: HtmxDetails
