"""A call to another system: CloudEvents 1.0, signed, and never to an address inside our own network."""

import hmac
import http.client
import ipaddress
import json
import socket
import ssl
import threading
from contextlib import suppress
from datetime import datetime
from hashlib import sha256
from typing import Any
from urllib.parse import SplitResult, urlsplit

from django.conf import settings

from fazhi.cases.models import Event
from fazhi.fault import Fault
from fazhi.notices.models import Subscription

TIMEOUT = 10
DEADLINE = 30
"""Seconds for a whole call: a receiver that answers drop by drop must not keep the worker from all others."""
LONGEST = 500
TRANSLATED = tuple(map(ipaddress.ip_network, ("64:ff9b::/96", "64:ff9b:1::/48", "::/96")))
"""IPv6 that a gateway turns into IPv4, where it could lead inside; nobody's webhook needs it."""
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
        self.sock = plain
        if self._secure:
            self.sock = context.wrap_socket(plain, server_hostname=self.host, do_handshake_on_connect=False)
            self.sock.do_handshake()

    def cut(self) -> None:
        """End the connection from another thread; whoever waits on it gets an ``OSError``."""
        if self.sock:
            with suppress(OSError):
                socket.socket.shutdown(self.sock, socket.SHUT_RDWR)


def post(subscription: Subscription, event: Event, at: datetime) -> None:
    """Send the event; a ``Fault`` or an ``OSError`` where it was not taken (any status but 2xx)."""
    call(subscription.url, subscription.secret, cloud_event(event), TYPE, at)


def call(address: str, secret: str, data: dict[str, Any], kind: str, at: datetime) -> None:
    """Post JSON of a content type, signed, to an address that may be called; fails as ``post`` does."""
    url = urlsplit(address)
    connection = Pinned(url, check(address))
    body = json.dumps(data, ensure_ascii=False).encode()
    path = (url.path or "/") + (f"?{url.query}" if url.query else "")
    watch = threading.Timer(DEADLINE, connection.cut)
    watch.start()
    try:
        connection.request("POST", path, body, {"Content-Type": kind, **signed(secret, body, at)})
        status = connection.getresponse().status
    finally:
        watch.cancel()
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
    if not _listed(url.hostname or "", settings.CONFIG.webhook_hosts):
        wrong = f"主机 {url.hostname} 不在准许外发的名单上"
        raise Fault("notices.E008", wrong, "请由管理员核对 FAZHI_WEBHOOK_HOSTS")
    found = _resolved(url)
    if not private and not all(_outside(one) for one in found):
        raise Fault("notices.E005", "网址指向内部网络", "请使用公开的网址；确需内网的，由管理员在设置中放开")
    return found[0]


def _listed(host: str, permitted: frozenset[str]) -> bool:
    """Whether a host is on the list, itself or under one that begins with a dot; an empty list names all.

    >>> listed = frozenset({"hook.example.org", ".gov.example"})
    >>> [_listed(one, listed) for one in ("hook.example.org", "a.gov.example", "evilgov.example", "x.org")]
    [True, True, False, False]
    """
    under = any(one.startswith(".") and host.endswith(one) for one in permitted)
    return not permitted or host in permitted or under


def _outside(address: str) -> bool:
    """Whether an address is in the public network, and so is what a gateway would make of it.

    >>> [_outside(one) for one in ("9.9.9.9", "169.254.169.254", "::ffff:10.0.0.1", "64:ff9b::a9fe:a9fe")]
    [True, False, False, False]
    """
    found = ipaddress.ip_address(address)
    if isinstance(found, ipaddress.IPv6Address):
        inner = found.ipv4_mapped or found.sixtofour or (found.teredo or (None, None))[1]
        if inner or any(found in network for network in TRANSLATED):
            return False
    return found.is_global and not found.is_multicast


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
