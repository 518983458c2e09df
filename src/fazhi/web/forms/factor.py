"""The log-in library's forms for second factors, in the words of this house."""

import struct
from typing import Any

from allauth.core import context
from allauth.mfa.base.forms import AuthenticateForm, ReauthenticateForm
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.webauthn.forms import (
    AddWebAuthnForm,
    AuthenticateWebAuthnForm,
    EditWebAuthnForm,
    LoginWebAuthnForm,
    ReauthenticateWebAuthnForm,
)
from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from fido2.webauthn import AuthenticationResponse, RegistrationResponse

from fazhi.identity import lockout
from fazhi.identity.spent import Code, spend

CODE = {"autocomplete": "one-time-code", "inputmode": "numeric", "autocapitalize": "none"}
LONGEST_NAME = 60
SPENT = "这个动态口令已经用过，请等应用显示下一个。[identity.E017]"
BROKEN = "没有得到完整的通行密钥，请重试。[identity.E016]"


class _Coded(forms.Form):
    """A form that asks for a code of digits."""

    help = "动态口令应用显示的 6 位数字，或者一个未用过的恢复码。"

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["code"]
        field.label, field.help_text, field.widget = "验证码", self.help, forms.TextInput(CODE)


class _Once(_Coded):
    """A form whose code is used up before anything else looks at it."""

    def clean_code(self) -> str:
        """The code; a one-time code that opened before is refused, on record and told to its owner."""
        user, request = self.user, context.request  # type: ignore[attr-defined]
        if spend(user, self.cleaned_data["code"]) is Code.SPENT:
            lockout.code_came_back(request, user, timezone.now())
            raise ValidationError(SPENT)
        return str(super().clean_code())  # type: ignore[misc]


class SecondStepForm(_Once, AuthenticateForm):  # type: ignore[misc]
    """The second step of a log-in."""


class ConfirmForm(_Once, ReauthenticateForm):  # type: ignore[misc]
    """The same once more, before something weighty."""


class TotpForm(_Coded, ActivateTOTPForm):  # type: ignore[misc]
    """The first code of an application shows that it has the secret."""

    help = "应用现在显示的 6 位数字。"


class _Named(forms.Form):
    """A form that names a key."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        required = self.fields["name"].required
        self.fields["name"] = forms.CharField(label="名称", max_length=LONGEST_NAME, required=required)


class CredentialField(forms.JSONField):
    """What a device says of a key, refused before the library stumbles over what is no such thing."""

    widget = forms.HiddenInput

    def __init__(self, shape: type[RegistrationResponse] | type[AuthenticationResponse]) -> None:
        super().__init__(error_messages={"required": BROKEN, "invalid": BROKEN})
        self.shape = shape

    def clean(self, value: Any) -> Any:
        try:
            given = super().clean(value)
            self.shape.from_dict(given)
        except (RecursionError, TypeError, ValueError, LookupError, AttributeError, struct.error):
            raise ValidationError(BROKEN) from None
        return given


class _Proven(forms.Form):
    """A form that brings what a known key says."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["credential"] = CredentialField(AuthenticationResponse)


class PasskeyLoginForm(_Proven, LoginWebAuthnForm):  # type: ignore[misc]
    """A passkey in place of name and password."""


class PasskeyStepForm(_Proven, AuthenticateWebAuthnForm):  # type: ignore[misc]
    """A passkey as the second step of a log-in."""


class PasskeyConfirmForm(_Proven, ReauthenticateWebAuthnForm):  # type: ignore[misc]
    """A passkey once more, before something weighty."""


class PasskeyForm(_Named, AddWebAuthnForm):  # type: ignore[misc]
    """A new passkey, with or without the right to replace the password."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["credential"] = CredentialField(RegistrationResponse)
        self.fields["passwordless"].label = "以后可以只用它登录，不必输入密码"
        self.fields["passwordless"].help_text = "设备会要求指纹、人脸或 PIN。"


class PasskeyNameForm(_Named, EditWebAuthnForm):  # type: ignore[misc]
    """Another name for a key."""
