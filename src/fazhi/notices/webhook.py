"""A call to another system: CloudEvents 1.0, signed, and never to an address inside our own network."""

import hmac
import http.client
import ipaddress
import json
import socket
import ssl
from datetime import datetime
from hashlib import sha256
from typing import Any
from urllib.parse import SplitResult, urlsplit

from django.conf import settings

from fazhi.cases.models import Event
from fazhi.fault import Fault
from fazhi.notices.models import Subscription

TIMEOUT = 10
LONGEST = 500
TYPE = "application/cloudevents+json; charset=utf-8"


class Pinned(http.client.HTTPConnection):
    """A connection to the very address that was checked: a name that changes meanwhile leads nowhere else."""

    def __init__(self, url: SplitResult, address: str) -> None:
        default = 443 if url.scheme == "https" else 80
        super().__init__(url.hostname or "", url.port or default, timeout=TIMEOUT)
        self._address, self._secure = address, url.scheme == "https"

    def connect(self) -> None:
        """Connect to the address, and under TLS check the name."""
        plain = socket.create_connection((self._address, self.port), TIMEOUT)
        context = ssl.create_default_context()
        self.sock = context.wrap_socket(plain, server_hostname=self.host) if self._secure else plain


def post(subscription: Subscription, event: Event, at: datetime) -> None:
    """Send the event; a ``Fault`` or an ``OSError`` where it was not taken (any status but 2xx)."""
    call(subscription.url, subscription.secret, cloud_event(event), TYPE, at)


def call(address: str, secret: str, data: dict[str, Any], kind: str, at: datetime) -> None:
    """Post JSON of a content type, signed, to an address that may be called; fails as ``post`` does."""
    url = urlsplit(address)
    connection = Pinned(url, check(address))
    body = json.dumps(data, ensure_ascii=False).encode()
    path = (url.path or "/") + (f"?{url.query}" if url.query else "")
    try:
        connection.request("POST", path, body, {"Content-Type": kind, **signed(secret, body, at)})
        status = connection.getresponse().status
    finally:
        connection.close()
    if not 200 <= status < 300:
        raise Fault("notices.E006", f"对方答复 {status}", "请与对方系统核对地址和签名密钥")


def cloud_event(event: Event) -> dict[str, Any]:
    """The event as CloudEvents writes it."""
    return {
        "specversion": "1.0",
        "id": str(event.pk),
        "source": "fazhi/cases",
        "type": f"cn.fazhi.{event.kind}",
        "subject": event.case.number,
        "time": event.at.isoformat(),
        "datacontenttype": "application/json",
        "data": event.data,
    }


def signed(secret: str, body: bytes, at: datetime) -> dict[str, str]:
    """The signature's header: HMAC-SHA-256 over the time and the body, so that no call is played again."""
    stamp = str(int(at.timestamp()))
    value = hmac.new(secret.encode(), stamp.encode() + b"." + body, sha256).hexdigest()
    return {"Fazhi-Signature": f"t={stamp},v1={value}"}


def check(address: str) -> str:
    """The network address behind a URL; ``Fault`` where it is none that may be called."""
    url = _parsed(address)
    private = settings.CONFIG.private_webhooks
    if url.scheme != "https" and not private:
        raise Fault("notices.E004", "网址不是 https", "请使用 https 网址")
    found = _resolved(url)
    if not private and not all(ipaddress.ip_address(one).is_global for one in found):
        raise Fault("notices.E005", "网址指向内部网络", "请使用公开的网址；确需内网的，由管理员在设置中放开")
    return found[0]


def _parsed(address: str) -> SplitResult:
    try:
        url = urlsplit(address)
        usable = url.scheme in ("http", "https") and url.hostname and url.port != 0 and not url.username
    except ValueError:
        usable = False
    if not usable or len(address) > LONGEST or not address.isascii() or not address.isprintable():
        raise Fault("notices.E003", "不是可以投递的网址", "请填写 https:// 开头的完整网址，其中不带用户名")
    return url


def _resolved(url: SplitResult) -> list[str]:
    try:
        rows = socket.getaddrinfo(url.hostname, url.port or 443, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        raise Fault("notices.E007", f"找不到主机 {url.hostname}", "请核对网址") from None
    return [str(row[4][0]) for row in rows]
