"""The door of the city's unified identity (OpenID Connect)."""

from allauth.socialaccount.providers.openid_connect import views
from django.views.decorators.http import require_POST

from fazhi.office.guard import public

enter = public("nobody is logged in yet; leads on to the unified identity")(require_POST(views.login))
back = public("nobody is logged in yet; the unified identity sends people back here")(views.callback)
