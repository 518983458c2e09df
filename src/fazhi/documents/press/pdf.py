"""A paper as PDF/A-2b (ISO 19005-2): all that is needed to show it is inside the file.

typst sets it by ``paper.typ`` or ``slip.typ``, with the paper's words as data and never as markup.
"""

import json
from dataclasses import dataclass
from datetime import UTC, datetime, time
from functools import lru_cache
from pathlib import Path

import typst

from fazhi.documents.paper import Paper, layout
from fazhi.documents.paper.breaking import broken
from fazhi.documents.paper.issue import chinese
from fazhi.documents.press import quick_response
from fazhi.documents.press.font import FACES, Cabinet, cabinet
from fazhi.fault import Fault

MISSING = "documents.W001"
"""A glyph is missing. PDF/A forbids such a file: it is made as plain PDF, to be looked at and not issued."""
FORM = Path(__file__).with_name("paper.typ")
SLIP = FORM.with_name("slip.typ")
MEASURES = {
    "top": layout.TOP, "bottom": layout.BOTTOM, "binding": layout.BINDING, "outer": layout.OUTER,
    "character": layout.CHARACTER, "line": layout.LINE, "size2": layout.SIZE_2, "size3": layout.SIZE_3,
    "size4": layout.SIZE_4, "markdown": layout.MARK_DOWN, "ruledown": layout.RULE_DOWN,
    "foliodown": layout.FOLIO_DOWN, "thick": layout.THICK, "thin": layout.THIN,
}  # fmt: skip


@dataclass(frozen=True)
class Printed:
    """A file, and what a person must know before it is issued."""

    content: bytes
    warnings: tuple[Fault, ...] = ()


def pdf(paper: Paper, fonts: Cabinet | None = None) -> Printed:
    """The paper as PDF; the same paper gives the same bytes on the same machine.

    ``Fault`` documents.E003 where the machine has no Chinese font at all.
    """
    held = fonts or cabinet()
    if not held.chosen("body"):
        wrong = "本机没有可用的中文字体"
        raise Fault("documents.E003", wrong, "请安装仿宋、宋体或者 Noto Serif CJK SC，或设置 FAZHI_FONTS")
    told = warnings(paper, held)
    made = _compiler(held, SLIP if paper.slip else FORM).compile(
        format="pdf",
        sys_inputs={"paper": json.dumps(_data(paper, held), ensure_ascii=False)},
        pdf_standards=[] if any(w.code == MISSING for w in told) else "a-2b",
        timestamp=datetime.combine(paper.signature.day, time(), UTC),
    )
    assert isinstance(made, bytes)
    return Printed(made, told)


def warnings(paper: Paper, fonts: Cabinet) -> tuple[Fault, ...]:
    """Missing glyphs (documents.W001) and faces that others stand in for (documents.W002)."""
    found: list[Fault] = []
    if lacking := fonts.lacking(paper.characters()):
        listed = "、".join(f"{c}（U+{ord(c):04X}）" for c in lacking)
        remedy = "请安装含有这些字的字体后重新生成，不要以别的字代替"
        found.append(Fault(MISSING, f"本机字体缺 {len(lacking)} 个字：{listed}", remedy))
    if faces := fonts.substitutes():
        wrong = f"本机没有{'、'.join(faces)}，已用其他字体代替"
        remedy = "请安装标准要求的字体，或设置 FAZHI_FONTS 指向字体目录"
        found.append(Fault("documents.W002", wrong, remedy, "GB/T 9704—2012 第5.2.2条"))
    return tuple(found)


@lru_cache(maxsize=4)
def _compiler(held: Cabinet, form: Path) -> typst.Compiler:
    """One compiler for each set of fonts: making one costs ten times what a page costs."""
    return typst.Compiler(form, font_paths=held.fonts)


def _data(paper: Paper, fonts: Cabinet) -> dict[str, object]:
    """What ``paper.typ`` reads."""
    return {
        "measures": MEASURES,
        "faces": {use: fonts.chosen(use) for use in FACES},
        "title": paper.title_lines if paper.slip else paper.broken_title,
        "name": " ".join(paper.title_lines),
        "head": _head(paper),
        "number": broken(paper.number, layout.ON_SLIP) if paper.slip else paper.number,
        "addressed": paper.addressed,
        "body": [{"level": p.level, "lead": p.lead, "rest": p.rest} for p in paper.body],
        "attachments": paper.attachments,
        "closing": paper.closing,
        "organ": paper.signature.organ,
        "signed": paper.signed,
        "day": chinese(paper.signature.day),
        "sealed": paper.signature.sealed,
        "note": paper.note,
        "copies": _copies(paper),
        "proof": _proof(paper),
    }


def _head(paper: Paper) -> dict[str, object] | None:
    head = paper.head
    if head is None:
        return None
    return {
        "corner": head.corner, "mark": head.lines, "size": layout.mark_size(head.lines),
        "number": head.number, "signers": head.signers,
    }  # fmt: skip


def _copies(paper: Paper) -> dict[str, str] | None:
    copies = paper.copies
    if copies is None:
        return None
    printed = f"{chinese(copies.printed_on)}印发" if copies.printed_on else ""
    return {
        "to": f"{'，'.join(copies.to)}。" if copies.to else "",
        "printer": copies.printer,
        "printed": printed,
    }


def _proof(paper: Paper) -> dict[str, str] | None:
    proof = paper.proof
    return {"code": proof.grouped, "image": quick_response.svg(proof.address)} if proof else None
