"""Files a person names on the command line, read up to a limit and refused with a code."""

from pathlib import Path

from fazhi.fault import Fault


def read_bytes(file: Path, limit: int, code: str) -> bytes:
    """The bytes of a file, one more than ``limit`` at most; a ``Fault`` where it cannot be opened."""
    try:
        with file.open("rb") as source:
            return source.read(limit + 1)
    except OSError as error:
        raise Fault(code, f"打不开 {file}（{error.strerror}）", "请检查文件路径和读取权限") from None
