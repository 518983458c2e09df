"""负责人: publishes a list, opens a window for applications and closes it; the public sees both."""

import pytest

from fazhi.registers.actions import Submit
from fazhi.registers.models import Edition
from tests.conftest import Personas
from tests.registers.lists import DAY, kept, opened, row
from tests.web.browser.conftest import Desk
from tests.web.browser.persona.size import Size, at_the_desk
from tests.web.browser.persona.walker import Walker, walk


@pytest.fixture
def waiting(personas: Personas) -> Edition:
    """A list that its clerk has submitted."""
    edition = kept(opened(personas), personas, [row(1), row(2, "演示·新的职权")])
    Submit(edition=edition, expected=0).perform(personas.clerk, DAY)
    return edition


@pytest.mark.browser
@at_the_desk
def test_a_list_is_published_and_a_window_opened(desk: Desk, waiting: Edition, size: Size) -> None:
    me = walk(desk, size, "leader")
    me.go("/", "试验区纲要")
    publish(me, waiting)
    open_a_window(me)
    visitor = walk(desk, size)
    visitor.go("/portal", "今天来办什么事")
    visitor.place("/lists", "试验区司法局")
    visitor.place("/apply", "政府信息依申请公开")
    me.press("停办 区司法局 政府信息依申请公开", "还没有开通的窗口")


def publish(me: Walker, edition: Edition) -> None:
    me.place("/registers", "清单")
    me.go(f"/registers/editions/{edition.pk}", "这是第一版")
    me.open("#act-return")
    me.refused("退回修改", "退回理由", "#act-return")
    me.open("#act-approve")
    me.press("审核通过", "已审核通过", "#act-approve")
    me.press("公布", "已公布", "#act-publish")


def open_a_window(me: Walker) -> None:
    me.place("/windows", "还没有开通的窗口")
    me.fill({"程序": "disclosure-on-request"})
    me.refused("开通", "承办人员")
    me.keeps("程序", "disclosure-on-request")
    me.fill({"承办人员": "演示·公开经办人甲"})
    me.press("开通", "承办人员 演示·公开经办人甲")
