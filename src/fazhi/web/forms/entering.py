"""What somebody of the public types to enter, and to add what was done without a log-in."""

from django import forms

from fazhi.portal.contact import LONGEST
from fazhi.portal.one_time_code import DIGITS
from fazhi.search.saying import simplified

QUIET = {"autocapitalize": "none", "spellcheck": "false"}


class ContactForm(forms.Form):
    """A phone number or a mail address."""

    contact = forms.CharField(
        label="手机号或者电子邮箱",
        max_length=LONGEST,
        help_text="中国大陆手机号，如 13800000000；或者电子邮箱",
        widget=forms.TextInput({**QUIET, "autocomplete": "username"}),
    )


class CodeForm(forms.Form):
    """The code, on the page that asked for it."""

    contact = forms.CharField(max_length=LONGEST, widget=forms.HiddenInput)
    ticket = forms.CharField(max_length=64, widget=forms.HiddenInput)
    code = forms.CharField(
        label="验证码",
        max_length=20,
        help_text=f"收到的{DIGITS}位数字",
        widget=forms.TextInput(
            {"autocomplete": "one-time-code", "inputmode": "numeric", "spellcheck": "false", "class": "num"}
        ),
    )


class ClaimForm(forms.Form):
    """Number and code of an application, a comment or a registration."""

    number = forms.CharField(
        label="案号或者编号", max_length=120, help_text="写在回执上，如“…〔2026〕1号”或者“3-12”"
    )
    code = forms.CharField(
        label="查询码",
        max_length=40,
        help_text="大小写、空格和短横线不限",
        widget=forms.TextInput({"autocomplete": "off", "spellcheck": "false", "class": "num"}),
    )

    def clean_number(self) -> str:
        """As it is stored: a receipt that was read in 繁體 shows it in those characters."""
        return simplified(self.cleaned_data["number"])
