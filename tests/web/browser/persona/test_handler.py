"""案件经办人: takes a request in at the counter and brings it to its reply, as the procedure goes."""

import pytest
from django.utils import timezone

from tests.web.browser.conftest import Desk
from tests.web.browser.persona.size import Size, at_the_desk
from tests.web.browser.persona.walker import Walker, walk

TODAY = timezone.localdate().isoformat()


@pytest.mark.browser
@at_the_desk
def test_a_request_goes_from_the_counter_to_its_reply(desk: Desk, size: Size) -> None:
    me = walk(desk, size, "receiver")
    me.go("/", "试验区纲要")
    me.place("/cases", "案件")
    take_in(me)
    do(me, "receive", "确定收到申请之日", {"提交方式": "in-person", "提交之日": TODAY}, missing="提交方式")
    me.stands("答复期限")
    given = ("申请内容是否不明确", "公开是否会损害第三方合法权益", "是否由两个以上机关", "数量、频次是否明显")
    do(me, "examine", "审核申请", dict.fromkeys(given, "否"), missing=given[0])
    do(me, "reply", "答复申请人", {"答复种类": "full"}, missing="答复种类")
    me.fill({"的目的": "送达答复"})
    me.press("查看并留痕", "演示·申请人甲")


def take_in(me: Walker) -> None:
    me.follow("新立案", "政府信息依申请公开")
    me.follow("政府信息依申请公开", "提出申请")
    me.fill({"案由": "公开某项目批复的申请"})
    me.refused("立案", "提交方式")
    me.keeps("案由", "公开某项目批复的申请")
    me.fill({"提交方式": "in-person", "姓名": "演示·申请人甲"})
    me.press("立案", "办理经过")
    me.stands("应由政府信息公开工作机构负责人办理")


def do(me: Walker, act: str, title: str, facts: dict[str, str], missing: str) -> None:
    """An act by its form: first without what it asks, then with it."""
    form = f"#act-{act}"
    me.open(form)
    me.refused(title, missing, form)
    me.fill(facts, form)
    me.press(title, f"已办理：{title}", form)
