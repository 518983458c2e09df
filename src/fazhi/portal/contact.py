"""A mobile number or a mail address: how somebody of the public is reached, and known again."""

import hmac
import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from fazhi.fault import Fault

MOBILE = re.compile(r"(?:\+?86|0086)?(1[3-9]\d{9})", re.ASCII)
"""A mobile number of the mainland, with or without the country's code."""
BETWEEN = re.compile(r"[\s()-]+")
LONGEST = 200


class Kind(StrEnum):
    """The ways by which a code travels."""

    PHONE = "phone"
    MAIL = "mail"


@dataclass(frozen=True)
class Contact:
    """A number of eleven digits, or a mail address as it was typed."""

    kind: Kind
    value: str

    @property
    def masked(self) -> str:
        """What a page may show of it.

        >>> Contact(Kind.PHONE, "13800000001").masked, Contact(Kind.MAIL, "someone@example.org").masked
        ('138****0001', 's***@example.org')
        """
        if self.kind is Kind.PHONE:
            return f"{self.value[:3]}****{self.value[-4:]}"
        name, _, host = self.value.rpartition("@")
        return f"{name[:1]}***@{host}"

    @property
    def digest(self) -> str:
        """By which it is found again: nobody computes it without the installation's secret."""
        return self._under(settings.SECRET_KEY)

    @property
    def digests(self) -> list[str]:
        """By which it may have been kept: under the installation's secret, or an earlier one."""
        return [self._under(key) for key in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)]

    def _under(self, key: str) -> str:
        told = f"portal contact {self.kind} {self.value.casefold()}"
        return hmac.new(key.encode(), told.encode(), sha256).hexdigest()


def read(typed: str) -> Contact:
    """What somebody typed; ``Fault`` portal.E020 for what is neither.

    >>> read(" +86 138-0000-0001 ").value, read("Someone@Example.org").kind.value
    ('13800000001', 'mail')
    """
    text = unicodedata.normalize("NFKC", typed[: 2 * LONGEST]).strip()
    found = MOBILE.fullmatch(BETWEEN.sub("", text))
    if found:
        return Contact(Kind.PHONE, found[1])
    if "@" in text and text.isascii() and len(text) <= LONGEST and _is_mail(text):
        return Contact(Kind.MAIL, text)
    wrong = "填写的不是中国大陆的手机号，也不是电子邮箱"
    raise Fault("portal.E020", wrong, "请核对；没有手机号和邮箱的，不登录也可以办理，凭查询码查进度")


def _is_mail(text: str) -> bool:
    try:
        validate_email(text)
    except ValidationError:
        return False
    return True
