"""A paper has what it says, in the form the standard gives it, and nothing that cannot be printed."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fazhi.documents.paper import Copies, Head, Paper, Proof, Signature, layout, paragraphs
from fazhi.documents.paper.breaking import NEVER_FIRST, NEVER_LAST, broken, width
from fazhi.documents.paper.issue import chinese
from fazhi.documents.paper.paragraph import paragraph
from fazhi.fault import Fault

SIGNED = Signature("试验区司法局", date(2026, 3, 5))


def sample(**changes: object) -> Paper:
    """A paper with every part that the standard knows."""
    parts: dict[str, object] = {
        "title": "试验区司法局关于\n开展案卷评查工作的通知",
        "body": paragraphs("现将有关事项通知如下。\n一、范围\n（一）处罚案卷。十件。\n1.抽取\n（1）随机"),
        "signature": SIGNED,
        "head": Head("试验区司法局文件", "试司〔2026〕12号", "000001", "秘密★1年", "特急"),
        "addressees": ("各街道办事处", "区政府各部门"),
        "attachments": ("评查标准", "评查汇总表"),
        "note": "此件主动公开",
        "copies": Copies(("区委办公室",), "试验区司法局办公室", date(2026, 3, 6)),
        "proof": Proof("https://example.org/verify/2KFM8QXT7HNW", "2KFM8QXT7HNW"),
    }
    return Paper(**parts | changes)  # type: ignore[arg-type]


def test_a_line_and_a_page_fill_the_type_area() -> None:
    assert round(layout.CHARACTER * layout.CHARACTERS / layout.MM) == 156
    assert round(layout.LINE * layout.LINES / layout.MM) == 225
    assert layout.TOP + layout.AREA[1] + layout.BOTTOM == 297
    assert layout.BINDING + layout.AREA[0] + layout.OUTER == 210


@pytest.mark.parametrize(
    ("line", "level"),
    [
        ("一、总体要求", 1),
        ("二十三、附则", 1),
        ("（二）工作目标", 2),
        ("3．时间安排", 3),
        ("12.责任单位", 3),
        ("（1）牵头单位", 4),
        ("一是加强领导", 0),
        ("2026.3 印发", 0),
        ("(一)半角括号不是层次序数", 0),
    ],
)
def test_the_four_levels_are_told_by_their_numbers(line: str, level: int) -> None:
    assert paragraph(line).level == level


@given(st.text())
def test_heading_and_rest_are_the_whole_line(text: str) -> None:
    part = paragraph(text)
    assert part.lead + part.rest == text.strip()


def test_a_paper_without_text_is_refused() -> None:
    with pytest.raises(Fault, match="documents\\.E001"):
        sample(body=())


@pytest.mark.parametrize("character", ["\0", "\x07", "\ud83d", "\x85", "\ufffe"])
def test_a_character_no_page_can_show_is_refused_by_its_number(character: str) -> None:
    with pytest.raises(Fault, match=f"documents.E002.*{ord(character):04X}"):
        sample(note=f"甲{character}")


def test_every_part_is_asked_for_its_characters() -> None:
    held = sample().characters()
    assert set("〔〕★：此件案卷汇总区委办公室5") <= held["body"]
    assert set("一、范围特急") <= held["hei"]
    assert set("处罚案卷") <= held["kai"]
    assert not any(c.isspace() for use in held.values() for c in use)


def test_days_have_no_leading_zeros() -> None:
    assert chinese(date(2026, 11, 2)) == "2026年11月2日"


@given(
    st.text("关于印发试验区的和《》“”（）、管理办法2026Latin ", max_size=90), st.sampled_from([14, 16, 20])
)
def test_a_broken_title_says_the_same_in_lines_that_fit_and_never_narrow_and_widen_again(
    title: str, room: int
) -> None:
    lines = broken(title, room)
    assert "".join("".join(lines).split()) == "".join(title.split())
    if len(lines) > 1:
        long = [width(line) for line in lines]
        assert max(long) <= room
        assert not any(line[:1] in NEVER_FIRST for line in lines[1:])
        assert not any(line[-1:] in NEVER_LAST for line in lines[:-1])


@pytest.mark.parametrize(
    "title",
    [
        "试验区司法局关于转发市司法局关于/进一步加强和改进行政规范性文件合法性/审核工作有关事项的若干意见的通知",
        "试验区司法局关于做好行政/规范性文件清理工作的通知",
        "关于2026年12月31日前/完成1234567890项任务的通知",
    ],
)
def test_a_long_title_is_broken_between_words(title: str) -> None:
    assert "/".join(broken(title.replace("/", ""), 20)) == title
