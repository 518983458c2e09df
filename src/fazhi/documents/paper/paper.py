"""One 公文: its parts in the order of GB/T 9704—2012, checked before anything is set."""

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from itertools import takewhile

from fazhi.documents.paper import layout
from fazhi.documents.paper.breaking import broken
from fazhi.documents.paper.issue import Copies, Head, Signature
from fazhi.documents.paper.paragraph import Paragraph
from fazhi.documents.paper.proof import Proof
from fazhi.fault import Fault

SHORT = 40
"""A longer line that ends with a colon announces something; a shorter one is to be signed."""
FIXED = "0123456789年月日附件：（）—抄送印发签人，、。扫码核验本文书"
"""What the layout itself adds to the words of a paper."""


@dataclass(frozen=True)
class Paper:
    """A paper as it is issued.

    ``Fault`` documents.E001 where it has no text, E002 where a part holds a character no page can show.
    """

    title: str
    """A line break in it says where it is to be broken: by sense, not by length (7.3.1)."""
    body: tuple[Paragraph, ...]
    signature: Signature
    head: Head | None = None
    """Decisions handed to a party often have none; then the title stands at the top."""
    number: str = ""
    """文号 below the title, for papers without 版头; no clause of the standard places it there."""
    addressees: tuple[str, ...] = ()
    """主送机关, or the party."""
    attachments: tuple[str, ...] = ()
    note: str = ""
    """附注, without its brackets."""
    copies: Copies | None = None
    proof: Proof | None = None
    slip: bool = False
    """Printed in the street on a roll of 80 mm instead of A4."""

    def __post_init__(self) -> None:
        if not self.title.strip() or not self.body:
            raise Fault("documents.E001", "公文没有标题或者正文", "请填写标题和正文")
        if wrong := sorted({c for text in self.texts() for c in text if _invisible(c)} - {"\n"}):
            shown = "、".join(f"U+{ord(c):04X}" for c in wrong)
            raise Fault("documents.E002", f"公文中有不能印出的字符（{shown}）", "请删去后重新生成")

    def texts(self) -> Iterator[str]:
        """Every piece of text that is set."""
        yield from _texts(self)

    @property
    def title_lines(self) -> tuple[str, ...]:
        """The title as its author broke it."""
        return tuple(line.strip() for line in self.title.split("\n") if line.strip())

    @property
    def broken_title(self) -> tuple[str, ...]:
        """The lines in which it is set: those of its author, longer ones broken by sense (7.3.1)."""
        return tuple(part for line in self.title_lines for part in broken(line, layout.IN_TITLE))

    @property
    def signed(self) -> tuple[str, ...]:
        """The organ that signs, in the lines in which it stands over the day."""
        return broken(self.signature.organ, layout.BESIDE if self.proof else layout.SIGNED)

    @property
    def closing(self) -> int:
        """The first of the paragraphs that stay with the signature: lines to sign on, or the last one."""
        written = (part.rest.endswith("：") and len(part.rest) <= SHORT for part in reversed(self.body))
        return len(self.body) - max(1, sum(1 for _ in takewhile(bool, written)))

    @property
    def addressed(self) -> str:
        """主送机关 as one line (7.3.2): a full-width colon after the last."""
        return f"{'、'.join(self.addressees)}：" if self.addressees else ""

    def characters(self) -> dict[str, frozenset[str]]:
        """For each use of a type face the characters it must have; white space needs no glyph."""
        head = self.head or Head("")
        leads = {n: "".join(p.lead for p in self.body if p.level == n) for n in (1, 2)}
        words = {
            "mark": head.mark + self.title,
            "hei": "".join(head.corner) + leads[1],
            "kai": "".join(head.signers) + leads[2],
            "body": "".join(self.texts()) + FIXED,
        }
        return {use: frozenset("".join(text.split())) for use, text in words.items()}


def _invisible(character: str) -> bool:
    """Control characters, and lone halves of a character that came from a broken encoding."""
    point = ord(character)
    return point < 32 or 0x7F <= point < 0xA0 or 0xD800 <= point < 0xE000 or point in (0xFFFE, 0xFFFF)


def _texts(part: object) -> Iterator[str]:
    if isinstance(part, str):
        yield part
    elif isinstance(part, tuple):
        for each in part:
            yield from _texts(each)
    elif is_dataclass(part):
        for field in fields(part):
            yield from _texts(getattr(part, field.name))
