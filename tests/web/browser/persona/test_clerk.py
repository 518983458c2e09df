"""承办人 of a department: finds what is owed and answers it, takes a number, registers a document."""

import pytest

from tests.web.browser.conftest import Desk
from tests.web.browser.persona.size import Size, at_the_desk
from tests.web.browser.persona.walker import Walker, walk


@pytest.mark.browser
@at_the_desk
def test_what_is_owed_is_answered_and_a_document_numbered_and_registered(desk: Desk, size: Size) -> None:
    me = walk(desk, size, "clerk")
    me.go("/", "试验区纲要")
    answer(me)
    number(me)
    register(me)


def answer(me: Walker) -> None:
    me.place("/duties", "任务台账")
    me.fill({"查找": "案卷"})
    me.press("筛选", "案卷")
    me.follow("每年至少组织两次执法案卷评查", "现在不能办理的")
    me.fill({"佐证网址": "https://example.org/report"})
    me.refused("报送", "完成情况", "#act-answer")
    me.keeps("佐证网址", "https://example.org/report")
    me.fill({"完成情况": "已评查两次"})
    me.press("报送", "已报送", "#act-answer")


def number(me: Walker) -> None:
    me.place("/papers", "文书")
    me.follow("文号", "还没有文号")
    me.fill({"机关代字": "试司发"})
    me.refused("取下一个号", "用途")
    me.keeps("机关代字", "试司发")
    me.fill({"用途": "演示·通知"})
    me.press("取下一个号", "每个号都有记录")
    me.open("main details")
    me.fill({"作废理由，或者文书标题": "文书不再制发"})
    me.press("登记", "文书不再制发")


def register(me: Walker) -> None:
    me.place("/validity", "规范性文件")
    me.follow("登记", "有效期照文件自身的写法填写")
    me.fill({"文件名称": "窗口服务办法"})
    me.refused("登记", "发文字号")
    me.keeps("文件名称", "窗口服务办法")
    me.fill({
        "发文字号": "试司规〔2024〕1号", "制定机关": "试验区司法局", "管理单位": "区司法局",
        "公布日期": "2021-03-01", "有效期": "载明截止之日", "有效期截止之日": "2099-03-01",
        "市规定所称行政规范性文件": "是",
        "人大备案审查的规范性文件": "否",
    })  # fmt: skip
    me.press("登记", "已登记窗口服务办法")
