"""What people wrote into a form as it is stored: white space tidied, empty or endless texts refused."""

from fazhi.fault import Fault


def line(text: str, name: str, most: int) -> str:
    """A text of one line; ``Fault`` library.E001 where it is too long.

    >>> line("  甲 \\n 乙 ", "名称", 10)
    '甲 乙'
    """
    return _short(" ".join(text.replace("\0", " ").split()), name, most)


def prose(text: str, name: str, most: int) -> str:
    """A text of many lines, its lines kept."""
    return _short(text.replace("\0", " ").replace("\r\n", "\n").strip(), name, most)


def required(text: str, name: str, basis: str = "") -> str:
    """The text; ``Fault`` library.E002 where there is none."""
    if not text:
        raise Fault("library.E002", f"没有填写{name}", f"请填写{name}", basis)
    return text


def _short(text: str, name: str, most: int) -> str:
    if len(text) > most:
        raise Fault("library.E001", f"{name}超过{most}字", "请缩短后再提交")
    return text
