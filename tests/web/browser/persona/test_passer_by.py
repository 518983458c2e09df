"""路过的人: counts a period, reads an article, searches everything; on a terminal leaves nothing behind."""

import pytest
from playwright.sync_api import expect

from tests.web.browser.conftest import Desk
from tests.web.browser.persona.size import Size, in_public_or_without_script
from tests.web.browser.persona.walker import Walker, walk

RULE = "5个工作日内审查决定"


@pytest.mark.browser
@in_public_or_without_script
def test_a_period_is_counted_an_article_read_and_everything_searched(
    desk: Desk, library: None, size: Size
) -> None:
    me = walk(desk, size)
    me.go("/kiosk" if "kiosk" in size.cookies else "/portal", "算期限")
    count(me)
    me.place("/statutes", "法规库")
    me.fill({"检索": "电话"})
    me.press("检索", "条文 ")
    me.follow("《示例区便民服务办法》", "第")
    me.go("/search?q=电话", "示例区便民服务办法")
    me.go("/public-duties", "纲要任务公开")
    if "kiosk" in size.cookies:
        leave(me)


def count(me: Walker) -> None:
    me.place("/calculator", "填写条件")
    me.fill({"起算日": "2024-02-06"})
    me.refused("计算最后一天", "规则和自写的期间须选且只选一个")
    me.keeps("起算日", "2024-02-06")
    me.fill({"查找规则": RULE})
    if not me.size.script:
        me.press("查找", "找到 ")
    me.fill({"法律规则": "recon-review-5wd"})
    me.press("计算最后一天", "2024年2月19日 星期一")


def leave(me: Walker) -> None:
    me.page.get_by_role("link", name="结束并清除").click()
    me.stands("请点选要办的事")
    me.place("/calculator", "填写条件")
    expect(me.page.get_by_label("查找规则")).to_have_value("")
