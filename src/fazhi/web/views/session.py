"""Log-in, log-out and the change of a password; a demo installation shows who may be played."""

from typing import Any, cast

from allauth.account.internal.flows.login import record_authentication
from allauth.account.utils import perform_login
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.forms import AuthenticationForm, PasswordChangeForm
from django.contrib.auth.models import AbstractBaseUser
from django.contrib.auth.views import LoginView, LogoutView, PasswordChangeView
from django.http import HttpRequest, HttpResponse
from django.urls import reverse_lazy
from django.utils import timezone

from fazhi.demo.load import log_ins
from fazhi.identity import first_password, lockout
from fazhi.identity.actions.session import change_password
from fazhi.identity.age import KEY
from fazhi.identity.first_password import with_first_password
from fazhi.identity.provider import CITY
from fazhi.identity.second_factor import before_second_factor
from fazhi.identity.witness import person_named
from fazhi.office.guard import public, requires
from fazhi.office.right import Right
from fazhi.web.forms.door import DoorForm
from fazhi.web.forms.password import PasswordForm


class Door(LoginView):
    """The log-in page; a person already logged in goes on to the desk.

    The right password leads on to the second factor, where the person has one.
    """

    template_name = "web/login.html"
    form_class = DoorForm
    redirect_authenticated_user = True

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        city = CITY if settings.CONFIG.oidc_issuer else ""
        return super().get_context_data(**kwargs) | {"demo_log_ins": log_ins(), "city": city}

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        user = person_named(request.POST.get(lockout.NAME, ""))
        if user:
            lockout.demand_calm(request, user, timezone.now())
        response: HttpResponse = super().post(request, *args, **kwargs)
        return response

    def form_valid(self, form: AuthenticationForm) -> HttpResponse:
        user = form.get_user()
        first_password.demand_fresh(user, timezone.now())
        if first_password.common(form.cleaned_data["password"]):
            self.request.session[first_password.KEY] = first_password.COMMON
        record_authentication(self.request, user, "password")
        response: HttpResponse = perform_login(self.request, user, redirect_url=self.get_success_url())
        return response


class Exit(LogoutView):
    """The log-out; the browser forgets what it kept of the pages."""

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response: HttpResponse = super().post(request, *args, **kwargs)
        response["Clear-Site-Data"] = '"cache", "storage"'
        return response


class Key(PasswordChangeView):
    """A person's own password; other sessions of the person end with the old one."""

    form_class = PasswordForm
    template_name = "web/password.html"
    success_url = reverse_lazy("web:dashboard")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        first = self.request.session.get(first_password.KEY)
        return super().get_context_data(**kwargs) | {"first": first}

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        lockout.demand_open(request, cast(AbstractBaseUser, request.user))
        response: HttpResponse = super().post(request, *args, **kwargs)
        return response

    def form_valid(self, form: PasswordChangeForm) -> HttpResponse:
        messages.success(self.request, "密码已修改")
        self.request.session.pop(first_password.KEY, None)
        response = super().form_valid(form)
        change_password(form.user, self.request.session.get(KEY), self.request, timezone.now())
        return response

    def form_invalid(self, form: PasswordChangeForm) -> HttpResponse:
        if form.has_error("old_password", "password_incorrect"):
            lockout.old_password_failed(self.request, form.user, timezone.now())
        return self.render_to_response(self.get_context_data(form=form), status=400)


login = public("nobody is logged in yet")(Door.as_view())
logout = public("ends a session, shows nothing")(Exit.as_view())
password = with_first_password(before_second_factor(requires(Right.READ)(Key.as_view())))
