"""合法性审核人员: opens the review, answers each item and finding, and concludes with an opinion."""

import pytest

from tests.chapters.decisions.legality import people
from tests.chapters.decisions.legality.people import sent
from tests.web.browser.conftest import Desk
from tests.web.browser.persona.size import Size, at_the_desk_or_without_script
from tests.web.browser.persona.walker import Walker, walk


@pytest.mark.browser
@at_the_desk_or_without_script
def test_a_draft_is_reviewed_from_the_desk_to_the_opinion(desk: Desk, size: Size) -> None:
    people.establish_all()
    sent()
    me = walk(desk, size, "reviewer")
    me.go("/", "试验区纲要")
    me.place("/legality", "合法性审核")
    me.follow("便民停车管理办法", "选择草案")
    me.press("开始审核", "设定行政处罚")
    me.refused("提出审核意见", "没有结论")
    answer_all(me)
    me.press("保存", "还有 0 处没有处理")
    me.fill({"结论": "lawful"}, "section[aria-labelledby=end]")
    me.press("提出审核意见", "已提出审核意见")
    me.page.locator(".crumbs a").last.click()
    me.stands("办理经过")


def answer_all(me: Walker) -> None:
    for choice in me.page.get_by_label("符合", exact=True).all():
        choice.check()
    for choice in me.page.get_by_label("不采纳", exact=True).all():
        choice.check()
    for reason in me.page.locator("input[name^=finding-][name$=-reason]").all():
        reason.fill("上位法已有规定")
