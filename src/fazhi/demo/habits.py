"""What the demo's cases are about and how they usually go: data of the demo, and no rule of any law.

Every act still goes through the real actions and is lawful; the habits only say what a district mostly does.
"""

from collections.abc import Mapping
from datetime import timedelta

from fazhi.procedure.history import Manner, Telling

SUBJECTS: Mapping[str, tuple[str, ...]] = {
    "disclosure-on-request": ("演示：公开某项目批复", "演示：公开某年度预算说明", "演示：公开某次会议纪要"),
    "simple-penalty": ("演示：占道经营", "演示：未按规定堆放物料"),
    "administrative-mediation": ("演示：物业服务纠纷", "演示：消费纠纷"),
    "ordinary-penalty": ("演示：擅自设置户外广告", "演示：未按规定处置建筑垃圾"),
    "normative-document": (
        "演示：便民服务设施管理办法",
        "演示：沿街市容秩序管理办法",
        "演示：停车泊位管理办法",
        "演示：既有住宅加装电梯实施办法",
        "演示：社区养老服务补贴实施细则",
        "演示：小型餐饮服务场所管理规定",
        "演示：政府投资项目管理办法",
        "演示：公共租赁住房使用管理办法",
        "演示：街道社区工作者管理办法",
        "演示：非机动车集中停放管理规定",
        "演示：户外广告设施设置管理规定",
        "演示：基层文化设施开放办法",
    ),
    "major-decision": (
        "演示：老旧小区改造总体方案",
        "演示：公共停车设施专项规划",
        "演示：义务教育学位布局调整方案",
        "演示：社区养老服务设施布局规划",
        "演示：生活垃圾分类收运体系建设方案",
        "演示：滨河绿道建设项目",
        "演示：菜市场标准化提升方案",
        "演示：公共卫生应急物资储备规划",
        "演示：城市更新年度实施方案",
    ),
    "fair-competition-review": ("演示：服务业奖励办法（草案）", "演示：政府采购若干措施（草案）"),
    "decision-catalogue": ("演示：年度重大行政决策事项目录",),
}
PACE: Mapping[str, timedelta] = {
    "ordinary-penalty": timedelta(days=47),
    "normative-document": timedelta(days=61),
    "major-decision": timedelta(days=91),
    "fair-competition-review": timedelta(days=53),
    "decision-catalogue": timedelta(days=365),
}
LAWFUL = ("lawful",) * 7 + ("unlawful",)
ADVICE = ("lawful", "lawful", "lawful", "amend")
COMMENTS = (
    "演示：建议写明夜间和节假日的安排。",
    "演示：希望增加公示的渠道，方便老年人查看。",
    "演示：建议缩短办理时间，减少重复提交材料。",
)
DISPOSED = ("adopted", "partly", "declined")
REASON = "演示：已研究，理由见起草说明。"
MONTH = timedelta(days=31)
TOLD: Mapping[str, Mapping[str, Telling]] = {
    "normative-document": {
        "normative": True, "market": True, "listed": True, "opinion": LAWFUL,
        "burden_free": True, "advice": ADVICE,
        "result": ("adopted",) * 9 + ("back",), "dissent": ("无", "无", "演示：建议缩小适用范围"),
        "comment_period": "full", "comments_until": MONTH, "comment": COMMENTS, "disposition": DISPOSED,
        "disposition_reason": REASON, "issuer": ("government", "government", "office", "department"),
        "fair_competition": ("cleared", "cleared", "excepted"), "departments": "agreed", "copies": 5,
        "department_opinions": "演示：各部门无不同意见", "validity": "dated", "interpreted": True,
        "valid_until": timedelta(days=1826), "congress_opinion": "sound", "evaluation": "keep",
        "transition": ("given", "not-needed"), "market_heard": "演示：区工商联、商会代表",
        "argument": "演示：必要可行", "kept_reason": "演示：继续适用", "number": "演示东政规〔示例〕号",
        "index_number": "演示索引号", "address": "演示网址", "filing_number": "演示备字",
    },
    "major-decision": {
        "opinion": LAWFUL, "within_powers": True, "procedure_followed": True, "content_lawful": True,
        "decision": ("adopted",) * 9 + ("rejected",), "meeting": ("executive", "executive", "plenary"),
        "risk": ("controllable", "controllable", "assessed"), "fair_competition": ("cleared", "none"),
        "interested": False, "laws_listed": True, "secret": False, "materials_complete": True,
        "advice": ADVICE, "comment_period": "full", "comments_until": MONTH, "comment": COMMENTS,
        "disposition": DISPOSED, "disposition_reason": REASON, "departments": "agreed", "dispute": "无",
        "groups": ("heard", "none"), "hearing_by_law": False, "expropriation": False,
        "hearing_on": timedelta(days=20), "record_signed": True, "in_catalogue": True,
        "remark": "演示：同意方案", "dissent": "演示：建议先行试点，分两年实施",
        "with_majority": True, "congress": "not-required", "concern": True, "explained": True,
        "executor_unit": "区住建委", "progress": ("演示：完成招标，已经开工", "演示：完成年度计划的七成"),
        "urgent": True, "argued_before": False, "public_heard": True, "evaluation": "continue",
        "adjusted_lawfully": True, "expert_list": "演示·专家甲、演示·专家乙", "dissent_weighed": True,
        "options": 2, "lead_unit": "区住建委", "new_decision": "演示：调整后的方案",
    },
}  # fmt: skip
"""Facts as they mostly are; texts that say something."""
MANNERS: Mapping[str, Manner] = {
    "normative-document": Manner(
        {
            "send_review": 20, "abandon": 34,
            "not_normative": 400, "return_materials": 7, "revise": 60, "send_back": 30,
            "change": 60, "retire": 2, "evaluate": 8, "keep": 12, "defer": 12, "stop_applying": 90,
            "file_municipal": 12,
        },
        again=90,
        dawdles=16,
    ),
    "major-decision": Manner(
        {
            "exclude": 300, "decline": 120, "return_materials": 7, "revise": 60, "adjust_draft": 4,
            "send_back": 30, "announce_hearing": 3, "object": 2, "report_problem": 30, "suspend": 20,
            "resume": 1, "send_review": 20,
            "evaluate": 8, "replace": 700, "complete": 40, "look_back": 900, "look_back_delay": 900,
            "add_to_minutes": 60, "opine": 4, "report_execution": 2, "inspect": 2,
        },
        again=90,
        dawdles=16,
    ),
}  # fmt: skip
"""Of a dozen documents most are published and filed, one or two are given up, some come back once."""
