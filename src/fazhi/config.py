"""What an operator may set, in one place, refused at start when it makes no sense."""

import os
import re
import secrets
import shlex
from collections.abc import Iterable
from datetime import timedelta
from difflib import get_close_matches
from email.utils import parseaddr
from pathlib import Path
from typing import Annotated, Literal
from urllib.parse import urlsplit

from pydantic import BaseModel, ConfigDict, Field, ValidationError, ValidationInfo, field_validator

from fazhi import credential, misfit, transport
from fazhi.fault import Fault

PREFIX = "FAZHI_"
HERE = frozenset({"localhost", "127.0.0.1", "::1"})
SECRET, EARLIER = "secret.key", "secret-*.key"
LOOPBACK = ("127.0.0.1", "localhost", "[::1]")
MISSPELT = 0.75
"""From this likeness on (0 to 1) a name that no setting has is taken for one that was misspelt."""
SENDERS = {"code_phone": ("console", "http", "off"), "code_mail": ("console", "mail", "off")}
HOST = r"^\.?[a-z0-9]([a-z0-9.-]*[a-z0-9])?$"
NAME = re.compile(r"\.?[\w-]+(\.[\w-]+)*|\[[0-9A-Fa-f:.]+\]")
"""Never ``*``: addresses that papers and feeds bear would be whatever a visitor's request says."""
DOTTED = re.compile(r"[A-Za-z_]\w*(\.[A-Za-z_]\w*)+")
Post = Literal["coordinator", "clerk", "leader", "auditor"]
Minutes = Annotated[int, Field(ge=1, le=60 * 24 * 30)]
PRAGMAS = (
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=NORMAL",
    "PRAGMA recursive_triggers=ON",  # REPLACE is a deletion, too, and must not pass the append-only triggers
)


class Config(BaseModel):
    """The settings of one installation; each is read from the environment as ``FAZHI_<NAME>``."""

    model_config = ConfigDict(extra="forbid", frozen=True, validate_default=True)

    home: Path = Path("var")
    """Folder for the database file, the secret key and uploads."""
    secrets: Path | None = None
    """Folder in which a manager of secrets hands them over; systemd's own is known without it."""
    plain: frozenset[transport.Line] = frozenset()
    """Lines beyond this machine that may go unsealed because something else protects them."""
    database: str = ""
    """``postgresql://user:password@host:port/name?sslmode=…``; empty for SQLite in ``home``."""
    hosts: tuple[str, ...] = LOOPBACK
    """Host names this installation answers to, separated by commas; those of the machine itself always."""
    secure: bool = False
    """Served over HTTPS: cookies are sent on secure connections only."""
    mail: str = ""
    """``smtps://user:password@host:port`` or ``smtp+starttls://…``; empty prints mails to the console."""
    mail_from: str = ""
    """The sender of mails."""
    private_webhooks: bool = False
    """Whether events may be posted to addresses inside the network and without TLS."""
    webhook_hosts: frozenset[Annotated[str, Field(pattern=HOST)]] = frozenset()
    """The only hosts that are called, separated by commas; ``.example.org`` means all under it."""
    upload_mb: int = Field(20, ge=1, le=200)
    """Megabytes of the largest file that any page takes."""
    upload_day_mb: int = Field(2_000, ge=1)
    """Megabytes of files that one official, or one network of the public, hands in a day."""
    scan: str = ""
    """A command that gets each uploaded file on its standard input and exits with 0 if clean, 1 if not."""
    fonts: Path | None = None
    """A folder with type faces for papers, beside those of the system."""
    privacy_file: Path | None = None
    """A text that tells the public what is done with their data; paragraphs are parted by empty lines."""
    metrics_token_file: Path | None = None
    """A file that holds the token with which another machine reads ``/metrics``."""
    debug: bool = False
    demo: bool = False
    """Set by ``fazhi demo`` alone: the log-in page shows the demo people's passwords."""
    second_factor: frozenset[Post] = frozenset()
    """Roles whose holders must log in with a second factor, separated by commas."""
    idle_minutes: Minutes = 30
    """A log-in ends after so many minutes without a request."""
    session_minutes: Minutes = 12 * 60
    """A log-in ends after so many minutes, whatever was done in it."""
    public_idle_minutes: Minutes = 30
    """The log-in of somebody of the public ends after so many minutes without a request."""
    public_session_minutes: Minutes = 4 * 60
    """It ends after so many minutes, whatever was done in it."""
    code_phone: str = "console"
    """How one-time codes reach phones: ``console``, ``http``, ``off``, or the dotted path of a class."""
    code_mail: str = "console"
    """How they reach mail addresses: ``console``, ``mail``, ``off``, or the dotted path of a class."""
    code_gateway_secret_file: Path | None = None
    """A file that holds the secret with which calls to the gateway are signed."""
    code_gateway: str = ""
    """The address that gets a phone number and a code as JSON, where ``code_phone`` is ``http``."""
    lockout_failures: Annotated[int, Field(ge=3, le=100)] = 5
    """So many failures of one name from one address lock that name there."""
    lockout_minutes: Minutes = 15
    """How long the lock holds."""
    oidc_issuer: str = ""
    """Address of the city's unified identity (OpenID Connect); empty where there is none."""
    oidc_client: str = ""
    """The name under which the unified identity knows this installation."""
    oidc_claim: Annotated[str, Field(min_length=1)] = "preferred_username"
    """The claim that holds the log-in name of a person."""
    oidc_secret_file: Path | None = None
    """A file that holds the secret agreed with the unified identity."""
    form_seconds: Annotated[int, Field(ge=0, le=30)] = 2
    """A form of the public that comes back sooner than this is shown once more before it is taken."""

    @property
    def oidc_secret(self) -> str:
        """The secret agreed with the unified identity, read once at start."""
        return self.oidc_secret_file.read_text("utf-8").strip() if self.oidc_secret_file else ""

    @property
    def code_gateway_secret(self) -> str:
        """The secret agreed with the gateway of text messages."""
        file = self.code_gateway_secret_file
        return file.read_text("utf-8").strip() if file else ""

    @property
    def metrics_token(self) -> str:
        """The token for ``/metrics``; empty where only this machine reads it."""
        return self.metrics_token_file.read_text("utf-8").strip() if self.metrics_token_file else ""

    @property
    def privacy(self) -> str:
        """The district's own notice; empty where it gave none."""
        return self.privacy_file.read_text("utf-8") if self.privacy_file else ""

    @property
    def lockout(self) -> timedelta:
        """How long a lock holds."""
        return timedelta(minutes=self.lockout_minutes)

    @field_validator("hosts", "second_factor", "plain", "webhook_hosts", mode="before")
    @classmethod
    def _split(cls, value: object) -> object:
        return (
            tuple(p for part in value.split(",") if (p := part.strip())) if isinstance(value, str) else value
        )

    @field_validator("hosts")
    @classmethod
    def _names(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        if not value or not all(NAME.fullmatch(name) for name in value):
            raise ValueError("须为主机名，如 fazhi.example.org，不带 https://、端口和路径")
        return value

    @field_validator("mail_from")
    @classmethod
    def _an_address(cls, value: str) -> str:
        is_address = value.isprintable() and re.fullmatch(r"[^@\s]+@[^@\s]+", parseaddr(value)[1])
        if value and not is_address:
            raise ValueError("须为邮箱地址，如 fazhi@example.org")
        return value

    @field_validator("scan")
    @classmethod
    def _a_command(cls, value: str) -> str:
        try:
            shlex.split(value)
        except ValueError:
            raise ValueError("须为一条命令，引号成对") from None
        return value

    @field_validator("fonts")
    @classmethod
    def _a_folder(cls, value: Path | None) -> Path | None:
        if value is not None and not value.is_dir():
            raise ValueError("须为已有的字体目录")
        return value

    @field_validator("database", "mail")
    @classmethod
    def _sealed_line(cls, value: str, info: ValidationInfo) -> str:
        if value:
            demand = transport.demand_mail if info.field_name == "mail" else transport.demand_database
            demand(value, plain=info.field_name in info.data.get("plain", ()))
        return value

    @field_validator("code_phone", "code_mail")
    @classmethod
    def _known_sender(cls, value: str, info: ValidationInfo) -> str:
        own = DOTTED.fullmatch(value)
        if not own and value not in SENDERS[str(info.field_name)]:
            raise ValueError(
                f"须为 {'、'.join(SENDERS[str(info.field_name)])} 或者类的路径，如 package.Sender"
            )
        if value == "mail" and not info.data.get("mail"):
            raise ValueError("用邮件发送时，须同时设置 FAZHI_MAIL")
        return value

    @field_validator("code_gateway")
    @classmethod
    def _whole_gateway(cls, value: str, info: ValidationInfo) -> str:
        url = urlsplit(value)
        if value and not (url.scheme in ("http", "https") and url.hostname):
            raise ValueError("须为 https:// 开头的完整网址")
        if info.data.get("code_phone") == "http" and not (
            value and info.data.get("code_gateway_secret_file")
        ):
            raise ValueError("用短信网关发送时，须同时设置 FAZHI_CODE_GATEWAY_SECRET_FILE 和本项")
        return value

    @field_validator("oidc_issuer")
    @classmethod
    def _sealed_issuer(cls, value: str) -> str:
        """The answers of the issuer are believed because TLS vouches for it; this machine needs none."""
        url = urlsplit(value)
        if value and not (url.scheme == "https" and url.hostname) and url.hostname not in HERE:
            raise ValueError("须以 https:// 开头")
        return value.rstrip("/")

    @field_validator("oidc_secret_file", "metrics_token_file", "code_gateway_secret_file", "privacy_file")
    @classmethod
    def _readable_secret(cls, value: Path | None) -> Path | None:
        try:
            filled = value is None or value.read_text("utf-8").strip()
        except (OSError, UnicodeDecodeError):
            raise ValueError(f"文件 {value} 不存在、不能读取，或者不是 UTF-8 文本") from None
        if not filled:
            raise ValueError(f"文件 {value} 为空")
        return value

    def secret_files(self) -> list[Path]:
        """Files of secrets that settings name."""
        named = (self.oidc_secret_file, self.metrics_token_file, self.code_gateway_secret_file)
        return [file for file in named if file]

    @field_validator("oidc_secret_file")
    @classmethod
    def _whole_oidc(cls, value: Path | None, info: ValidationInfo) -> Path | None:
        if info.data.get("oidc_issuer") and not (value and info.data.get("oidc_client")):
            raise ValueError("设置 FAZHI_OIDC_ISSUER 时，须同时设置 FAZHI_OIDC_CLIENT 和本项")
        return value


def read(environ: dict[str, str] | None = None) -> Config:
    """The configuration of this process; a ``Fault`` names the setting that is wrong."""
    source = os.environ if environ is None else environ
    given = {k.removeprefix(PREFIX).lower(): v for k, v in source.items() if k.startswith(PREFIX)}
    known = {k: v for k, v in given.items() if k in Config.model_fields}
    _no_misspelt(given.keys() - known.keys())
    handed = credential.given(folder := credential.folder(source))
    _not_twice(known, handed)
    try:
        return Config.model_validate({**known, **handed, "secrets": folder})
    except ValidationError as error:
        first = error.errors()[0]
        name = PREFIX + str(first["loc"][0]).upper()
        raise Fault(
            "config.E001", f"设置 {name} 无效：{misfit.told(first)}", "请改正该环境变量后重新启动"
        ) from None


def _no_misspelt(names: Iterable[str]) -> None:
    """A setting that counts for nothing, because its name is misspelt, is missed only in an accident."""
    for name in sorted(names):
        if meant := get_close_matches(name, Config.model_fields, 1, MISSPELT):
            wrong = f"没有 {PREFIX}{name.upper()} 这项设置"
            raise Fault("config.E002", wrong, f"是否应为 {PREFIX}{meant[0].upper()}；请改名或者删去")


def _not_twice(known: dict[str, str], handed: dict[str, object]) -> None:
    """Of a password in two places nobody knows which one counts."""
    for name in sorted(name for name in handed if known.get(name)):
        wrong = f"{PREFIX}{name.upper()} 既写在环境变量里，又在密钥库里"
        raise Fault("config.E003", wrong, "请从环境变量中删去")


def secret_keys(config: Config) -> list[str]:
    """The key that signs sessions, then earlier ones that still open what was made with them.

    The first is made once for an installation, readable by its owner only, unless it is handed over.
    """
    home, handed = config.home, config.secrets
    if not (handed and (handed / SECRET).is_file()):
        _own(home / SECRET, secrets.token_urlsafe(50))
    (current,) = credential.found(home, handed, SECRET)
    return [
        path.read_text("utf-8") for path in (current, *credential.found(home / "keys", handed, EARLIER)[::-1])
    ]


def _own(path: Path, content: str = "") -> None:
    """Make a file where there is none, for its owner alone."""
    try:
        if not path.exists():
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            path.touch(mode=0o600)
            path.write_text(content, "utf-8")
        path.open("rb").close()
    except OSError as error:
        wrong = f"设置 {PREFIX}HOME 无效：不能读写 {path}（{error.strerror}）"
        raise Fault("config.E001", wrong, "请改为可以写入的文件夹，或者改正权限") from None


def database(config: Config) -> dict[str, object]:
    """Django's database entry: SQLite with a write-ahead log, or PostgreSQL.

    PostgreSQL binds the values itself; which statements it keeps is for ``fazhi.statement`` to say.
    """
    if not config.database:
        _own(config.home / "fazhi.sqlite3")  # its journals take over who may read it
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": config.home / "fazhi.sqlite3",
            "OPTIONS": {
                "transaction_mode": "IMMEDIATE",
                "timeout": 20,
                "init_command": "; ".join(PRAGMAS),
            },
        }
    entry = transport.database(config.database)
    options = {**entry["OPTIONS"], "server_side_binding": True}
    return {
        **entry,
        "ENGINE": "django.db.backends.postgresql",
        "CONN_MAX_AGE": 60,
        "OPTIONS": options,
    }


def mail(config: Config) -> dict[str, object]:
    """Django's mail settings: a server, or the console."""
    if not config.mail:
        return {"EMAIL_BACKEND": "django.core.mail.backends.console.EmailBackend"}
    return transport.mail(config.mail)
