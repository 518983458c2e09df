"""Under which keys passwords, systems' secrets and tracking codes are kept, and which are missing."""

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from fazhi.cli.finding import Finding, Level

if TYPE_CHECKING:
    from django.db.models import Model

CODE = "check.C17"


def named() -> Counter[str]:
    """How many stored hashes name each key; under the empty name those that were kept without one."""
    from allauth.idp.oidc.models import Client

    from fazhi.portal.models import Application

    return _named(_passwords()) + _named(_stored(Client, "secret")) + _named(_stored(Application, "code"))


def inspect() -> Iterator[Finding]:
    """A key that is not here shuts out whoever's password names it; a password without one is said."""
    from fazhi.identity import pepper

    lacking = Counter({key: n for key, n in named().items() if key and key not in pepper.peppers()})
    if lacking:
        wrong = f"缺少密码密钥 {'、'.join(sorted(lacking))}，{lacking.total()} 个密码或者查询码无法核对"
        yield Finding(CODE, Level.FAIL, wrong, "请放回原来的 *.pepper 文件")
    elif bare := _named(_passwords())[""]:
        wrong = f"{bare} 名人员的密码还没有以密码密钥加固"
        yield Finding(CODE, Level.WARN, wrong, "本人下次登录时自动加固；久不登录的请核对是否停用")
    else:
        yield Finding(CODE, Level.OK, "人员的密码都以数据库以外的密钥加固")


def _named(stored: Iterator[str]) -> Counter[str]:
    from fazhi.identity.hasher import key_of

    return Counter(key_of(one) for one in stored)


def _passwords() -> Iterator[str]:
    """Of those who have one."""
    from django.contrib.auth.hashers import is_password_usable
    from django.contrib.auth.models import User

    return filter(is_password_usable, _stored(User, "password"))


def _stored(model: "type[Model]", field: str) -> Iterator[str]:
    return iter(model._default_manager.values_list(field, flat=True).iterator())
