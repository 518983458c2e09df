"""From where, and on what, somebody comes: the address behind the proxy and the device in words."""

import re
from dataclasses import dataclass
from ipaddress import IPv6Address, ip_address, ip_network

from django.conf import settings
from django.http import HttpRequest

BROWSERS = (
    ("微信", re.compile("MicroMessenger/")),
    ("Edge", re.compile("Edg/")),
    ("Firefox", re.compile("Firefox/")),
    ("Chrome", re.compile("Chrom(?:e|ium)/")),
    ("Safari", re.compile("Safari/")),
)
SYSTEMS = (
    ("iPhone", re.compile("iPhone")),
    ("iPad", re.compile("iPad")),
    ("HarmonyOS", re.compile("HarmonyOS|OpenHarmony")),
    ("Android", re.compile("Android")),
    ("Windows", re.compile("Windows")),
    ("macOS", re.compile("Macintosh")),
    ("Linux", re.compile("Linux")),
)
UNKNOWN = "未知"


@dataclass(frozen=True)
class Client:
    """What a request says about its sender; only the address can be relied on."""

    address: str | None
    device: str


def client_of(request: HttpRequest) -> Client:
    """The sender of a request."""
    return Client(address_of(request), device_of(request.META.get("HTTP_USER_AGENT", "")))


def address_of(request: HttpRequest) -> str | None:
    """The sender's address: behind the proxy of a secure installation, the one that proxy vouches for.

    The proxy writes what it saw at the end of ``X-Forwarded-For``; all before it may be invented.
    """
    forwarded = request.META.get("HTTP_X_FORWARDED_FOR", "") if settings.CONFIG.secure else ""
    return valid(forwarded.rpartition(",")[2].strip()) or valid(request.META.get("REMOTE_ADDR", ""))


def device_of(agent: str) -> str:
    """A browser and a system in words a person knows.

    >>> device_of("Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0")
    'Edge · Windows'
    >>> device_of("curl/8.0")
    '未知浏览器 · 未知系统'
    """
    return f"{_first(BROWSERS, agent, '浏览器')} · {_first(SYSTEMS, agent, '系统')}"


def _first(known: tuple[tuple[str, re.Pattern[str]], ...], agent: str, what: str) -> str:
    return next((name for name, mark in known if mark.search(agent)), UNKNOWN + what)


def network_of(request: HttpRequest) -> str:
    """By what requests are counted: the address; of IPv6 the network, since one line has 2⁶⁴ of them."""
    address = address_of(request) or ""
    if ":" not in address:
        return address
    mapped = IPv6Address(address).ipv4_mapped
    return str(mapped or ip_network((address, 64), strict=False))


def valid(text: str) -> str | None:
    """An IP address in its usual form; none where the text is none."""
    try:
        return str(ip_address(text))
    except ValueError:
        return None
