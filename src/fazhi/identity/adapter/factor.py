"""Second factors in this house: secrets sealed in the database, refusals with a code."""

from typing import Any

from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from cryptography.fernet import InvalidToken
from django.contrib.auth.models import AbstractBaseUser

from fazhi.fault import Fault
from fazhi.identity.sealing import sealer

UNREADABLE = Fault(
    "identity.E013",
    "第二因素的密钥无法解读，服务器的 secret.key 与登记时不同",
    "请由管理员执行 fazhi office factors 登录名 --reset 后重新设置",
)


class FactorAdapter(DefaultMFAAdapter):
    """Names, secrets and refusals of second factors."""

    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": "验证码或密钥不符，请核对后重试。[identity.E010]",
        "cannot_delete_authenticator": "岗位要求第二因素，请先增加另一种，再移除这一种。[identity.E011]",
        "cannot_generate_recovery_codes": "还没有设置第二因素，请先设置动态口令或通行密钥。[identity.E012]",
    }

    def encrypt(self, text: str) -> str:
        """A secret as it is stored: of no use to who has the database alone."""
        return sealer().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        try:
            return sealer().decrypt(encrypted_text.encode()).decode()
        except InvalidToken:
            raise UNREADABLE from None

    def generate_authenticator_name(self, user: AbstractBaseUser, type: Any) -> str:
        """A name to tell one key from another."""
        held = Authenticator.objects.filter(user_id=user.pk, type=type).count()
        return f"通行密钥 {held + 1}"
