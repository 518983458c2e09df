"""Burdens and lost rights without a law behind them (行政复议法实施条例第五十四条)."""

import re
from collections.abc import Iterator

from fazhi.chapters.decisions.review import phrase
from fazhi.chapters.decisions.review.document import OWN, Document
from fazhi.chapters.decisions.review.finding import Finding, Rule, Severity
from fazhi.chapters.decisions.review.ground import Ground
from fazhi.chapters.decisions.review.mood import Mood
from fazhi.chapters.decisions.review.phrase import Phrase, words

CLOSURE = Rule(
    "review.R10",
    "普遍停产停业",
    Severity.MUST_FIX,
    "优化营商环境条例第五十九条第二款",
    "要求相关行业、区域的市场主体普遍停产、停业",
    "改为对违法者逐案依法处理；属法定例外的，写明并报有权机关批准",
)
BURDEN = Rule(
    "review.R13",
    "减损权利或者增加义务",
    Severity.CHECK,
    "行政复议法实施条例第五十四条第三项、优化营商环境条例第六十四条第一款",
    "减损公民、企业的权利或者增加其义务，文中没有写明法律、法规依据",
    "写明依据；没有依据的删去",
)
REMEDY = Rule(
    "review.R14",
    "限制救济或者免除自身责任",
    Severity.MUST_FIX,
    "行政复议法实施条例第五十四条第三项",
    "限制复议、诉讼、赔偿等法定救济，或者预先免除机关的责任",
    "删去",
)
PRECEDENCE = Rule(
    "review.R16",
    "自定优先于上位法",
    Severity.MUST_FIX,
    "行政复议法实施条例第五十四条第二项",
    "规定与法律、法规、规章不一致时以本文件为准，与上位法抵触",
    "改为“与上位法不一致的，以上位法为准”，或者删去",
)
SECRET = Rule(
    "review.R17",
    "以不公布的文件为依据",
    Severity.MUST_FIX,
    "优化营商环境条例第六十四条第二款",
    "涉及权利义务的规范性文件未经公布不得作为行政管理依据",
    "删去不公开的要求，按程序公布",
)
EXCEPTED = re.compile("应急|预警|响应|疫情|灾|安全事故|重污染|地震")
WRONG = "(?:欠缴|未缴清|未缴纳|未交|拖欠|未清缴|拒不~10|不配合~6)"
SETTING = [
    Phrase(
        CLOSURE,
        words(r"(?:一律|全部|普遍|集中|全面|统一)~8(?:停产|停业|停工|关停|停止营业|停止经营|关门)"),
        EXCEPTED,
    ),
    Phrase(
        BURDEN,
        words(r"[0-9一二两三四五六七八九十]+年(?:之?内)?~4不得~6(?:从事|经营|参加|参与|承接|进入)~16+"),
        re.compile("申报|评审|公务|干部|专家|评选|评优|奖|志愿|离职|代理"),
    ),
    Phrase(
        BURDEN,
        words(r"(?:必须|应当?|须)(?:统一)?(?:加入|参加)~10(?:协会|商会|学会|联盟)"),
        re.compile("党员|党组织|会议"),
    ),
    Phrase(
        BURDEN,
        words(r"(?:必须|应当?|须)~10(?:购买|投保|办理)~14(?:责任险|保险|意外险)"),
        re.compile("社会保险|工伤|养老|医疗|失业|机关|政府|志愿|参保|救援|出具"),
    ),
    Phrase(
        BURDEN,
        words(r"(?:列入|纳入)~10(?:黑名单|失信名单|失信主体|严重失信|联合惩戒)"),
        re.compile("未被?列入|没有|无不良|信用中国|查询|移出|修复|被列入|未纳入|(?:名单|主体)的"),
    ),
    Phrase(
        BURDEN,
        words(rf"{WRONG}[^。；\n]{{0,24}}?(?:不予|暂停|停止|不得)~4(?:办理|受理|审批|登记|发放|过户)~8+"),
        mood=Mood.BAN,
    ),
    Phrase(
        BURDEN,
        words(r"(?:取消|撤销|剥夺|收回)(?:其)?~6(?:经营权|经营资格|从业资格|营业资格|使用权|承包权)"),
        re.compile("协议|合同|约定|公租房|租"),
        mood=Mood.BAN,
    ),
    Phrase(
        BURDEN,
        words(r"无偿(?:收回|征用|使用|拆除|占用)~10(?:土地|房屋|财产|物资|车辆|场地|设施|成果)?"),
        re.compile("志愿|公共|免费"),
    ),
    Phrase(
        BURDEN,
        words(r"(?:禁止|不得|不准|限制)~6(?:夜间|节假日|周末)~8(?:营业|经营)|营业时间不得~10+"),
        re.compile("噪声|噪音|油烟"),
        mood=Mood.BAN,
    ),
    Phrase(
        REMEDY,
        words(
            r"(?:不得|不准|无权|放弃)(?:再|就此|对此)?(?:提起|申请|提出|要求)~8(?:诉讼|复议|赔偿|补偿|仲裁)"
        ),
        re.compile("同一|再次|重复|期限|逾期|撤回|调解协议|受理"),
        mood=Mood.BAN,
        within=Ground.VAGUE,
    ),
    Phrase(
        REMEDY,
        words(r"(?:决定|裁决|结论|答复|认定)(?:为|是)(?:最终|终局)"),
        re.compile("法律规定|仲裁|国务院"),
        mood=Mood.BAN,
    ),
    Phrase(
        REMEDY,
        words(
            r"(?:政府|管理部门|主管部门|本局|本机关|本委|街道|管委会|本单位|我局|我办)~8(?:概不"
            r"|不)(?:承担|负)~8责任|概不负责|最终解释权"
        ),
        re.compile("不承担(?:保证|举证)"),
        mood=Mood.BAN,
        within=Ground.VAGUE,
    ),
    Phrase(
        PRECEDENCE,
        words(
            rf"(?:法律|法规|规章|上位法|国家~6规定|上级~6规定|(?:条例|法)》)[^。；\n]{{0,24}}?(?:不一致"
            rf"|抵触|冲突)的?[，,]?~6(?:以|按照?|执行|适用)本{OWN}(?:为准|执行|规定)?"
        ),
        re.compile(r"以(?:法律|法规|上位法|上级|国家)"),
        mood=Mood.BAN,
        within=Ground.NAMED,
        raw=True,
    ),
    Phrase(
        SECRET,
        words(rf"(?:本{OWN})~8(?:不对外公布|不对外公开|不予公开|不公开|不公布|内部掌握|内部执行)"),
        mood=Mood.BAN,
    ),
]


def find(document: Document) -> Iterator[Finding]:
    """Burdens that the document lays on citizens and firms, and rights it takes from them."""
    yield from phrase.find(document, SETTING)
