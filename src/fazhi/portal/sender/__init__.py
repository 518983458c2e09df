"""How a one-time code reaches a phone or a mail address, as the operator configured it.

An operator's own sender is a class without arguments that has ``send``; what it cannot send it refuses with
a ``Fault`` or an ``OSError``.
"""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Protocol

from django.conf import settings
from django.utils.module_loading import import_string

from fazhi.fault import Fault
from fazhi.portal.contact import Contact, Kind
from fazhi.portal.sender.console import Console
from fazhi.portal.sender.gateway import Gateway
from fazhi.portal.sender.post import Post


class Sender(Protocol):
    """Whatever carries a code to a contact."""

    def send(self, contact: Contact, code: str, at: datetime) -> None: ...


OFF = "off"
BUILT_IN: Mapping[str, Callable[[], Sender]] = {"console": Console, "http": Gateway, "mail": Post}


def configured() -> dict[Kind, str]:
    """What the operator chose for each kind of contact."""
    return {Kind.PHONE: settings.CONFIG.code_phone, Kind.MAIL: settings.CONFIG.code_mail}


def taken() -> tuple[Kind, ...]:
    """The kinds of contact that a code can be sent to here."""
    return tuple(kind for kind, name in configured().items() if name != OFF)


def sender(kind: Kind) -> Sender | None:
    """The sender for a kind of contact; ``Fault`` config.E001 where the operator's own is not there."""
    name = configured()[kind]
    if name == OFF:
        return None
    return (BUILT_IN.get(name) or _own(kind, name))()


def _own(kind: Kind, path: str) -> Callable[[], Sender]:
    try:
        found: Callable[[], Sender] = import_string(path)
    except ImportError:
        wrong = f"设置 FAZHI_CODE_{kind.upper()} 无效：找不到 {path}"
        raise Fault("config.E001", wrong, "请改正该环境变量后重新启动") from None
    if not hasattr(found, "send"):
        wrong = f"设置 FAZHI_CODE_{kind.upper()} 无效：{path} 没有 send"
        raise Fault("config.E001", wrong, "请改正该环境变量后重新启动")
    return found
