"""The folder of an import: papers of old files lie in it, and nothing outside it is ever opened."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from pathlib import Path, PureWindowsPath

from fazhi.cases.actions.paper import demand_size
from fazhi.fault import Fault

Look = Callable[[str, bytes], str]
"""What the installation demands of every file that comes in; gives the name that it is kept under."""


@dataclass(frozen=True)
class Enclosure:
    """A file that was looked at and is to be a paper; its content is read again when it is kept.

    So no more than one file is in memory, however many come in, and what is kept is what was judged.
    """

    title: str
    file_name: str
    path: Path
    digest: str
    size: int

    @property
    def content(self) -> bytes:
        """The file once more; ``Fault`` cases.E076 where it is another by now."""
        found = _read(self.path, self.file_name)
        if sha256(found).hexdigest() != self.digest:
            wrong = f"文件“{self.file_name}”在核对之后、写入之前被改动，本次没有导入任何案件"
            raise Fault("cases.E076", wrong, "请确认没有人在改动材料文件，再重新导入")
        return found


@dataclass(frozen=True)
class Bundle:
    """A folder, and what is demanded of the files in it."""

    folder: Path
    look: Look

    def enclosure(self, title: str, name: str) -> Enclosure:
        """The file at a path within the folder, as a paper under a title.

        ``Fault`` cases.E074 for a path that leads out of it, cases.E075 for one at which there is no file,
        cases.E011 and cases.E012 for an empty and for a big one, and whatever ``look`` refuses.
        """
        path = self._path(name)
        demand_size(title, _size(path, name))
        content = _read(path, name)
        shown = self.look(path.name, content)
        return Enclosure(title, shown, path, sha256(content).hexdigest(), len(content))

    def _path(self, name: str) -> Path:
        """Where a name leads, links followed."""
        if not _plain(name):
            raise _outside(name)
        try:
            found = (self._root / name).resolve()
        except (OSError, RuntimeError, ValueError):
            raise _missing(name) from None
        if not found.is_relative_to(self._root):
            raise _outside(name)
        return found

    @cached_property
    def _root(self) -> Path:
        return self.folder.resolve()


def _plain(name: str) -> bool:
    """Whether a name goes down step by step, as every system reads it alike.

    >>> [_plain(name) for name in ("1号/申请书.pdf", "../x", "/etc/passwd", "C:x", "a\\\\b", "a//b", "")]
    [True, False, False, False, False, False, False]
    """
    drive = PureWindowsPath(name).drive
    return not drive and "\\" not in name and not {"", ".", ".."} & set(name.split("/"))


def _size(path: Path, name: str) -> int:
    try:
        if path.is_file():
            return path.stat().st_size
    except (OSError, ValueError):
        pass
    raise _missing(name)


def _read(path: Path, name: str) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        raise _missing(name) from None


def _outside(name: str) -> Fault:
    wrong = f"材料的路径“{name[:80]}”不在导入文件所在的文件夹之内"
    return Fault("cases.E074", wrong, "请把材料放进该文件夹，写相对路径，用 / 分隔，不用 .. 和链接")


def _missing(name: str) -> Fault:
    wrong = f"导入文件所在的文件夹中没有可读的文件“{name[:80]}”"
    return Fault("cases.E075", wrong, "请核对路径、文件名的大小写和读取权限")
