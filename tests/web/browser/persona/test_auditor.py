"""监督审计人员: reads log-ins, an answer with its evidence, figures, the ledger; changes nothing."""

import pytest

from fazhi.duties.models import Occurrence
from tests.conftest import Personas
from tests.web.browser.conftest import Desk
from tests.web.browser.persona.answering import answer
from tests.web.browser.persona.size import Size, at_the_desk
from tests.web.browser.persona.walker import Walker, walk


@pytest.mark.browser
@at_the_desk
def test_log_ins_answers_figures_and_the_ledger_are_read(
    desk: Desk, occurrence: Occurrence, personas: Personas, size: Size
) -> None:
    answer(occurrence, personas, 0, "已组织两次评查")
    me = walk(desk, size, "auditor")
    me.go("/", "试验区纲要")
    me.go(f"/duties/{occurrence.pk}", "已组织两次评查")
    assert me.save("说明.txt").read_text("utf-8") == "已组织两次评查"
    log_ins(me)
    me.place("/indicators", "每个数都由案件和清单算出")
    me.follow("行政规范性文件", "怎么算")
    me.go("/ledger", "存证点")
    me.go("/receipts", "核验回执")
    me.refused("核验", "回执不成立")
    me.fill({"或者粘贴回执全文": "不是回执"})
    me.refused("核验", "回执不成立")


def log_ins(me: Walker) -> None:
    me.go("/audit/log-ins", "登录审计")
    me.fill({"查找": "没有这个人"})
    me.press("筛选", "没有符合条件的记录")
    me.keeps("查找", "没有这个人")
