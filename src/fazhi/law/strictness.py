"""May a lower layer write this rule? It may bind the authority more tightly, nothing else (DESIGN §3).

The citizen's own periods are fixed both ways: a shorter one takes a right that the law gives, a longer one
lures past the day on which a court still hears the case. So are the court's, and any whose bearer is not
established.
"""

from collections.abc import Iterator

from fazhi.law.clock import Extension
from fazhi.law.period import Period
from fazhi.law.rule import Bearer, Bound, Rule, Standing

FIXED = {
    Bearer.PARTY: "当事人的期间由法律规定，下层既不能缩短也不能放宽",
    Bearer.COURT: "法院的期间由法律规定，下层不能改动",
    None: "上层没有写明期间约束谁（binds），下层不能改动",
}
SAME = {"binds": "约束对象", "bound": "期间的方向", "backward": "计算的方向", "proviso": "但书"}


def loosening(upper: Rule, lower: Rule) -> str:
    """Why the lower rule is not the upper one made stricter, in Chinese; empty where it is, or is the same.

    What the upper rule leaves undetermined the lower one may settle.
    """
    return next(_reasons(upper, lower), "")


def _reasons(upper: Rule, lower: Rule) -> Iterator[str]:
    yield from (
        f"改变了{name}" for field, name in SAME.items() if getattr(upper, field) != getattr(lower, field)
    )
    if upper.standing is Standing.BINDING and lower.standing is Standing.ADVISORY:
        yield "把有约束力的规则改为提示"
    if upper.period:
        yield from _period(upper, upper.period, lower.period)
    yield from _start_and_end(upper, lower)
    if _longer(upper.extension, lower.extension):
        yield "放宽了延长的次数、幅度或者批准人"
    if lower.excludes not in ("", upper.excludes):
        yield "增加了不计入期间的时间"


def _period(upper: Rule, legal: Period, local: Period | None) -> Iterator[str]:
    if local is None:
        yield "取消了期间"
    elif local.unit is not legal.unit:
        yield f"{local}与{legal}单位不同，不能比较宽严"
    elif local != legal and upper.binds is not Bearer.AUTHORITY:
        yield FIXED[upper.binds]
    elif _gives_more(upper) and local.amount < legal.amount:
        yield f"{local}少于上层的{legal}"
    elif not _gives_more(upper) and local.amount > legal.amount:
        yield f"{local}长于上层的{legal}"


def _gives_more(rule: Rule) -> bool:
    """Whether more time is the stricter: the authority has to wait, or to give notice, that long."""
    return rule.bound is Bound.AT_LEAST or rule.backward


def _start_and_end(upper: Rule, lower: Rule) -> Iterator[str]:
    bound = upper.binds is Bearer.AUTHORITY
    if lower.starts_on != upper.starts_on and "starts_on" not in upper.undetermined:
        yield "改变了起算点"
    if lower.roll != upper.roll and "roll" not in upper.undetermined and not (bound and not lower.roll):
        yield "改变了末日顺延"
    if lower.on_expiry != upper.on_expiry and not (bound and not upper.on_expiry):
        yield "改变了逾期的后果"


def _longer(legal: Extension | None, local: Extension | None) -> bool:
    if local is None or local == legal:
        return False
    if legal is None or local.approver != legal.approver or local.by.unit is not legal.by.unit:
        return True
    more = legal.times is not None and (local.times is None or local.times > legal.times)
    return more or local.by.amount > legal.by.amount
