"""Secrets that a manager of secrets hands to the service as files, apart from its own home (ASVS 6.4.1).

systemd unseals what ``LoadCredentialEncrypted=`` names into ``CREDENTIALS_DIRECTORY``; a container's secrets
are mounted in a folder that ``FAZHI_SECRETS`` names. Nothing is written there.
"""

import os
import stat
import struct
from collections.abc import Iterable, Mapping
from pathlib import Path

from fazhi.fault import Fault

FOLDERS = ("FAZHI_SECRETS", "CREDENTIALS_DIRECTORY")
"""Where the folder is named; the first one that is set counts alone."""
VALUES = {"database": "database", "mail": "mail"}
"""Files that hold the value of a setting."""
FILES = {
    "oidc-secret": "oidc_secret_file",
    "code-gateway-secret": "code_gateway_secret_file",
    "metrics-token": "metrics_token_file",
}
"""Files that are what a setting would name."""
KEYS = ("secret.key", "secret-*.key", "*.master", "*.ed25519", "*.sm2", "*.oidc", "*.pepper")
ACL = "system.posix_acl_access"
USER, OTHERS, READ = 0x02, (0x04, 0x08, 0x20), 4
"""Who an entry of an access list is about: one account; a group, or everybody else."""


def folder(environ: Mapping[str, str]) -> Path | None:
    """Where secrets are handed over, none where they are not; ``Fault`` config.E001 for no folder."""
    name = next((name for name in FOLDERS if environ.get(name)), None)
    if name is None:
        return None
    found = Path(environ[name])
    if not found.is_dir():
        raise Fault("config.E001", f"设置 {name} 无效：没有文件夹 {found}", "请改正该环境变量后重新启动")
    return found


def given(folder: Path | None) -> dict[str, object]:
    """The settings that are handed over; ``Fault`` config.E004 where others could read a secret."""
    if folder is None:
        return {}
    for path in handed(folder):
        _demand_sound(path)
    values = {name: _text(folder / file) for file, name in VALUES.items() if (folder / file).is_file()}
    return {**values, **{name: folder / file for file, name in FILES.items() if (folder / file).is_file()}}


def handed(folder: Path) -> list[Path]:
    """The files there that mean something here, by name."""
    return found(folder, None, *VALUES, *FILES, *KEYS)


def found(own: Path, handed: Path | None, *patterns: str) -> list[Path]:
    """Files of one's own and files handed over, by name; of two with one name the one handed over counts."""
    by_name = {path.name: path for where in (own, handed) if where for path in _matching(where, patterns)}
    return [by_name[name] for name in sorted(by_name)]


def _matching(where: Path, patterns: Iterable[str]) -> list[Path]:
    return [path for pattern in patterns for path in where.glob(pattern) if path.is_file()]


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8").strip()
    except UnicodeDecodeError:
        raise Fault("config.E004", f"密钥库中的 {path} 不是文本", "请重新存入后启动") from None


def _demand_sound(path: Path) -> None:
    if is_open(path):
        wrong = f"密钥库中的 {path} 可被本服务以外的账号读取"
        raise Fault("config.E004", wrong, "请改为只有本服务的账号可读（如 0400）后重新启动")
    if not (os.access(path, os.R_OK) and path.stat().st_size):
        wrong = f"密钥库中的 {path} 是空的，或者本服务不能读取"
        raise Fault("config.E004", wrong, "请核对存入的内容和权限后重新启动")


def is_open(path: Path) -> bool:
    """Whether an account other than the service's could read a file.

    Two ways to hand a file to an account that is not its owner are sound: an access list that names the
    account alone (systemd), and a file of root's for the service's own group alone (Kubernetes' ``fsGroup``).
    """
    if os.name != "posix":
        return False
    held = path.stat()
    if entries := _access_list(path):
        return lets_others(entries, os.geteuid())
    ours = held.st_uid == 0 != os.geteuid() and held.st_gid == os.getegid()
    return bool(stat.S_IMODE(held.st_mode) & (0o037 if ours else 0o077))


def _access_list(path: Path) -> bytes:
    """The file's POSIX access list, nothing where it has none or the system knows none."""
    try:
        return os.getxattr(path, ACL)
    except (AttributeError, OSError):
        return b""


def lets_others(entries: bytes, account: int) -> bool:
    """Whether an access list (a version, then tag, rights and number of each entry) lets others read.

    >>> given = ((1, 4, 0), (2, 4, 990), (4, 0, 0), (16, 4, 0), (32, 0, 0))  # as systemd gives it
    >>> entries = struct.pack("<I", 2) + b"".join(struct.pack("<HHI", *one) for one in given)
    >>> lets_others(entries, 990), lets_others(entries, 991)
    (False, True)
    """
    return any(
        rights & READ and (tag in OTHERS or (tag == USER and number != account))
        for tag, rights, number in struct.iter_unpack("<HHI", entries[4:])
    )
