"""How long a password is: long enough against guessing, short enough not to be a burden for the server."""

import re

from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import ValidationError

SHORTEST, LONGEST = 12, 128
HELP = f"密码须有 {SHORTEST} 至 {LONGEST} 个字符，可以是任何文字和符号；连续的空格按一个计。"


class LengthValidator:
    """The bounds of OWASP ASVS 4.0.3, 2.1.1 and 2.1.2; which signs are used is nobody's business."""

    def validate(self, password: str, user: AbstractBaseUser | None = None) -> None:  # noqa: ARG002
        """Refuse what is too short or too long."""
        if not SHORTEST <= len(re.sub(" +", " ", password)) <= LONGEST:
            raise ValidationError(f"{HELP}[identity.E005]", code="password_length")

    def get_help_text(self) -> str:
        return HELP
