"""What an applicant types to find the own application."""

from django import forms
from django.utils.translation import gettext_lazy as _

from fazhi.search.saying import simplified


class TrackingForm(forms.Form):
    number = forms.CharField(
        label=_("案号"),
        max_length=120,
        help_text=_("写在申请回执上，例如“区司法局政府信息依申请公开〔2026〕1号”"),
    )
    code = forms.CharField(
        label=_("查询码"),
        max_length=40,
        help_text=_("申请回执上的十二位数字和字母，大小写、空格和短横线不限"),
        widget=forms.TextInput({"autocomplete": "off", "spellcheck": "false", "class": "num"}),
    )

    def clean_number(self) -> str:
        """As it is stored: a receipt that was read in 繁體 shows it in those characters."""
        return simplified(self.cleaned_data["number"])
