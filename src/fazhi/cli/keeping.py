"""Where the installation keeps its secrets and its data: vault and encrypted disk, or plain files."""

import os
from collections.abc import Iterator
from pathlib import Path

from fazhi import credential
from fazhi.cli.finding import Finding, Level
from fazhi.config import Config
from fazhi.transport import database, mail

BLOCKS = Path("/sys/dev/block")
SEALED = "CRYPT-"
"""How the kernel's name of a mapped device begins that is encrypted."""


def own(home: Path) -> list[Path]:
    """The secrets that are files of the home folder."""
    return [
        *credential.found(home, None, *credential.KEYS),
        *credential.found(home / "keys", None, *credential.KEYS),
    ]


def inspect(given: Config) -> Finding:
    """Whether every secret is handed over by a manager of secrets (ASVS 1.6.2, 6.4.1)."""
    handed = {path.name for path in credential.handed(given.secrets)} if given.secrets else set[str]()
    plain = [*(path.name for path in own(given.home)), *_written(given, handed)]
    if plain:
        wrong = f"{len(plain)} 项密钥没有交给密钥库：{'、'.join(sorted(plain))}"
        return Finding(
            "check.C18", Level.WARN, wrong, "请按运维手册用 LoadCredentialEncrypted 或者 FAZHI_SECRETS 提供"
        )
    return Finding("check.C18", Level.OK, f"密钥由密钥库提供，共 {len(handed)} 项")


def _written(given: Config, handed: set[str]) -> Iterator[str]:
    """Secrets in variables, and in files that variables name."""
    if given.database and database(given.database)["PASSWORD"] and "database" not in handed:
        yield "FAZHI_DATABASE"
    if given.mail and mail(given.mail)["EMAIL_HOST_PASSWORD"] and "mail" not in handed:
        yield "FAZHI_MAIL"
    for file, name in credential.FILES.items():
        if getattr(given, name) and file not in handed:
            yield f"FAZHI_{name.upper()}"


def disk(home: Path) -> Finding:
    """Whether what is not sealed one by one lies on an encrypted disk (ASVS 6.1.1), as far as can be seen."""
    where = home.stat().st_dev
    if is_sealed(BLOCKS / f"{os.major(where)}:{os.minor(where)}"):
        return Finding("check.C19", Level.OK, "数据所在的磁盘已加密")
    return Finding(
        "check.C19",
        Level.WARN,
        "看不出数据所在的磁盘是否加密",
        "请把数据放在 LUKS 等加密磁盘上，备份同样加密",
    )


def is_sealed(block: Path) -> bool:
    """Whether a block device of the kernel's list is encrypted, or all that it is made of is."""
    name = block / "dm" / "uuid"
    if name.is_file() and name.read_text("ascii").startswith(SEALED):
        return True
    below = list((block / "slaves").glob("*"))
    return bool(below) and all(is_sealed(one) for one in below)
