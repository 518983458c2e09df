"""清单编制人: corrects an entry of the list in force; takes a new list in without its bad rows."""

import pytest

from fazhi.registers.models import Edition
from tests.conftest import Personas
from tests.registers.lists import kept, opened, published, row, xlsx
from tests.web.browser.conftest import Desk
from tests.web.browser.persona.size import Size, at_the_desk
from tests.web.browser.persona.walker import Walker, walk


@pytest.fixture
def in_force(personas: Personas) -> Edition:
    return published(kept(opened(personas), personas, [row(n) for n in range(1, 4)]), personas)


@pytest.mark.browser
@at_the_desk
def test_a_list_is_corrected_and_taken_in_anew(desk: Desk, in_force: Edition, size: Size) -> None:
    me = walk(desk, size, "clerk")
    me.go("/", "试验区纲要")
    me.place("/registers", "清单")
    me.follow("试验区司法局", "演示职权2")
    correct(me)
    me.go(f"/registers/{in_force.register_id}", "导入新版本")
    take_in(me)


def correct(me: Walker) -> None:
    me.follow("演示职权2", "登记时的依据核对")
    me.follow("更正", "更正形成新的一版草稿")
    me.fill({"职权名称": "演示职权乙"})
    me.refused("查看改动", "更正理由")
    me.keeps("职权名称", "演示职权乙")
    me.fill({"更正理由": "名称有误", "更正依据": "演示·来函〔2026〕3号"})
    me.press("查看改动", "将改动 1 栏")
    me.press("确认，形成新一版草稿", "已更正，形成第2版（草稿）")


def take_in(me: Walker) -> None:
    me.follow("导入新版本", "栏目")
    me.refused("上传并核对", "清单文件")
    rows = [row(1), row(2, "演示·新的职权"), row(3, 行使主体="星际办")]
    me.attach("清单文件", "清单.xlsx", xlsx(rows))
    me.press("上传并核对", "有问题的 1 行")
    me.page.get_by_label("只导入没有问题的行").check()
    me.press("导入为草稿", "草稿")
    me.press("提交审核", "已提交审核")
