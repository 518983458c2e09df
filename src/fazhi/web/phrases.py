"""Words that code makes, in the reader's language: as the catalogue has them, or by the phrase they follow.

Packages that know no page speak Chinese: labels, refusals, periods. Most are in the catalogue word for word;
those with values in them are found by the phrases below, whose values are looked up in turn.
"""

import re
from functools import cache, lru_cache

from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _

from fazhi.web.language import Language, spoken
from fazhi.web.reasons import REASONS
from fazhi.web.refusals import REFUSALS

PHRASES = (
    _("{n}年{n}月"),
    _("{n}年上半年"),
    _("{n}年下半年"),
    _("{n}上半年"),
    _("{n}下半年"),
    _("{n}年第一季度"),
    _("{n}年第二季度"),
    _("{n}年第三季度"),
    _("{n}年第四季度"),
    _("{n}一季度"),
    _("{n}二季度"),
    _("{n}三季度"),
    _("{n}四季度"),
    _("{n}年"),
    _("{n}件"),
    _("{n}天"),
    _("计入，第{n}日，{}"),
    _("计入，第{n}日"),
    _("最后一日，第{n}日，{}"),
    _("最后一日，第{n}日"),
    _("最后一日，{}"),
    _("顺延，{}"),
    _("不计入，{}"),
    _("第 {n} 类的名额"),
    _("第 {n} 类的备选"),
    _("第 {n} 类"),
    _("{}（名额 {n}）"),
    _("备选第{n}名"),
    _("报名未被接受：{}"),
    _("不计入：{}"),
    _("{} 版本，施行日期未注明"),
    _("{} 版本"),
    _("征求意见已于{}截止，这条意见没有登记"),
    _("报名已于{}截止，这次没有登记"),
    _("姓名或者联系方式超过{n}字"),
    _("没有填写{}"),
    _("请填写{}"),
    _("{}超过{n}字或者含有无效字符"),
    _("{n}号参加人没有登记到会，不能确认记录"),
    _("{n}号参加人已经确认记录"),
    _("听证会“{}”已经举行"),
    _("{n}号报名已经撤回"),
    _("同一网络{n}分钟内的提交超过{n}次，这次没有办理"),
    _("请在{n}分钟以后再试；紧急的，请到窗口办理"),
    _("请至少填写其中一项：{}"),
    _("评价的话超过{n}字或者含有无效字符"),
    _("“{}”不是年或者月"),
    _("检索词超过{n}个字或者{n}个词"),
    _("没有“{}”这一种类"),
    _("“{}”不是年份"),
    _("日期“{}”不对"),
    _("{} 没有公布存证点"),
    _("{} 在 {} 之后"),
    _("{} 的签名不成立"),
    _("{} 的密钥在 {} 未启用或已停用"),
    _("没有导入“{}”版本"),
    _("《{}》导入的版本不足两个"),
    _("请从{}中选择"),
    _("没有指标“{}”"),
    _("“{}”不是统计期间"),
    _("您的岗位无权{}"),
    _("请由{}的承办人员办理"),
    _("请在{}再试；忘记密码的，请由管理员重新设置"),
    _("案件尚未开始，不能{}"),
    _("案件已以“{}”办结"),
    _("案件已经开始，不能再次{}"),
    _("{}由子案件办结时自动记入"),
    _("{}以前须先办理：{}"),
    _("{}至多{n}次"),
    _("应由{}办理"),
    _("请交{}办理"),
    _("请由{}办理"),
    _("请先{}"),
    _("可选多个；PDF、Word、Excel、图片等，每个不超过 {n} MB"),
    _("形式由{}确定；没有编制的留空"),
    _("已报送，正待统筹协调人员确认，不能{}"),
)
"""``{n}`` is a number, ``{}`` any words."""
GAP = re.compile(r"\{n?\}")
VALUES = {"{}": "(.{1,300}?)", "{n}": r"(\d[\d.]*)"}


def worded(words: str) -> str:
    """Words in the reader's language; those that no catalogue knows stay as they are.

    >>> worded("2026年上半年")
    '2026年上半年'
    """
    return _english(words) if words and spoken() is Language.ENGLISH else words


@lru_cache(maxsize=16_384)
def _english(words: str) -> str:
    known = gettext(words)
    return known if known != words else _of_phrase(words)


def _of_phrase(words: str) -> str:
    for shape, phrase in _shapes():
        if found := shape.fullmatch(words):
            return _filled(gettext(phrase), list(found.groups()))
    return words


def _filled(phrase: str, values: list[str]) -> str:
    return GAP.sub(lambda _gap: _english(values.pop(0)), phrase)


@cache
def _shapes() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Every phrase, those with more words of their own before those that they contain."""
    phrases = sorted((*PHRASES, *REASONS, *REFUSALS), key=lambda one: -len(GAP.sub("", one)))
    return tuple((_shape(phrase), phrase) for phrase in phrases)


def _shape(phrase: str) -> re.Pattern[str]:
    gaps = [VALUES[gap] for gap in GAP.findall(phrase)] + [""]
    pieces = map(re.escape, GAP.split(phrase))
    return re.compile("".join(piece + gap for piece, gap in zip(pieces, gaps, strict=True)), re.DOTALL)
