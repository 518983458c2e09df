"""The word of the office's own scanner on a file (FAZHI_SCAN); without one nothing is scanned."""

import shlex
import subprocess

from django.conf import settings

from fazhi.fault import Fault

SECONDS = 60
NOT_SCANNED = Fault(
    "documents.W003",
    "没有配置病毒扫描，上传的文件未经扫描",
    "请设置 FAZHI_SCAN，例如 clamdscan --no-summary -",
)


def scanned() -> bool:
    """Whether a scanner is set."""
    return bool(settings.CONFIG.scan)


def check(name: str, data: bytes) -> None:
    """Give the file to the scanner on its standard input: exit code 0 is clean, 1 is not.

    ``Fault`` documents.E056 where it found something, documents.E057 where it gave no answer: a file that
    nobody looked at is not taken while a scanner is set.
    """
    if not scanned():
        return
    if (answer := _answer(data)) == 1:
        raise Fault("documents.E056", f"病毒扫描不接受“{name}”", "请检查文件来源，勿再发送")
    if answer != 0:
        raise Fault("documents.E057", "病毒扫描没有完成，文件未保存", "请稍后再试，或者联系系统管理员")


def _answer(data: bytes) -> int | None:
    command = shlex.split(settings.CONFIG.scan)
    try:
        return subprocess.run(
            command, input=data, capture_output=True, timeout=SECONDS, check=False
        ).returncode
    except (OSError, subprocess.TimeoutExpired):
        return None
