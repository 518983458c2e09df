"""What is printed is what the paper says: every word, every glyph, in the places of the standard."""

import io
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
import zxingcpp
from pypdf import PdfReader
from pypdf.generic import ContentStream

from fazhi.documents.paper import Head, Paper, Proof, Signature, layout, paragraphs
from fazhi.documents.press.font import Cabinet, cabinet
from fazhi.documents.press.pdf import pdf
from fazhi.fault import Fault
from tests.documents.paper.test_paper import SIGNED, sample

RARE = "𠮷㛃囍〇々①⑩㈠—…“”‘’《》〔〕·、。，；：？！（）【】℃㎡％"
NOWHERE = "\U000f1234"
"""A private code point: no font of any machine is to know it."""

needs_fonts = pytest.mark.skipif(not cabinet().chosen("body"), reason="this machine has no Chinese font")
pytestmark = needs_fonts


def pages(paper: Paper) -> list[str]:
    return [page.extract_text() for page in PdfReader(io.BytesIO(pdf(paper).content)).pages]


def glyphs(content: bytes) -> Iterator[int]:
    """The number of every glyph that the file draws; 0 is the box of a missing one."""
    reader = PdfReader(io.BytesIO(content))
    for page in reader.pages:
        for operands, operator in ContentStream(page["/Contents"], reader).operations:
            if operator in (b"Tj", b"TJ"):
                pieces = operands[0] if operator == b"TJ" else operands
                for piece in pieces:
                    if not isinstance(piece, (int, float)):
                        raw = piece.original_bytes
                        yield from (int.from_bytes(raw[n : n + 2]) for n in range(0, len(raw), 2))


def places(paper: Paper, page: int = 0) -> dict[str, tuple[float, float]]:
    """Where each run of text begins: mm from the left and from the top of the page."""
    found: dict[str, tuple[float, float]] = {}

    def visit(text: str, cm: list[float], tm: list[float], *_: object) -> None:
        if text.strip():
            x = (tm[4] * cm[0] + tm[5] * cm[2] + cm[4]) / layout.MM
            y = 297 - (tm[4] * cm[1] + tm[5] * cm[3] + cm[5]) / layout.MM
            found.setdefault(text.strip(), (x, y))

    PdfReader(io.BytesIO(pdf(paper).content)).pages[page].extract_text(visitor_text=visit)
    return found


def test_every_part_is_on_the_page() -> None:
    text = "".join(pages(sample())).replace("\n", "")
    for part in (
        "试验区司法局文件", "试司〔2026〕12号", "000001", "秘密★1年", "特急", "各街道办事处、区政府各部门：",
        "一、范围", "（一）处罚案卷。十件。", "评查汇总表", "2026年3月5日", "（此件主动公开）",
        "区委办公室。", "2026年3月6日印发", "2KFM 8QXT 7HNW",
    ):  # fmt: skip
        assert part.replace(" ", "") in text.replace(" ", ""), part


def test_no_glyph_is_missing_among_rare_characters_and_signs() -> None:
    paper = sample(body=paragraphs(RARE))
    printed = pdf(paper)
    assert not [w for w in printed.warnings if w.code == "documents.W001"]
    drawn = list(glyphs(printed.content))
    assert len(drawn) > len(RARE)
    assert 0 not in drawn


def test_a_missing_glyph_is_told_with_its_character() -> None:
    printed = pdf(sample(body=paragraphs(f"当事人{NOWHERE}某")))
    told = next(w for w in printed.warnings if w.code == "documents.W001")
    assert "缺 1 个字" in told.wrong
    assert "U+F1234" in told.wrong
    assert 0 in list(glyphs(printed.content))


def test_markup_in_a_paper_stays_words() -> None:
    text = "".join(pages(sample(body=paragraphs('#read("/etc/passwd") *甲* $x$ #pagebreak() _乙_'))))
    assert '#read("/etc/passwd")' in text
    assert "*甲*" in text


def test_the_same_paper_gives_the_same_bytes() -> None:
    assert pdf(sample()).content == pdf(sample()).content


def test_the_page_is_a4_and_the_text_stands_in_the_type_area() -> None:
    box = PdfReader(io.BytesIO(pdf(sample()).content)).pages[0].mediabox
    assert (round(box.width / layout.MM), round(box.height / layout.MM)) == layout.PAGE
    x, y = places(sample(head=None))["各街道办事处、区政府各部门："]
    assert x == pytest.approx(28, abs=0.5)
    assert y > 37


def test_the_mark_stands_35_mm_below_the_upper_edge_of_the_type_area() -> None:
    head = Head("试验区司法局文件", "试司〔2026〕1号")
    size = layout.mark_size(head.mark)
    _, baseline = places(sample(head=head))["试验区司法局文件"]
    assert baseline - 0.88 * size / layout.MM == pytest.approx(37 + 35, abs=0.6)


def test_a_full_page_has_22_lines_of_28_characters() -> None:
    paper = sample(head=None, addressees=(), title="题", body=paragraphs("\n".join(["国" * 200] * 12)))
    second = [line for line in pages(paper)[1].splitlines() if set(line.strip()) == {"国"}]
    assert len(second) == 22
    assert max(len(line.strip()) for line in second) == 28


def test_page_numbers_stand_right_on_odd_and_left_on_even_pages() -> None:
    paper = sample(body=paragraphs("\n".join(["国" * 200] * 12)))
    first = next(x for text, (x, _) in places(paper, 0).items() if text.startswith("—"))
    second = next(x for text, (x, _) in places(paper, 1).items() if text.startswith("—"))
    assert first > 150
    assert second == pytest.approx(28 + 14 / layout.MM, abs=1)


def test_a_sealed_day_leaves_four_characters_free() -> None:
    paper = sample(signature=Signature("试验区司法局", SIGNED.day, sealed=True))
    found = [
        (text, x) for page in range(len(pages(paper))) for text, (x, _) in places(paper, page).items()
        if text.startswith("2026年3月5日") and "印发" not in text
    ]  # fmt: skip
    assert found
    x = found[0][1]
    assert 184 - 4 * layout.CHARACTER / layout.MM - x == pytest.approx(
        6 * layout.CHARACTER / layout.MM, abs=5
    )


def test_a_slip_is_one_page_of_80_mm_and_leaves_lines_to_sign_on() -> None:
    told = paragraphs("一、违法事实\n占用盲道。\n" + "应当改正。" * 60 + "\n执法人员（签名或者盖章）：")
    paper = Paper("试验区城市管理局\n行政处罚决定书", told, SIGNED, number="试城〔2026〕1号", slip=True)
    reader = PdfReader(io.BytesIO(pdf(paper).content))
    (page,) = reader.pages
    assert round(float(page.mediabox.width) / layout.MM) == 80
    text = "".join(page.extract_text().split())
    for part in (
        "行政处罚决定书",
        "试城〔2026〕1号",
        "占用盲道。",
        "执法人员（签名或者盖章）：",
        SIGNED.organ,
    ):
        assert part in text
    assert 0 not in glyphs(pdf(paper).content)


@pytest.mark.skipif(not shutil.which("pdftoppm"), reason="poppler is not on this machine")
@pytest.mark.parametrize(("slip", "dots"), [(True, 203), (False, 300)], ids=["roll", "A4"])
def test_the_code_is_read_from_what_a_printer_of_few_dots_prints(
    slip: bool, dots: int, tmp_path: Path
) -> None:
    address = "https://a-rather-long-name.example.org/verify/2KFM8QXT7HNW"
    paper = sample(proof=Proof(address, "2KFM8QXT7HNW"), slip=slip)
    content = pdf(paper).content
    (tmp_path / "paper.pdf").write_bytes(content)
    last = str(len(PdfReader(io.BytesIO(content)).pages))
    call = ["pdftoppm", "-mono", "-r", str(dots), "-f", last, "-singlefile", "paper.pdf", "page"]
    subprocess.run(call, check=True, cwd=tmp_path, capture_output=True)
    _, size, bits = (tmp_path / "page.pbm").read_bytes().split(b"\n", 2)
    wide, high = map(int, size.split())
    row = (wide + 7) // 8
    black = bytes(255 * (not byte >> n & 1) for byte in bits for n in range(7, -1, -1))
    (code,) = zxingcpp.read_barcodes(memoryview(black).cast("B", (high, row * 8)))
    assert code.text == address


def test_a_long_number_is_not_torn_on_a_roll() -> None:
    number = "试验区综合行政执法局街道办事处罚〔2026〕1234号"
    (page,) = PdfReader(io.BytesIO(pdf(sample(number=number, head=None, slip=True)).content)).pages
    assert any("〔2026〕1234号" in line for line in page.extract_text().splitlines())
    assert all(4 <= x <= 76 for x, _ in places(sample(number=number, slip=True)).values())


def test_a_long_last_paragraph_fills_the_page_before_the_signature() -> None:
    body = paragraphs("\n".join(["示例。"] * 10 + ["对本决定不服的，可以申请行政复议。" * 14]))
    first, second = pages(Paper("标题", body, SIGNED))
    assert len(first.split()) >= 18
    assert SIGNED.organ in second
    assert (
        "".join((first + second).replace("— 1 —", "").split()).count("对本决定不服的，可以申请行政复议。")
        == 14
    )


def test_a_number_is_not_torn_where_a_paragraph_is_parted() -> None:
    for shift in range(12):
        long = "示" * shift + "于2026年12月31日前缴纳罚款12345.67元（《示例办法》第一条）。" * 9
        body = paragraphs("\n".join(["示例。"] * 9 + [long]))
        lines = [line for page in pages(Paper("标题", body, SIGNED)) for line in page.splitlines()]
        assert not [line for line in lines if line[:1] in "，。、；）》" or line[-1:] in "（《"]
        assert "".join(lines).count("12345.67") == 9


def test_lines_to_sign_on_stay_with_the_signature() -> None:
    blanks = ["当事人（签名）：", "记录人（签名）：", "主持人（签名）："]
    first, second = pages(Paper("听证笔录", paragraphs("\n".join(["示例。"] * 17 + blanks)), SIGNED))
    assert not any(blank in first for blank in blanks)
    assert all(blank in second for blank in blanks)


def test_a_machine_without_chinese_fonts_is_told_what_to_do(tmp_path: Path) -> None:
    bare: Cabinet = cabinet(tmp_path, system=False)
    with pytest.raises(Fault, match="documents\\.E003"):
        pdf(sample(), bare)


def test_a_face_that_another_stands_in_for_is_told() -> None:
    told = [w for w in pdf(sample()).warnings if w.code == "documents.W002"]
    assert bool(told) == bool(cabinet().substitutes())


def words_of(paper: Paper) -> list[tuple[int, str, float, float]]:
    """Page, text, mm from the left and mm from the top of every run of text."""
    shown = range(len(pages(paper)))
    return [(page, text, *at) for page in shown for text, at in places(paper, page).items()]


NAME = (
    "试验区新技术产业园区综合物业管理服务与城市更新建设投资开发运营有限责任公司第一分公司某某路营业部及筹备组"
)


@pytest.mark.parametrize("paper", [
    sample(),
    sample(title="关于转发" + "进一步加强和改进行政规范性文件合法性审核工作有关事项" * 2 + "的通知"),
    sample(head=Head(f"{NAME}文件", "试司〔2026〕1号"), signature=Signature(NAME, SIGNED.day, sealed=True)),
    sample(head=None, addressees=(NAME,), body=paragraphs(f"当事人：{NAME}\n" + "国" * 900)),
    sample(head=Head("试验区司法局文件", "试司〔2026〕1号", signers=("演示·甲", "演示·乙丙", "演示·丁"))),
], ids=["all parts", "long title", "organ of 60", "party of 60", "three signers"])  # fmt: skip
def test_nothing_stands_outside_the_type_area_but_page_numbers(paper: Paper) -> None:
    for page, text, x, y in words_of(paper):
        assert 27.5 <= x <= 184.5, (page, text)
        if not text.startswith("—"):
            assert 37 <= y <= 262.5, (page, text)


def test_a_colophon_that_finds_no_room_stands_on_the_lower_edge_of_the_next_page() -> None:
    lines = paragraphs("\n".join(["示例。"] * 12))
    signed = Signature("试验区司法局", SIGNED.day, sealed=True)
    printed = sample(head=None, attachments=(), note="", body=lines, signature=signed)
    (last,) = {page for page, text, _, _ in words_of(printed) if text.endswith("印发")}
    (y,) = [y for page, text, _, y in words_of(printed) if page == last and text.endswith("印发")]
    assert last == 1
    assert SIGNED.organ in pages(printed)[0]
    assert 255 < y < 262


def test_a_long_organ_is_signed_in_lines_beside_the_verification_block() -> None:
    organ = "试验区人民政府某某街道办事处综合行政执法大队"
    paper = sample(signature=Signature(organ, SIGNED.day, sealed=True))
    assert paper.signed == ("试验区人民政府某某街道办事处", "综合行政执法大队")
    code = next(x for _, text, x, _ in words_of(paper) if text.startswith("扫码核验"))
    assert all(x > code + 25 for _, text, x, _ in words_of(paper) if text in paper.signed)


def test_thirty_pages_are_numbered_outside_and_the_last_bears_words_beside_the_signature() -> None:
    paper = sample(
        body=paragraphs("\n".join(["各单位应当按照规定的时限完成任务。" * 16] * 55)), attachments=()
    )
    shown = pages(paper)
    assert len(shown) >= 25
    for n, page in enumerate(shown, 1):
        assert f"—{n}—" in page.replace(" ", "")
    assert "完成任务。" in next(page for page in shown if SIGNED.organ in page and "印发" in page)
    for page in (10, 11):
        x = next(x for text, (x, _) in places(paper, page).items() if text.startswith("—"))
        assert (x > 150) == (page % 2 == 0)
