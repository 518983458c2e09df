"""Accounts are made from a district's own list of people; nobody signs up."""

from allauth.account.adapter import DefaultAccountAdapter
from django.contrib import messages
from django.contrib.auth import login
from django.contrib.auth.models import User
from django.http import HttpRequest

from fazhi.fault import Fault

INACTIVE = Fault("identity.E023", "您的账号已经停用", "请由管理员核对人员和任职")
BACKEND = "django.contrib.auth.backends.ModelBackend"


class AccountAdapter(DefaultAccountAdapter):
    """No sign-up, no mail, no words of welcome."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "incorrect_password": "密码不对，请重新输入。[identity.E014]",
        "too_many_login_attempts": "验证失败次数过多，请过几分钟再试。[identity.E015]",
        "rate_limited": "验证失败次数过多，请过几分钟再试。[identity.E015]",
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:  # noqa: ARG002
        return False

    def login(self, request: HttpRequest, user: User) -> None:
        """Open the session, by whichever door the person came."""
        login(request, user, backend=BACKEND)

    def respond_user_inactive(self, request: HttpRequest, user: User) -> None:  # noqa: ARG002
        raise INACTIVE

    def send_notification_mail(self, *args: object, **kwargs: object) -> None:
        """The record of log-ins tells what changed; officials have no mail address here."""

    def add_message(
        self,
        request: HttpRequest,
        level: int,
        message_template: str | None = None,
        message_context: dict[str, object] | None = None,
        extra_tags: str = "",
        message: str | None = None,
    ) -> None:
        """Only what went wrong is passed on; the pages themselves say what went well."""
        if level >= messages.WARNING:
            super().add_message(request, level, message_template, message_context, extra_tags, message)
