"""Log-in and log-out; on a demo installation the page shows who may be played."""

from typing import Any

from django.contrib.auth.views import LoginView, LogoutView

from fazhi.demo.load import log_ins
from fazhi.office.guard import public


class Door(LoginView):
    """The log-in page; a person already logged in goes on to the desk."""

    template_name = "web/login.html"
    redirect_authenticated_user = True

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**kwargs) | {"demo_log_ins": log_ins()}


login = public("nobody is logged in yet")(Door.as_view())
logout = public("ends a session, shows nothing")(LogoutView.as_view())
