"""What travels beyond this machine travels sealed, to a partner that proved who it is (ASVS 9.2.1, 9.2.2).

An address of the database or of the mail server that would go out in clear is refused at start, unless the
operator says by name that the line itself is protected.
"""

from ipaddress import ip_address
from typing import Any, Literal
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

Line = Literal["database", "mail"]
FILES = ("sslrootcert", "sslcert", "sslkey")
KNOWN = frozenset({"host", "sslmode", *FILES})
"""What may follow the question mark in the address of a database."""
MAILS = ("smtp", "smtps", "smtp+starttls")
DATABASE = "须为 postgresql://用户:口令@主机:端口/库名，留空则用 SQLite"
UNSEALED = (
    "数据库不在本机，须写明 ?sslmode=verify-full 并指定 sslrootcert；线路另有保护的，设 FAZHI_PLAIN=database"
)
MAIL = "须为 smtps://、smtp+starttls:// 或者（本机的）smtp:// 加 用户:口令@主机:端口，留空则输出到控制台"
CLEAR = "smtp:// 只用于本机；请改用 smtps:// 或者 smtp+starttls://，线路另有保护的，设 FAZHI_PLAIN=mail"


def demand_database(value: str, *, plain: bool) -> None:
    """Refuse an address of a database that is none, or that leads over a network unsealed.

    >>> demand_database("postgresql://fazhi@127.0.0.1/fazhi", plain=False)
    >>> demand_database("postgresql:///fazhi?host=/run/postgresql", plain=False)
    >>> demand_database("postgresql://fazhi@db.example/fazhi?sslmode=verify-full", plain=False)
    """
    url = urlsplit(value)
    known = _options(url).keys() <= KNOWN
    if not (url.scheme == "postgresql" and url.path.strip("/") and known and _port_is_one(url)):
        raise ValueError(DATABASE)
    sealed = _options(url).get("sslmode") == "verify-full"
    if not (sealed or plain or _stays_here(_host(url))):
        raise ValueError(UNSEALED)


def demand_mail(value: str, *, plain: bool) -> None:
    """Refuse an address of a mail server that is none, or that would get names and passwords in clear.

    >>> demand_mail("smtp://127.0.0.1:25", plain=False)
    >>> demand_mail("smtp+starttls://fazhi:secret@mail.example:587", plain=False)
    """
    url = urlsplit(value)
    if not (url.scheme in MAILS and url.hostname and _port_is_one(url)):
        raise ValueError(MAIL)
    if url.scheme == "smtp" and not (plain or _stays_here(url.hostname)):
        raise ValueError(CLEAR)


def database(value: str) -> dict[str, Any]:
    """Where Django finds a database of PostgreSQL, and what it demands of the line."""
    url = urlsplit(value)
    return {
        "NAME": url.path.strip("/"),
        "USER": unquote(url.username or ""),
        "PASSWORD": unquote(url.password or ""),
        "HOST": _host(url),
        "PORT": str(url.port or ""),
        "OPTIONS": {name: said for name, said in _options(url).items() if name != "host"},
    }


def mail(value: str) -> dict[str, object]:
    """Where Django finds a mail server, and how it speaks to it; under TLS its certificate is verified."""
    url = urlsplit(value)
    return {
        "EMAIL_HOST": url.hostname,
        "EMAIL_PORT": url.port or {"smtps": 465, "smtp+starttls": 587}.get(url.scheme, 25),
        "EMAIL_HOST_USER": unquote(url.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(url.password or ""),
        "EMAIL_USE_SSL": url.scheme == "smtps",
        "EMAIL_USE_TLS": url.scheme == "smtp+starttls",
        "EMAIL_TIMEOUT": 20,
    }


def _options(url: SplitResult) -> dict[str, str]:
    return dict(parse_qsl(url.query, keep_blank_values=True))


def _port_is_one(url: SplitResult) -> bool:
    try:
        return url.port is None or url.port > 0
    except ValueError:
        return False


def _host(url: SplitResult) -> str:
    return url.hostname or _options(url).get("host", "")


def _stays_here(host: str) -> bool:
    """Whether an address is this machine's: a socket's folder, none at all, or loopback.

    >>> [_stays_here(one) for one in ("", "/run/postgresql", "localhost", "127.0.0.2", "::1", "10.0.0.1")]
    [True, True, True, True, True, False]
    """
    if host in ("", "localhost") or host.startswith("/"):
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False
