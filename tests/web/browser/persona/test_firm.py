"""企业: looks a power up, registers for a hearing, complains, and checks a paper it was handed."""

import pytest

from fazhi.chapters.decisions.hearing.models import Hearing
from fazhi.registers.models import Edition
from tests.chapters.decisions.consultation import people
from tests.conftest import Personas
from tests.portal.test_complaint import complaints_window
from tests.registers.lists import kept, opened, published, row
from tests.web.browser.conftest import Desk
from tests.web.browser.persona.size import Size, in_public
from tests.web.browser.persona.walker import Walker, walk
from tests.web.test_hearings import begin


@pytest.fixture
def hearing(personas: Personas) -> Hearing:
    people.establish_all()
    return begin()


@pytest.fixture
def powers(personas: Personas) -> Edition:
    complaints_window(personas)
    rows = [row(1), row(2, "演示·对无照经营的处罚")]
    return published(kept(opened(personas), personas, rows), personas)


@pytest.mark.browser
@in_public
def test_a_firm_looks_up_registers_complains_and_checks(
    desk: Desk, hearing: Hearing, powers: Edition, size: Size
) -> None:
    me = walk(desk, size)
    me.go("/kiosk" if "kiosk" in size.cookies else "/portal", "查清单")
    look_up(me)
    register(me, hearing)
    complain(me)
    me.place("/verify", "文书核验")
    me.refused("核验", "核验码")
    me.fill({"核验码": "不是核验码"})
    me.refused("核验", "核验码")
    me.keeps("核验码", "不是核验码")


def look_up(me: Walker) -> None:
    me.place("/lists", "清单公开")
    me.follow("试验区司法局", "演示职权1")
    me.page.get_by_role("searchbox", name="查找").fill("无照")
    me.press("查找", "无照经营")
    me.follow("演示·对无照经营的处罚", "《行政处罚法》第三十三条")


def register(me: Walker, hearing: Hearing) -> None:
    me.place("/consultations", "正在决策的事项")
    me.follow("听证会和报名", "正在报名")
    me.follow(hearing.title, "听证会公告")
    me.fill({"以哪一类参加人报名": "企业", "您是": "enterprise", "姓名或者名称": "演示·某公司"})
    me.refused("提交报名", "联系方式")
    me.keeps("姓名或者名称", "演示·某公司")
    me.fill({"联系方式": "00000000000", "与听证事项的关系和主要意见": "在附近经营"})
    me.page.get_by_label("我已经阅读报名条件").check()
    me.press("提交报名", "报名已经登记")
    number, code = me.page.locator(".slip b").all_text_contents()
    me.follow("查我的报名", "填写编号和查询码")
    me.fill({"报名编号": number, "查询码": code})
    me.press("查询", "等待审核")


def complain(me: Walker) -> None:
    me.place("/complain", "提投诉")
    me.follow("试验区司法局", "反映的内容")
    me.fill({"被反映的": "演示：某窗口"})
    me.refused("提交", "反映的性质")
    me.keeps("被反映的", "演示：某窗口")
    me.fill({"反映的性质": "complaint", "反映的事实": "演示：窗口工作时间无人"})
    me.press("提交", "已经提交")
