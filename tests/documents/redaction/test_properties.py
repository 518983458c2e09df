"""What holds for every text: no valid number survives, nothing is hidden twice, spans describe the change."""

import re
from datetime import date

from hypothesis import example, given
from hypothesis import strategies as st

from fazhi.documents.redaction import identity_number, redact
from fazhi.documents.redaction.span import apply

PIECES = st.sampled_from(
    [
        "当事人：",
        "申请人",
        "原告",
        "被告人",
        "审判员",
        "执法人员",
        "未成年人",
        "学生",
        "之妻",
        "系",
        "的",
        "男",
        "女",
        "张志祥",
        "李明秋",
        "欧阳建国",
        "于得水",
        "王",
        "某",
        "张某",
        "张某甲",
        "***",
        "有限公司",
        "诉称",
        "不服",
        "于",
        "和",
        "与",
        "、",
        "，",
        "。",
        "\n",
        "：",
        "（",
        "）",
        "住",
        "电话",
        "天津市河东区",
        "甲路12号",
        "2024年5月6日",
        "13900000001",
        "120102198505061239",
        "022-24120001",
        "津A12345",
    ]
)
TEXTS = st.lists(PIECES | st.text(max_size=3), max_size=25).map("".join)
SEPARATORS = st.sampled_from(["", " ", "-", "\u3000", "\n"])


@st.composite
def numbers(draw: st.DrawFn) -> str:
    born = draw(st.dates(date(1900, 1, 1), date(2025, 12, 31)))
    province = draw(st.sampled_from(sorted(identity_number.PROVINCES)))
    body = f"{province}{draw(st.integers(0, 9999)):04}{born:%Y%m%d}{draw(st.integers(0, 999)):03}"
    return body + identity_number.check_digit(body)


@given(numbers(), SEPARATORS, st.booleans(), st.sampled_from(["身份证号：", "ID", "", "（", "张志祥"]))
@example("630001190504173209", "", False, "身份证号：")
def test_no_identity_number_with_a_right_check_digit_survives(
    number: str, separator: str, wide: bool, before: str
) -> None:
    written = separator.join([number[:6], number[6:14], number[14:]])
    if wide:
        written = written.translate({ord(c): ord(c) + 0xFEE0 for c in "0123456789X"})
    published = redact(f"{before}{written}，经查").text
    assert not re.search(r"[0-9０-９]{4}", published)


@given(TEXTS)
@example("未成年人张志祥张某甲")
def test_redaction_is_idempotent(text: str) -> None:
    once = redact(text).text
    assert redact(once).text == once


@given(TEXTS)
def test_spans_lie_in_the_text_in_order_and_make_the_published_text(text: str) -> None:
    found = redact(text)
    edges = [place for span in found.spans for place in (span.start, span.end)]
    assert edges == sorted(edges)
    assert all(0 <= span.start < span.end <= len(text) for span in found.spans)
    assert apply(text, found.spans) == found.text


@given(st.sampled_from(["张志祥", "欧阳建国", "阿不都·买买提"]), TEXTS)
def test_a_name_known_from_a_label_is_nowhere_left(name: str, text: str) -> None:
    published = redact(f"申请人：{name}，男。\n{text}{name}\n")
    assert name not in published.text


BROKEN = "，".join(
    (
        "当事人：张志祥",
        "男",
        "身份证号码：120102198505061239",
        "住天津市河东区甲路12号3门401室",
        "电话13900000001。",
    )
)


@given(st.sampled_from(["\n", "\r\n"]), st.integers(20, 34), st.sampled_from(["", "𠀀", "😀甲"]))
def test_lines_broken_at_a_width_hide_no_less(end: str, width: int, before: str) -> None:
    said = before + BROKEN * 6
    text = end.join(said[i : i + width] for i in range(0, len(said), width))
    found = redact(text)
    assert apply(text, found.spans) == found.text
    assert "志" not in found.text
    assert not re.search(r"[0-9]{3}", found.text)
