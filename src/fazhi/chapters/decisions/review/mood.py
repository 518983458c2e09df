"""Whether words set something, or forbid it, report it, or only make it a condition."""

import re
from enum import Enum, auto

from fazhi.chapters.decisions.review.document import Document
from fazhi.outline.reading import Span


class Mood(Enum):
    """What takes the meaning from words: of a deed (罚款) that it is only reported, of an order that it is
    denied, of a ban nothing but a list of bans around it."""

    DEED = auto()
    ORDER = auto()
    BAN = auto()


NEGATED = re.compile(
    r"不得|禁止|严禁|不准|不再|不予|不能|不应|不需|无需|无须|不必|不以|不收|不设|不将|未要求|不要求"
    r"|免予|免于|免收|杜绝|防止|避免|严格控制"
    r"|(?:免除|取消|停止|停征|清理|规范|减少|降低|退还|退回|返还|拒绝|纠正|整治|查处|投诉|举报|打击|破除)"
    r"[^，。；]{0,8}$|(?:违规|违法|非法|擅自|乱|变相)[^，。；的]{0,2}$"
)
SUFFERED = re.compile(
    r"(?:被|受到|受过|遭|曾|应受|可能|拟)[^，。；]{0,12}$"
    r"|(?:作出|下达|申请(?!人)|收到|撤销|解除|缴纳|收缴|执行|没有)[^，。；的]{0,3}$"
)
ACT = "处罚|决定|情形|情况|案件|行为|告知|听证|幅度|数额|期限|权力|事项|依据|条件|程序|清单|文书|通知书"
WHO = "单位|企业|人员|当事人|经营者|主体|场所|物品|财物|车辆|费用|款项|收入|部门|机关|项目|申请人|个人"
CONDITION = re.compile(
    rf"[^，。；：、\n]{{0,10}}的(?=[，,。；：、\n]|$)|[^，。；\n]{{0,6}}?的?(?:行政)?(?:{ACT})|的(?:{WHO})"
)
BANNED_LIST = re.compile(r"(?:不得|禁止|严禁|不准|不予|杜绝|防止|取消|清理)[^。；\n]{0,40}[：:]\s*$")


def set_aside(document: Document, span: Span, mood: Mood) -> bool:
    """Whether words do not set where they stand what they seem to set."""
    if mood is Mood.BAN:
        return banned(document, span)
    return negated(document, span) or (mood is Mood.DEED and suffered(document, span))


def negated(document: Document, span: Span) -> bool:
    """Whether the words are forbidden, done away with or blamed where they stand, or in a list of bans.

    >>> from fazhi.chapters.decisions.review.document import prepare
    >>> text = "各单位不得收取保证金，违者收取滞纳金"
    >>> document = prepare(text)
    >>> negated(document, (5, 10)), negated(document, (13, 18))
    (True, False)
    """
    before = document.segment(span)
    refused = before.endswith("不") or NEGATED.search(before)
    return bool(refused) or banned(document, span)


def banned(document: Document, span: Span) -> bool:
    """Whether the words are an item of a list of what is forbidden."""
    lead = document.clause(span[0]).lead
    return bool(lead and BANNED_LIST.search(document.plain[slice(*lead.span)]))


def suffered(document: Document, span: Span) -> bool:
    """Whether the words are what has befallen somebody (被吊销许可证的), or a condition of something else."""
    behind = document.plain[span[1] : document.sentence(span)[1]]
    return bool(SUFFERED.search(document.segment(span)) or CONDITION.match(behind))
