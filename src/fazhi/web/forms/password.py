"""A person's own new password: another one than the old."""

from django.contrib.auth.forms import PasswordChangeForm
from django.core.exceptions import ValidationError


class PasswordForm(PasswordChangeForm):
    """One that was handed out must not stay."""

    def clean_new_password1(self) -> str:
        """The new password; refused where it is the old one again."""
        new: str = self.cleaned_data["new_password1"]
        if new == self.cleaned_data.get("old_password"):
            raise ValidationError("新密码与原密码相同，请换一个。[identity.E006]")
        return new
