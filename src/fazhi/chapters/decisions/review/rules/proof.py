"""Proofs and papers asked of applicants: each needs a legal basis (优化营商环境条例第四十四条)."""

import re
from collections.abc import Iterator

from fazhi.chapters.decisions.review import phrase
from fazhi.chapters.decisions.review.document import Document
from fazhi.chapters.decisions.review.finding import Finding, Rule, Severity
from fazhi.chapters.decisions.review.ground import Ground
from fazhi.chapters.decisions.review.mood import Mood
from fazhi.chapters.decisions.review.phrase import Phrase, words

PROOF = Rule(
    "review.R11",
    "增设证明事项",
    Severity.CHECK,
    "优化营商环境条例第四十四条",
    "要求提供证明，文中没有写明法律、法规或者国务院决定依据",
    "核对证明事项清单；清单之外的删去，改为书面承诺或者部门间核查",
)
OPEN = Rule(
    "review.R12",
    "兜底材料要求",
    Severity.NOTE,
    "优化营商环境条例第三十五条",
    "以“其他材料”兜底，申请人无从预知，可能增设办理条件",
    "逐项列明材料，删去兜底条款，或者限为法律、法规规定的材料",
)
AGENT = Rule(
    "review.R15",
    "指定或者强制中介服务",
    Severity.MUST_FIX,
    "优化营商环境条例第四十三条",
    "为市场主体指定中介服务机构，或者以没有依据的中介服务为办理条件",
    "删去指定，由市场主体自主选择；没有依据的中介服务不作条件",
)
KINDS = (
    "无(?:犯罪|违法|违规|违法违规|重大违法)(?:犯罪)?(?:记录)?|居住|收入|单身|婚姻状况|未婚|亲属关系|无房"
    "|无住房|贫困|困难|"
    "(?:居|村)民?委员?会~4|社区~4|街道~4|所在单位~4|工作单位~4|用人单位~4|派出所~4|无业|未就业|健康状况"
    "|经营场所|"
    "纳税|完税|就业|务工就业|务工|社保缴纳|社会保险缴纳|银行资信|资信|信用|无欠税|同意设立|邻里|无异议"
)
ASKED = re.compile("提供|提交|出具|开具|递交|附|材料|凭|持")
EXCUSED = re.compile(
    "不得要求|无需|无须|不再|取消|免于|免予|承诺代替|告知承诺|核验|自愿|可以?不|免提交|清单之外|内部"
)
SETTING = [
    Phrase(
        PROOF,
        words(
            r"(?:居民委员会|村民委员会|居委会|村委会|社区|街道办事处|所在单位|派出所)~4(?:出具|开具"
            r"|盖章)的?~6证明(?:材料)?"
        ),
        EXCUSED,
        mood=Mood.BAN,
    ),
    Phrase(
        PROOF,
        words(rf"(?:{KINDS})(?:情况|状况|事项)?(?:的)?(?:书面)?证明(?!责任)(?:材料|信|书|文件)?"),
        EXCUSED,
        ASKED,
        mood=Mood.BAN,
    ),
    Phrase(
        OPEN,
        words(
            r"(?:其他|其它)(?:相关|有关)?(?:需要|应当|须|应|要求|必要)?的?(?:提供|提交)?的?~6(?:材料|证明"
            r"|资料)(?=[。；\n]|$)"
        ),
        re.compile("法律|法规|规章|规定的"),
        re.compile("提交|提供|申请|申报|报送"),
        Ground.VAGUE,
        mood=Mood.BAN,
    ),
    Phrase(
        AGENT,
        words(
            r"(?:应当?|须|必须|需)~16(?:由|经|到|向|委托|选择|选用)~12(?:指定|确定|认可|推荐|公布)的?~8"
            r"(?:中介|评估|检测|检验|鉴定|审计|测绘|监理|咨询|设计|代理)~6(?:机构|单位|公司|企业)"
        ),
        re.compile("主管部门(?:应当|委托)|政府采购|司法|依法设立|财政|自主选择"),
    ),
]


def find(document: Document) -> Iterator[Finding]:
    """Proofs, open-ended lists of papers and prescribed agents asked of applicants."""
    yield from phrase.find(document, SETTING)
