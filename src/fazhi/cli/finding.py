"""One item of the state of an installation: how it is, and what is to be done."""

from dataclasses import dataclass
from enum import StrEnum


class Level(StrEnum):
    OK = "ok"
    WARN = "warn"
    FAIL = "fail"


@dataclass(frozen=True)
class Finding:
    """One item of the state.

    >>> print(Finding("check.C04", Level.FAIL, "密钥文件可被他人读取", "请运行 chmod 600 var/secret.key"))
    fail  [check.C04] 密钥文件可被他人读取。请运行 chmod 600 var/secret.key。
    """

    code: str
    level: Level
    text: str
    remedy: str = ""

    def __str__(self) -> str:
        remedy = f"{self.remedy}。" if self.remedy else ""
        return f"{self.level:4}  [{self.code}] {self.text}。{remedy}"
