"""What pictures show and a demo district has not got: statutes, unfinished imports, somebody's session."""

import re
from collections import deque
from datetime import datetime

from django.conf import settings
from django.contrib.auth import get_user_model
from django.test import Client
from django.utils import timezone

from fazhi.demo.citizens import CITIZEN
from fazhi.documents.actions import Submit
from fazhi.duties.actions import stage
from fazhi.office.actor import Actor, actor_of
from fazhi.office.models import Organ
from fazhi.portal.contact import Contact
from fazhi.registers.actions import upload
from fazhi.registers.models import Register
from fazhi.search.actions import update_all
from fazhi.statutes.importing import Import
from fazhi.statutes.source import files
from tools.environment import ROOT

STATUTES = ROOT / "tests" / "statutes" / "texts"
"""A regulation in words of our own, in two editions."""
OUTLINE = """演示区法治宣传教育规划（2026—2030年）

一、总体要求
1.普法责任。各部门每年开展两次普法宣传，2027年底前建成普法阵地。（牵头单位：区司法局；责任单位：区普法办、各街道）
2.学法用法。每半年至少组织一次领导干部旁听庭审。（牵头单位：区委组织部；责任单位：区司法局）
二、保障措施
3.队伍建设。普法志愿者不少于200人，并努力办好。（牵头单位：区司法局；责任单位：各街道）
"""
DECISION = """行政处罚决定书（演示）
当事人：张志祥，男，身份证号110101199003077735，住天津市河东区演示路8号3门201室，电话13800138000。
经查，当事人于2026年3月5日占用公共场所摆摊经营，影响通行。
依照《天津市城市管理规定》，责令改正，并处罚款二百元。
"""
LIST = """编码,职权名称,职权类型,依据,行使主体,运行流程,对应责任
演示-901,演示·公证机构执业审核,行政许可,《行政许可法》第三十八条,天津市河东区司法局,受理—审查—决定,依法追责
演示-902,,无此类型,《行政许可法》第九百条,天津市河东区司法局,受理—审查—决定,依法追责
演示-901,演示·基层法律服务所备案,行政确认,《行政许可法》第三十八条,演示单位,受理—审查—决定,依法追责
"""


class Mailbox:
    """Where the one-time code of the demo's citizen arrives."""

    codes: list[str] = []

    def send(self, contact: Contact, code: str, at: datetime) -> None:  # noqa: ARG002
        Mailbox.codes.append(code)


def furnish() -> None:
    """By the same actions as a real one."""
    now = timezone.now()
    deque(Import().run(files(STATUTES)), maxlen=0)
    justice = Organ.objects.get(code="justice")
    clerk = _actor("demo-justice")
    stage(_actor("demo-coordinator"), "演示规划.txt", OUTLINE.encode(), now)
    Submit(justice, "演示决定书.txt", DECISION.encode()).perform(clerk, now)
    own = Register.objects.get(organ=justice, kind="power-list")
    upload(clerk, own, "演示清单.csv", LIST.encode(), now)
    update_all()


def cookies(who: str) -> dict[str, str]:
    """Those of somebody's browser after the log-in; none of a visitor's."""
    client = Client(HTTP_HOST="127.0.0.1")
    if who == "citizen":
        _enter(client)
    elif who:
        client.force_login(get_user_model().objects.get(username=who))
    return {name: morsel.value for name, morsel in client.cookies.items()}


def _enter(client: Client) -> None:
    settings.CONFIG = settings.CONFIG.model_copy(update={"code_mail": f"{__name__}.Mailbox"})
    page = client.post("/mine/enter", {"contact": CITIZEN}).content.decode()
    ticket = re.findall(r'name="ticket" value="([^"]+)"', page)[0]
    client.post("/mine/code", {"contact": CITIZEN, "ticket": ticket, "code": Mailbox.codes[-1]})


def _actor(login: str) -> Actor:
    return actor_of(get_user_model().objects.get(username=login), timezone.localdate())
