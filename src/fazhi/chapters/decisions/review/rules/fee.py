"""Money from citizens and firms: fees, funds and deposits need a law (优化营商环境条例第二十五条)."""

import re
from collections.abc import Iterator

from fazhi.chapters.decisions.review import phrase
from fazhi.chapters.decisions.review.document import Document
from fazhi.chapters.decisions.review.finding import Finding, Rule, Severity
from fazhi.chapters.decisions.review.phrase import Phrase, words

FEE = Rule(
    "review.R07",
    "设立收费、基金、保证金",
    Severity.MUST_FIX,
    "优化营商环境条例第二十五条",
    "设立了收费、基金或者保证金，文中没有写明法律、行政法规依据或者国务院批准",
    "删去；确有依据的，写明依据和收费目录清单中的项目",
)
LEVY = Rule(
    "review.R08",
    "摊派",
    Severity.MUST_FIX,
    "优化营商环境条例第十四条第三款",
    "在法律、法规之外要求市场主体或者个人出钱、出物、出力",
    "删去，或者改为自愿",
)
REWARD = Rule(
    "review.R09",
    "罚没收入与机关利益挂钩",
    Severity.MUST_FIX,
    "行政处罚法第七十四条第三款",
    "罚款、没收的款项与任务、考核或者经费挂钩",
    "删去任务、指标和返还，罚没款项全部上缴国库",
)
KNOWN = re.compile(
    "社会保险|社保|医疗保险|医保|养老|失业|工伤|生育|公积金|物业费|物业服务费|物业管理费|租金|房租|租赁"
    "|水费|电费|燃气费|供热费|采暖费|取暖费|停车费|停车服务费|学费|住宿|伙食|保教|"
    "托育|培训费|党费|会费|工会|诉讼费|仲裁费|律师|公证|鉴定|检测费|评估费|利息|房款|残疾人就业保障金"
    "|污水处理费|税款|税费|减半|减征|缓缴|"
    "教育费附加|投标|履约|质量保证金|质保金|农民工工资|维修资金|个人缴费|保险费|保费|参保|挂号|诊疗|护理"
    "|服务费标准|门票|餐费|"
    "代收|抚养|赡养|合同|协议|约定|自愿|市场调节|政府指导价|政府定价|价格主管部门|发展改革部门|管网|丧葬"
    "|出让|替代|代替|保函|合理|成本|[费金]的[，,；;。]"
)
MONEY = r"(?:费用?|基金|保证金|押金|抵押金|风险金|定金)"
NAMED = "(?:保证金|押金|抵押金|风险金|定金|基金|[一-鿿]{1,6}费(?!用))"
"""What somebody is to pay is a fee of this document only where it has a name."""
SETTING = [
    Phrase(
        FEE,
        words(
            rf"(?:收取|征收|预交|预缴|加收)[^，。；、\n]{{0,18}}?{MONEY}"
            rf"|(?:缴纳|交纳|缴存|缴付|交付|存入)[^，。；、\n]{{0,14}}?{NAMED}"
            rf"|基金[^。；\n]{{0,16}}?由~10(?:企业|经营者|商户|会员|业主)~12(?:缴纳|缴存|出资)"
            rf"|每~6收费~4[0-9一二三四五六七八九十百]+元"
        ),
        KNOWN,
    ),
    Phrase(
        LEVY,
        words(r"(?:应当?|须|必须|统一|一律)~12(?:捐款|捐赠|赞助|集资|出工|义务工|认购|筹资)"),
        re.compile("自愿|募捐|慈善|公示|合同|项目资本金|捐赠人|受赠|接受|信息公开|使用|管理"),
        re.compile("企业|经营者|商户|个人|居民|村民|家庭|业主|市场主体|单位"),
    ),
    Phrase(
        REWARD,
        words(r"(?:罚款|罚没)~14(?:任务|指标|返还|分成|提成|挂钩)"),
        re.compile("不得|禁止|严禁|脱钩|举报|奖励|不与|不以"),
    ),
]


def find(document: Document) -> Iterator[Finding]:
    """Fees, levies and shares of fines; prices of contracts and fees under price law are none."""
    yield from phrase.find(document, SETTING)
