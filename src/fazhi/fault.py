"""What a person is told when something cannot be done: one shape for every face."""

from dataclasses import asdict, dataclass


@dataclass(eq=False)
class Fault(Exception):
    """A refusal a person can act on: what was wrong, on which article it rests, what to do next.

    ``code`` is stable and documented (``outline.E001``); ``basis`` is a citation, empty where none speaks.

    >>> print(Fault("outline.E001", "文件不是文档", "请上传 TXT、DOCX 或 HTML 文件"))
    [outline.E001] 文件不是文档。请上传 TXT、DOCX 或 HTML 文件。
    """

    code: str
    wrong: str
    remedy: str
    basis: str = ""

    def __str__(self) -> str:
        basis = f"（依据：{self.basis}）" if self.basis else ""
        return f"[{self.code}] {self.wrong}{basis}。{self.remedy}。"

    def as_dict(self) -> dict[str, str]:
        """The same refusal for a machine."""
        return asdict(self)
