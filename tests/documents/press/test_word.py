"""The Word file says what the PDF says, on a page of the same measures, and names nobody."""

import io
import shutil
import subprocess
import zipfile
from datetime import date
from pathlib import Path

import pytest
from docx import Document
from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Pt
from lxml import etree
from pypdf import PdfReader

from fazhi.documents.paper import Head, Paper, Signature, layout, paragraphs
from fazhi.documents.press import markup
from fazhi.documents.press.word import docx
from tests.documents.paper.test_paper import SIGNED, sample


def opened(paper: Paper) -> WordDocument:
    return Document(io.BytesIO(docx(paper)))


def text(document: WordDocument) -> str:
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(p.text for p in document.paragraphs), *cells])


def test_every_part_is_in_the_file() -> None:
    found = text(opened(sample()))
    for part in (
        "试验区司法局文件", "试司〔2026〕12号", "000001", "秘密★1年", "特急", "各街道办事处、区政府各部门：",
        "一、范围", "（一）处罚案卷。十件。", "附件：1. 评查标准", "2. 评查汇总表", "2026年3月5日",
        "（此件主动公开）", "抄送：区委办公室。", "2026年3月6日印发", "2KFM 8QXT 7HNW",
    ):  # fmt: skip
        assert part in found, part


def test_the_type_area_is_156_by_225_mm() -> None:
    section = opened(sample()).sections[0]
    sides = [section.page_width, section.left_margin, section.right_margin]
    assert None not in sides
    width, left, right = (side.mm for side in sides if side is not None)
    assert round(width - left - right) == layout.AREA[0]
    assert section.top_margin is not None
    assert round(section.top_margin.mm) == 37


def test_the_file_names_the_organ_and_no_person() -> None:
    known = opened(sample()).core_properties
    assert known.author == known.last_modified_by == "试验区司法局"
    assert known.comments == ""


def xml(paper: Paper, part: str = "word/document.xml") -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(docx(paper))) as file:
        return etree.fromstring(file.read(part))


def attribute(found: etree._Element, name: str) -> str:
    return found.get(qn(f"w:{name}")) or ""


def line(paper: Paper, words: str) -> etree._Element:
    """The paragraph with these words."""
    found = (
        p for p in xml(paper).iter(qn("w:p")) if words in "".join(t.text or "" for t in p.iter(qn("w:t")))
    )
    return next(found)


def test_properties_stand_in_the_order_without_which_word_refuses_a_file() -> None:
    papers = (
        sample(),
        sample(head=Head("试验区司法局文件", "1号", signers=("演示·甲", "演示·乙", "演示·丙"))),
    )
    for kind, order in (("pPr", markup.PARAGRAPH), ("rPr", markup.RUN)):
        for form in (form for paper in papers for form in xml(paper).iter(qn(f"w:{kind}"))):
            places = [order.index(held.tag.partition("}")[2]) for held in form]
            assert places == sorted(set(places))


def test_each_part_names_its_chinese_face_its_size_and_its_grid() -> None:
    for words, face, size in (
        ("试验区司法局文件", "方正小标宋简体", 48), ("开展案卷评查工作的通知", "方正小标宋简体", 22),
        ("试司〔2026〕12号", "仿宋_GB2312", 16), ("特急", "黑体", 16), ("一、范围", "黑体", 16),
        ("（一）处罚案卷", "楷体_GB2312", 16), ("现将有关事项", "仿宋_GB2312", 16),
        ("抄送：", "仿宋_GB2312", 14),
    ):  # fmt: skip
        run = next(r for r in line(sample(), words).iter(qn("w:r")) if "".join(r.itertext()).strip())
        fonts, points = run.find(f".//{qn('w:rFonts')}"), run.find(f".//{qn('w:sz')}")
        assert fonts is not None
        assert points is not None
        assert (attribute(fonts, "eastAsia"), attribute(fonts, "hint")) == (face, "eastAsia"), words
        assert int(attribute(points, "val")) == 2 * size, words
    text = line(sample(), "现将有关事项")
    spacing = text.find(f"{qn('w:pPr')}/{qn('w:spacing')}")
    assert spacing is not None
    assert attribute(spacing, "lineRule") == "exact"
    assert int(attribute(spacing, "line")) * layout.LINES <= layout.AREA[1] * layout.MM * 20
    spread = text.find(f".//{qn('w:rPr')}/{qn('w:spacing')}")
    assert spread is not None
    character = layout.SIZE_3 + int(attribute(spread, "val")) / 20
    assert character * 28 <= layout.AREA[0] * layout.MM < character * 28.2


def test_a_machine_without_the_faces_is_told_their_other_names_and_that_the_text_is_chinese() -> None:
    fonts = {
        attribute(font, "name"): {attribute(name, "val") for name in font.iter(qn("w:altName"))}
        for font in xml(sample(), "word/fontTable.xml")
    }
    assert {"方正小标宋简体", "仿宋_GB2312", "楷体_GB2312", "黑体", "宋体"} == set(fonts)
    assert "仿宋" in next(iter(fonts["仿宋_GB2312"])).split(",")
    (language,) = xml(sample(), "word/styles.xml").iter(qn("w:lang"))
    assert attribute(language, "eastAsia") == "zh-CN"
    (theme,) = xml(sample(), "word/settings.xml").iter(qn("w:themeFontLang"))
    assert attribute(theme, "eastAsia") == "zh-CN"


def test_page_numbers_stand_outside_on_both_kinds_of_page() -> None:
    section = opened(sample()).sections[0]
    assert opened(sample()).settings.odd_and_even_pages_header_footer
    for footer, align, side in (
        (section.footer, WD_ALIGN_PARAGRAPH.RIGHT, "right_indent"),
        (section.even_page_footer, WD_ALIGN_PARAGRAPH.LEFT, "left_indent"),
    ):
        number = footer.paragraphs[0]
        assert number.alignment == align
        assert getattr(number.paragraph_format, side).pt == pytest.approx(layout.CHARACTER, abs=0.1)
        assert number.text == "—  —"
        assert number.runs[0].font.size == Pt(layout.SIZE_4)


def test_the_signature_stays_with_the_end_of_the_text_and_the_colophon_on_the_lower_edge() -> None:
    paper = sample(attachments=(), signature=Signature("试验区司法局", SIGNED.day, sealed=True))
    lines = opened(paper).paragraphs
    (day,) = [n for n, one in enumerate(lines) if one.text == "2026年3月5日"]
    framed = [n for n, one in enumerate(lines) if one._element.find(f".//{qn('w:framePr')}") is not None]
    kept = [n for n in range(day - 7, day) if n not in framed]
    assert all(lines[n].paragraph_format.keep_with_next for n in kept)
    assert lines[kept[0]].text == "（1）随机"
    frame = line(paper, "抄送：").find(f".//{qn('w:framePr')}")
    assert frame is not None
    assert (attribute(frame, "vAnchor"), attribute(frame, "yAlign")) == ("margin", "bottom")
    black = [one for one in xml(paper).iter(qn("w:p")) if one.find(f".//{qn('w:shd')}") is not None]
    heights = [attribute(one.find(f".//{qn('w:spacing')}"), "line") for one in black]  # type: ignore[arg-type]
    assert heights == ["20", "14", "20"]


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not on this machine")
def test_another_program_shows_22_lines_on_a_page_and_every_part_in_its_place(tmp_path: Path) -> None:
    (tmp_path / "paper.docx").write_bytes(docx(sample(body=paragraphs("\n".join(["各单位执行。"] * 40)))))
    home = f"-env:UserInstallation={(tmp_path / 'office').as_uri()}"
    call = ["soffice", home, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path)]
    subprocess.run([*call, str(tmp_path / "paper.docx")], check=True, capture_output=True, timeout=120)
    shown = PdfReader(tmp_path / "paper.pdf").pages
    assert [round(float(side) / layout.MM) for side in shown[0].mediabox[2:]] == list(layout.PAGE)
    assert shown[1].extract_text().count("各单位执行。") == layout.LINES
    found: dict[str, float] = {}

    def visit(text: str, cm: list[float], tm: list[float], *_: object) -> None:
        found.setdefault(text.strip(), 297 - (tm[5] * cm[3] + cm[5]) / layout.MM)

    shown[len(shown) - 1].extract_text(visitor_text=visit)
    assert 245 < next(y for text, y in found.items() if text.startswith("抄送")) < 262
    assert 267 < next(y for text, y in found.items() if text.startswith("—")) < 276


def test_a_long_organ_is_never_pushed_off_the_page() -> None:
    organ = "试验区人民政府某某街道办事处综合行政执法大队"
    paper = sample(signature=Signature(organ, date(2026, 3, 5), sealed=True))
    lines = [line for line in opened(paper).paragraphs if line.text in paper.signed]
    assert "".join(line.text for line in lines) == organ
    for signed in lines:
        right = signed.paragraph_format.right_indent
        assert right is not None
        assert right.pt >= 0
