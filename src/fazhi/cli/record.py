"""Whether the record is sound: editions, projections, sealed contents and papers, by sample or all."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from fazhi.cli.finding import Finding, Level
from fazhi.fault import Fault

if TYPE_CHECKING:
    from fazhi.cases.soundness import Soundness

SHOWN = 5
RESTORE = "请先封存数据库，再用 fazhi ledger verify --database 核验，并从备份查对"


def inspect(*, whole: bool) -> Iterator[Finding]:
    """What is stored beside the chains, held against them."""
    from fazhi.cases import soundness

    cases = soundness.sample(whole=whole)
    scope = "" if whole else "（抽样）"
    yield _finding("check.C07", "程序版本全文", soundness.editions(), RESTORE)
    yield _governed()
    again = "日历刚改变的，请先重算期限；否则" + RESTORE
    yield _finding("check.C08", f"案件的列表数据{scope}", soundness.projections(cases), again)
    yield _finding("check.C09", f"封存内容{scope}", soundness.seals(cases), RESTORE)
    yield _finding("check.C10", f"文书材料{scope}", soundness.papers(cases), RESTORE)


def _governed() -> Finding:
    """An edition that was changed in place leaves its open cases without the words they are judged by."""
    from fazhi.cases import soundness

    try:
        found = soundness.governed()
    except Fault as fault:
        return Finding("check.C20", Level.FAIL, fault.wrong, fault.remedy)
    if not found.wrong:
        return Finding("check.C20", Level.OK, f"未办结案件所依的程序版本 {found.looked} 个都在规则包中")
    wrong = f"未办结案件所依的程序版本不在规则包中：{'；'.join(found.wrong[:SHOWN])}"
    return Finding("check.C20", Level.FAIL, wrong, "请把该版本的原文放回规则包，改动另写施行日期在后的新版本")


def _finding(code: str, what: str, found: "Soundness", remedy: str) -> Finding:
    if not found.wrong:
        return Finding(code, Level.OK, f"{what} {found.looked} 项与台账相符")
    some = "；".join(found.wrong[:SHOWN])
    wrong = f"{what} {found.looked} 项中 {len(found.wrong)} 项与台账不符：{some}"
    return Finding(code, Level.FAIL, wrong, remedy)
