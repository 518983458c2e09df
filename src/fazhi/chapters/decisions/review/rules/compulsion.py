"""Compulsion: measures only laws and regulations may set, execution only laws (行政强制法)."""

import re
from collections.abc import Iterator

from fazhi.chapters.decisions.review import phrase
from fazhi.chapters.decisions.review.document import Document
from fazhi.chapters.decisions.review.finding import Finding, Rule, Severity
from fazhi.chapters.decisions.review.mood import Mood
from fazhi.chapters.decisions.review.phrase import Phrase, words
from fazhi.chapters.decisions.review.rules.penalty import BENCHMARK

MEASURE = Rule(
    "review.R04",
    "设定行政强制措施",
    Severity.MUST_FIX,
    "行政强制法第十条第四款",
    "规范性文件设定了行政强制措施，文中没有写明所依据的法律、法规",
    "删去；确为重申上位法的，写明其名称和条款",
)
EXECUTION = Rule(
    "review.R05",
    "设定行政强制执行",
    Severity.MUST_FIX,
    "行政强制法第十三条",
    "行政强制执行只能由法律设定，文中没有写明所依据的法律",
    "删去；法律没有授权的，改为申请人民法院强制执行",
)
SUPPLY = Rule(
    "review.R06",
    "以停水停电迫使履行",
    Severity.MUST_FIX,
    "行政强制法第四十三条第二款",
    "以停止供水、供电、供热、供燃气等方式督促履行；对居民生活为法律所禁止",
    "删去停止供应的措施，改用法律规定的执行方式",
)
NOUN = re.compile(
    "清单|决定书|人民法院|法院|司法|公安机关|听证|裁量|预算|额度|编制|报废|保险|教育|制度|财政|拨付|指标"
    "|程序|法制审核|全过程记录|应当制作|措施[的时]"
)
OBJECT = (
    "(?:场所|设施|财物|物品|车辆|工具|设备|账户|存款|资金|产品|货物|材料|犬只|自行车|电动车|摩托车|三轮车)"
)
SOME = "(?:查封|扣押|扣留|暂扣|冻结)"
SETTING = [
    Phrase(
        MEASURE,
        words(rf"(?:予以|给予|实施|进行|先行|可以?|并|有权){SOME}(?:~12{OBJECT})?"),
        NOUN,
        mood=Mood.DEED,
    ),
    Phrase(MEASURE, words(rf"{SOME}(?!的|、|或|和|及)~10{OBJECT}"), NOUN, mood=Mood.DEED),
    Phrase(MEASURE, words(r"强制(?:隔离|带离|约束|传唤|治疗|遣送|驱离|检疫|收容)"), NOUN, mood=Mood.DEED),
    Phrase(
        EXECUTION,
        words(
            r"强制(?:拆除|清除|清理|搬离|搬迁|拖离|拖移|划拨|腾退|收回|关闭)|(?:予以|组织|实施|进行|直接"
            r"|可以?|由~12)强制执行|强行(?:拆除|清除|拖离)"
        ),
        NOUN,
        mood=Mood.DEED,
    ),
    Phrase(
        EXECUTION,
        words(r"(?:组织|实施|进行|予以|由~14)(?:代为?(?:履行|清除|清理|拆除))|可以?代(?:为)?履行"),
        NOUN,
        mood=Mood.DEED,
    ),
    Phrase(
        EXECUTION,
        words(r"(?:加收|加处|收取|缴纳|征收|支付)(?!的)~10滞纳金"),
        words("社会保险|税款|水费|电费|合同|约定"),
        mood=Mood.DEED,
    ),
    Phrase(
        EXECUTION,
        words(
            r"(?:拆除|清除|清理|拖移|拖离|搬离)~6[，,]?(?:所需|相关|由此产生的)?费用由(?:当事人|违法~6人"
            r"|责任人|行为人|建设人|业主|车主|所有人)~4承担"
        ),
        NOUN,
        mood=Mood.DEED,
    ),
    Phrase(
        SUPPLY,
        words(
            r"(?:停止|中断|切断|暂停)~8(?:供水|供电|供热|供气|供燃气|水电|用水|用电)|断水断电|停水停电"
            r"|停水、停电|断水、断电"
        ),
        re.compile(
            "检修|抢修|故障|突发|事故|预案|通知用户|停水停电(?:信息|通知|公告|时间)|恢复|计划|地震|火灾"
            "|施工需要"
        ),
        re.compile("逾期|拒不|拒绝|不履行|违|未缴|督促|采取|措施|配合|不执行|不整改"),
    ),
]


def find(document: Document) -> Iterator[Finding]:
    """Compulsory measures and ways of execution that the document sets itself."""
    if not BENCHMARK.search(document.title):
        yield from phrase.find(document, SETTING)
