"""Whole tasks by keyboard alone, one for each persona, with the focus always in sight."""

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from fazhi.duties.models import Occurrence
from fazhi.portal.models import Window
from fazhi.registers.models import Edition
from tests.chapters.decisions.legality import people
from tests.chapters.decisions.legality.people import sent
from tests.conftest import Personas
from tests.portal.conftest import _nobody_tried_yet, window_of
from tests.portal.test_complaint import complaints_window
from tests.registers.lists import kept, opened, published, row
from tests.web.browser.conftest import PASSWORD, Desk
from tests.web.browser.keyboard import Hand
from tests.web.browser.persona.answering import answer
from tests.web.browser.test_accessibility import WIDTHS

__all__ = ["_nobody_tried_yet"]


def visitor(desk: Desk) -> Hand:
    return Hand(desk.open(viewport=WIDTHS["desk"]).new_page())


def official(desk: Desk, login: str) -> Hand:
    return Hand(desk.inside(login, viewport=WIDTHS["desk"]))


@pytest.mark.browser
def test_a_clerk_logs_in_and_answers(desk: Desk, occurrence: Occurrence) -> None:
    me = visitor(desk)
    me.page.goto(f"/login?next=/duties/{occurrence.pk}")
    me.page.keyboard.type("clerk")
    me.page.keyboard.press("Tab")
    me.page.keyboard.type(PASSWORD)
    me.page.keyboard.press("Enter")
    me.stands("案卷")
    me.skip()
    me.fill("完成情况", "已评查两次")
    me.fill("佐证网址", "https://example.org/report")
    me.press("报送", "已报送")


@pytest.mark.browser
def test_a_wrong_form_takes_the_focus_to_its_errors(desk: Desk) -> None:
    page = desk.open().new_page()
    page.goto("/login")
    page.keyboard.press("Enter")
    expect(page.locator("[data-error-summary]")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_label("用户名")).to_be_focused()


@pytest.mark.browser
def test_a_citizen_applies_after_a_form_with_something_missing(desk: Desk, personas: Personas) -> None:
    window_of(personas, timezone.now())
    me = visitor(desk)
    me.go("/portal", "今天来办什么事")
    me.follow("办申请", "政府信息依申请公开")
    me.skip()
    me.follow("试验区司法局", "申请的内容")
    me.fill("名称、文号", "演示：某项目批复")
    me.fill("形式要求", "电子文件")
    me.fill("姓名或者名称", "演示·申请人甲")
    me.to("提交申请", "BUTTON")
    me.page.keyboard.press("Enter")
    expect(me.page.locator("[data-error-summary]")).to_be_focused()
    me.to("联系电话", "A")
    me.page.keyboard.press("Enter")
    me.page.keyboard.insert_text("1")
    me.to("身份证明号码", "INPUT", back=True)
    me.page.keyboard.insert_text("演示号码")
    me.press("提交申请", "申请已经提交")


@pytest.mark.browser
@pytest.mark.soak
def test_a_passer_by_counts_a_period(desk: Desk, library: None) -> None:
    me = visitor(desk)
    me.go("/portal", "今天来办什么事")
    me.follow("算期限", "填写条件")
    me.skip()
    me.day("起算日", "2024", "02", "06")
    me.fill("查找规则", "5个工作日内审查决定")
    expect(me.page.get_by_role("status")).to_contain_text("找到")
    me.choose("法律规则", "recon-review-5wd")
    me.press("计算最后一天", "2024年2月19日 星期一")


@pytest.mark.browser
@pytest.mark.soak
def test_a_firm_complains_without_its_name(desk: Desk, personas: Personas) -> None:
    complaints_window(personas)
    me = visitor(desk)
    me.go("/complain", "提投诉")
    me.skip()
    me.follow("试验区司法局", "反映的内容")
    me.fill("被反映的", "演示：某窗口")
    me.choose("反映的性质", "complaint")
    me.fill("反映的事实", "演示：窗口工作时间无人")
    me.press("提交", "已经提交")


@pytest.mark.browser
@pytest.mark.soak
def test_a_coordinator_sends_an_answer_back_and_confirms_the_next(
    desk: Desk, occurrence: Occurrence, personas: Personas
) -> None:
    answer(occurrence, personas, 0, "已开展一次")
    me = official(desk, "coordinator")
    me.go(f"/duties/{occurrence.pk}", "已开展一次")
    me.skip()
    me.press("确认", "已确认")


@pytest.mark.browser
@pytest.mark.soak
def test_a_leader_opens_a_window_and_closes_it(desk: Desk, personas: Personas) -> None:
    me = official(desk, "leader")
    me.go("/windows", "还没有开通的窗口")
    me.skip()
    me.choose("程序", "disclosure-on-request")
    officer = me.page.get_by_label("承办人员").locator("option", has_text="演示·公开经办人甲")
    me.choose("承办人员", officer.get_attribute("value") or "")
    me.press("开通", "承办人员 演示·公开经办人甲")
    me.press("停办", "还没有开通的窗口", key="Space")
    assert not Window.objects.filter(closed_at=None).exists()


@pytest.mark.browser
@pytest.mark.soak
def test_a_case_handler_takes_a_request_in(desk: Desk) -> None:
    me, today = official(desk, "receiver"), timezone.localdate()
    me.go("/cases", "案件")
    me.follow("新立案", "政府信息依申请公开")
    me.skip()
    me.follow("政府信息依申请公开", "提出申请")
    me.fill("案由", "公开某项目批复的申请")
    me.choose("提交方式", "in-person")
    me.fill("姓名", "演示·申请人甲")
    me.press("立案", "办理经过")
    me.to("确定收到申请之日")
    me.page.keyboard.press("Enter")
    me.choose("提交方式", "in-person")
    me.day("提交之日", f"{today:%Y}", f"{today:%m}", f"{today:%d}")
    me.press("确定收到申请之日", "已办理：确定收到申请之日")


@pytest.mark.browser
@pytest.mark.soak
def test_a_reviewer_answers_an_item_and_keeps_it(desk: Desk) -> None:
    people.establish_all()
    sent()
    me = official(desk, "reviewer")
    me.go("/legality", "合法性审核")
    me.skip()
    me.follow("便民停车管理办法", "选择草案")
    me.press("开始审核", "设定行政处罚")
    for box in range(me.page.get_by_label("符合", exact=True).count()):
        me.to("符合", "INPUT")
        me.page.keyboard.press("Space")
        assert me.page.get_by_label("符合", exact=True).nth(box).is_checked()
    me.press("保存", "还有")


@pytest.fixture
def in_force(personas: Personas) -> Edition:
    return published(kept(opened(personas), personas, [row(1), row(2)]), personas)


@pytest.mark.browser
@pytest.mark.soak
def test_a_keeper_corrects_an_entry(desk: Desk, in_force: Edition) -> None:
    entry = in_force.entries.get(key="HD-002")
    me = official(desk, "clerk")
    me.go(f"/registers/entries/{entry.pk}", "登记时的依据核对")
    me.follow("更正", "更正形成新的一版草稿")
    me.skip()
    me.fill("职权名称", "演示职权乙")
    me.fill("更正理由", "名称有误")
    me.fill("更正依据", "演示·来函〔2026〕3号")
    me.press("查看改动", "将改动 1 栏")
    me.press("确认，形成新一版草稿", "已更正，形成第2版（草稿）")


@pytest.mark.browser
@pytest.mark.soak
def test_an_auditor_searches_log_ins_and_refuses_a_receipt(desk: Desk) -> None:
    me = official(desk, "auditor")
    me.go("/audit/log-ins", "登录审计")
    me.skip()
    me.fill("查找", "没有这个人")
    me.press("筛选", "没有符合条件的记录")
    me.go("/receipts", "核验回执")
    me.skip()
    me.fill("或者粘贴回执全文", "不是回执")
    me.press("核验", "回执不成立")
