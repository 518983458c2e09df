"""The seed: what all parties gave, none of whom could know it before the list was frozen."""

from collections.abc import Sequence

from fazhi.draw.plan import Plan
from fazhi.draw.share import Share
from fazhi.fault import Fault
from fazhi.ledger import canonical, digest


def seed(plan: Plan, commitment: str, shares: Sequence[Share], value: str | None) -> bytes:
    """The 32 bytes that decide the draw, out of opened shares and the beacon's value (none without one).

    A party who refuses to open its share cannot stop a draw that has a beacon: it goes on with the others'.
    Without a beacon the last to open could choose between two results, so all must open. ``Fault`` where a
    share does not fit its commitment.
    """
    _examine_value(plan, value)
    _examine_shares(plan, shares)
    opened = [each.as_dict() for each in sorted(shares, key=lambda s: s.party)]
    told = {"beacon": value, "shares": opened, "statement": commitment}
    return digest.hasher(plan.algorithm)(canonical.encode(told))


def withheld(plan: Plan, shares: Sequence[Share]) -> list[str]:
    """The parties who promised a share and did not open it."""
    opened = {each.party for each in shares}
    return [each.party for each in plan.commitments if each.party not in opened]


def _examine_value(plan: Plan, value: str | None) -> None:
    if (plan.beacon is None) != (value is None):
        wrong = "没有给出事先指定的公开值" if plan.beacon else "事先没有指定公开值，不能在抽取时加入"
        raise Fault("draw.E031", wrong, "请按公布的承诺办理")
    if value is not None and (not value or not value.isprintable() or value != value.strip()):
        raise Fault("draw.E032", "公开值不是一行文本", "请照来源公布的原文填写，前后不留空白")


def _examine_shares(plan: Plan, shares: Sequence[Share]) -> None:
    promised = {each.party: each for each in plan.commitments}
    for each in shares:
        if each.draw != plan.draw or promised.get(each.party) != each.commitment(plan.algorithm):
            wrong = f"{each.party} 公开的秘密与其承诺不符"
            raise Fault("draw.E033", wrong, "请核对是否为本次抽取所生成的秘密文件")
    if len({each.party for each in shares}) != len(shares) or not shares:
        raise Fault("draw.E034", "没有公开的秘密，或同一方给了两次", "请每方各给一份秘密文件")
    if (missing := withheld(plan, shares)) and plan.beacon is None:
        wrong = f"{'、'.join(missing)} 没有公开秘密，又没有事先指定公开值"
        raise Fault("draw.E035", wrong, "请取得该方的秘密；不能取得的，记明原因后另行抽取")
