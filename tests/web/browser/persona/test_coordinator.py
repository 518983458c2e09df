"""统筹协调人员 of 依法治区办: an outline becomes tasks; an answer is sent back, then confirmed."""

import pytest

from fazhi.duties.models import Occurrence
from tests.conftest import Personas
from tests.web.browser.conftest import Desk
from tests.web.browser.persona.answering import answer
from tests.web.browser.persona.size import Size, at_the_desk
from tests.web.browser.persona.walker import Walker, walk
from tests.web.conftest import DRAFT
from tests.web.page import SOON


@pytest.mark.browser
@at_the_desk
def test_an_outline_is_brought_in_and_an_answer_supervised(
    desk: Desk, occurrence: Occurrence, personas: Personas, size: Size
) -> None:
    me = walk(desk, size, "coordinator")
    me.go("/", "试验区纲要")
    bring_in(me)
    answer(occurrence, personas, 0, "已开展一次")
    send_back(me, occurrence)
    answer(occurrence, personas, 2, "已补齐第二次")
    me.go(f"/duties/{occurrence.pk}", "已补齐第二次")
    me.press("确认", "已确认")
    me.place("/duties", "任务台账")
    assert me.save("导出为 XLSX").read_bytes().startswith(b"PK")


def bring_in(me: Walker) -> None:
    me.place("/outlines", "纲要")
    me.follow("导入纲要", "上传并读取")
    me.refused("上传并读取", "纲要文件")
    me.attach("纲要文件", "规划.txt", DRAFT.encode())
    me.press("上传并读取", "星际办")
    me.follow("下一步：认定单位", "平台不猜")
    me.refused("下一步：看会有哪些变化", "星际办")
    me.fill({"星际办": "不是本区机构，不分派"})
    me.press("下一步：看会有哪些变化", "这是一份新纲要")
    me.press("提交，使其生效", "已导入")


def send_back(me: Walker, row: Occurrence) -> None:
    me.go(f"/duties/{row.pk}", "待确认")
    me.open("#act-return")
    me.fill({"退回理由": "还差一次"}, "#act-return")
    me.refused("退回", "整改期限", "#act-return")
    me.keeps("退回理由", "还差一次", "#act-return")
    me.fill({"整改期限": SOON}, "#act-return")
    me.press("退回", "已退回", "#act-return")
    me.stands("整改中")
    me.stands("还差一次")
