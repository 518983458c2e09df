"""The opinion as it is written (合法性审核意见书): answers, findings that stand, conclusion."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from fazhi import numeral


@dataclass(frozen=True)
class Answered:
    """An item of the law with the answer in words."""

    title: str
    answer: str
    note: str
    article: str

    @property
    def line(self) -> str:
        return f"{self.title}：{self.answer}。{_ended(self.note)}（{self.article}）"


@dataclass(frozen=True)
class Objection:
    """A finding that the reviewer accepted."""

    clause: str
    text: str
    why: str
    remedy: str
    article: str
    note: str = ""

    @property
    def line(self) -> str:
        words = " ".join(self.text.split())
        basis = f"（{self.article}）" if self.article else ""
        return f"{self.clause}“{words}”：{_ended(self.why + basis)}{_ended(self.remedy)}{_ended(self.note)}"


@dataclass(frozen=True)
class Opinion:
    """All that the opinion says; ``heads`` are 权限, 程序, 内容 with their answers."""

    subject: str
    heads: tuple[tuple[str, tuple[Answered, ...]], ...]
    objections: tuple[Objection, ...]
    advice: tuple[str, ...]
    conclusion: str
    risk: str = ""

    @property
    def text(self) -> str:
        """The body, a paragraph a line, numbered as an official paper is."""
        return "\n".join(self._paragraphs())

    def _paragraphs(self) -> Iterator[str]:
        yield f"对{self.subject}进行了合法性审核，意见如下："
        parts = [(title, [one.line for one in answers]) for title, answers in self.heads]
        parts.append(("对条款的意见", [one.line for one in self.objections] or ["没有。"]))
        parts.append(("法律顾问、公职律师的意见", list(self.advice) or ["没有。"]))
        parts.append(("结论", [_ended(self.conclusion), *_risk(self.risk)]))
        for number, (title, said) in enumerate(parts, 1):
            yield f"{numeral.write(number)}、{title}"
            yield from _numbered(said)


def _numbered(said: Iterable[str]) -> Iterator[str]:
    lines = list(said)
    yield from (f"{n}. {line}" for n, line in enumerate(lines, 1)) if len(lines) > 1 else lines


def _risk(risk: str) -> tuple[str, ...]:
    return (f"法律风险：{_ended(risk)}",) if risk else ()


def _ended(words: str) -> str:
    """Words as a sentence.

    >>> _ended("甲"), _ended("乙。"), _ended("")
    ('甲。', '乙。', '')
    """
    said = " ".join(words.split())
    return said if not said or said[-1] in "。！？" else f"{said}。"
