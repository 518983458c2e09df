"""Log-in, log-out and the change of a password; a demo installation shows who may be played."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.forms import PasswordChangeForm
from django.contrib.auth.views import LoginView, LogoutView, PasswordChangeView
from django.http import HttpResponse
from django.urls import reverse_lazy

from fazhi.demo.load import log_ins
from fazhi.office.guard import public, requires
from fazhi.office.right import Right


class Door(LoginView):
    """The log-in page; a person already logged in goes on to the desk."""

    template_name = "web/login.html"
    redirect_authenticated_user = True

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**kwargs) | {"demo_log_ins": log_ins()}


class Key(PasswordChangeView):
    """A person's own password; other sessions of the person end with the old one."""

    template_name = "web/password.html"
    success_url = reverse_lazy("web:dashboard")

    def form_valid(self, form: PasswordChangeForm) -> HttpResponse:
        messages.success(self.request, "密码已修改")
        return super().form_valid(form)

    def form_invalid(self, form: PasswordChangeForm) -> HttpResponse:
        return self.render_to_response(self.get_context_data(form=form), status=400)


login = public("nobody is logged in yet")(Door.as_view())
logout = public("ends a session, shows nothing")(LogoutView.as_view())
password = requires(Right.READ)(Key.as_view())
