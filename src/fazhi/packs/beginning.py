"""A new pack to begin with: commented files that pass the check as they are."""

import re
from pathlib import Path

from fazhi.fault import Fault
from fazhi.packs import BUILT_IN

SKELETON = BUILT_IN / "skeleton" / "pack"
NAME = re.compile(r"[a-z0-9-]+")


def begin(folder: Path, above: str) -> tuple[Path, ...]:
    """Write a skeleton into a folder that is new or empty; ``Fault`` pack.E013 where it is neither.

    ``above`` is the id of the pack it builds on. Gives the files written.
    """
    name = folder.resolve().name
    if not NAME.fullmatch(name):
        raise Fault("pack.E013", f"“{name}”不能作规则包的编号", "请用小写字母、数字和连字符命名文件夹")
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise Fault("pack.E013", f"{folder} 已有内容", "请另选一个新的或者空的文件夹")
    return tuple(_written(path, folder, name, above) for path in sorted(SKELETON.rglob("*.yaml")))


def _written(path: Path, folder: Path, name: str, above: str) -> Path:
    target = folder / path.relative_to(SKELETON)
    text = path.read_text("utf-8")
    if path.name == "pack.yaml":
        text = text.replace("id: example ", f"id: {name} ").replace("extends: cn ", f"extends: {above} ")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, "utf-8")
    except OSError as error:
        raise Fault("pack.E013", f"无法写入 {target}（{error.strerror}）", "请检查目录及其权限") from None
    return target
