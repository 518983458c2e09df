"""居民: comments on a draft, applies and follows the matter, rates what was done."""

import re

import pytest
from django.utils import timezone

from fazhi.chapters.decisions.consultation.models import Consultation
from fazhi.portal.actions import Receipt
from tests.chapters.decisions.consultation import people
from tests.conftest import Personas
from tests.portal.conftest import finished, give_post, window_of
from tests.web.browser.conftest import Desk
from tests.web.browser.persona.size import Size, in_public_or_without_script
from tests.web.browser.persona.walker import Walker, walk
from tests.web.test_consultations import begin

CODE = re.compile(r"[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}")


@pytest.fixture
def draft(personas: Personas) -> Consultation:
    people.establish_all()
    return begin()


@pytest.fixture
def done(personas: Personas) -> Receipt:
    """A matter of the window that is answered and may be rated."""
    window = window_of(personas, timezone.now())
    give_post("receiver", "政务服务评价经办人")
    return finished(window, timezone.now())


@pytest.mark.browser
@in_public_or_without_script
def test_somebody_comments_applies_follows_and_rates(
    desk: Desk, draft: Consultation, done: Receipt, size: Size
) -> None:
    me = walk(desk, size)
    me.go("/kiosk" if "kiosk" in size.cookies else "/portal", "办申请")
    comment(me, draft)
    number, code = apply(me)
    me.place("/track", "凭申请回执上的案号")
    me.fill({"案号": number})
    me.refused("查进度", "查询码")
    me.keeps("案号", number)
    look(me, number, code, "提出申请")
    me.place("/track", "凭申请回执上的案号")
    look(me, done.case.number, done.code, "评价这次服务")
    me.refused("提交评价", "您满意吗")
    me.page.get_by_label("非常满意").check()
    me.press("提交评价", "您的评价")


def comment(me: Walker, draft: Consultation) -> None:
    me.place("/consultations", "正在征求意见")
    me.follow(draft.title, "征求意见说明")
    me.page.locator("#clause-4").get_by_role("link").click()
    me.fill({"姓名或者名称": "演示·居民甲"})
    me.refused("提交意见", "您的意见")
    me.keeps("姓名或者名称", "演示·居民甲")
    me.fill({"您的意见": "请写明夜间从几点算起"})
    me.press("提交意见", "第三条第一款")
    number, code = me.page.locator(".slip b").all_text_contents()
    me.follow("查我提过的意见", "填写编号和查询码")
    me.fill({"意见编号": number})
    me.refused("查询", "查询码")
    me.keeps("意见编号", number)
    me.fill({"查询码": code})
    me.press("查询", "正在研究")


def apply(me: Walker) -> tuple[str, str]:
    me.place("/apply", "政府信息依申请公开")
    me.follow("试验区司法局", "申请的内容")
    me.fill({"姓名或者名称": "演示·申请人甲"})
    me.refused("提交申请", "联系电话")
    me.keeps("姓名或者名称", "演示·申请人甲")
    me.fill({
        "名称、文号": "演示：某项目批复", "形式要求": "电子文件", "身份证明号码": "演示号码", "联系电话": "1",
    })  # fmt: skip
    me.press("提交申请", "申请已经提交")
    shown = me.page.locator("section[aria-labelledby=number] b").all_text_contents()
    assert CODE.fullmatch(shown[1])
    return shown[0], shown[1]


def look(me: Walker, number: str, code: str, says: str) -> None:
    me.fill({"案号": number, "查询码": code})
    me.press("查进度", says)
