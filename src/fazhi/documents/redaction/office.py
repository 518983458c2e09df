"""Who acts in office: representatives of organs, officials and lawyers, told by the words around a name."""

import re

from fazhi.documents.redaction import following
from fazhi.documents.redaction.policy import Policy
from fazhi.documents.redaction.role import Part

ORGAN = (
    r"本局|我局|本机关|本府|本院|本委|我委|本队|我队|[一-鿿]{1,30}(?:人民政府|政府|[一-鿿]局|分局"
    r"|委员会|管委会|街道办事处|办事处|人民法院|检察院|[一-鿿]厅|[一-鿿]委|派出所|支队|大队|总队|"
    r"海关|税务局|公安处|执法队|监狱|看守所|指挥部|征收办公室|征收办|中心支行|监管局)"
)
FIRM = (
    r"[一-鿿()A-Za-z0-9]{2,40}(?:公司|企业|厂|商行|店|超市|饭店|餐厅|经营部|合作社|医院|学校"
    r"|幼儿园|事务所|协会|银行|支行|个体工商户|工作室|门诊部|诊所|药房|中心|合伙)"
)

NEAREST = re.compile(rf"(?P<organ>{ORGAN})|(?P<firm>{FIRM})")
PARTY = re.compile(r"申请人|原告|被告|上诉人|第三人|当事人|执行人|被处罚人|复议机关")
TITLE = re.compile(
    r"[,(、 ]{1,2}(?:系|该|时任|现任|职务[: ]?)?[^,。;\n]{0,24}?(?:局长|区长|县长|市长|省长"
    r"|镇长|乡长|厅长|部长|处长|科长|主任科员|科员|所长|支队长|大队长|中队长|队长|"
    r"检察长|街道[^,。]{0,4}主任|副主任|主任|党[组委]书记|干部|公务员|民警|法规科|法制科|办公室工作人员"
    r"|(?:局|政府|委|厅|院|所|处|办|队|街道办事处)(?:的)?(?:工作人员|法律顾问|职工|干部))"
)
LAWYER = re.compile(
    r"(?:[,(、 ]{1,2}(?:[男女][,、 ]{1,2})?(?:均?系|均为)?[^,。;:\n]{0,30}?)?(?:律师|法律工作者"
    r"|公职律师|律所)"
)
COMPANY = re.compile(r"[,(、 ]{1,2}[^,。;、\n]{0,20}(?:董事|经理|公司|员工|职员|股东|厂长|店长)")
COMPANY_NAME = re.compile(
    r"(?:物业|劳务|运输|物流|装修|装饰|施工|建筑|建设|建材|加工|养殖|种植|租赁|信息|科技|商贸|贸易|保险|置业|地产"
    r"|食品|餐饮|电子|机械|化工|医药|农业|旅游|文化|传媒|教育|投资|电力|燃气|拆迁|评估|开发|监理|担保)?(?:公司|集团)"
)
"""What makes a company of the characters before it."""
OF_FIRM = re.compile(
    r"(?:公司|集团|[工药]厂|银行|支行|合作社)(?:[一-鿿]{0,12}(?:部|处|科|室|中心|车间|项目部|副?总))?$"
)
"""Whose head or staff somebody is who acts for nobody in office (某公司财务部部长)."""
SIGNS = re.compile(
    r"(?:\([一-鿿]{2,6}\))?(?:(?![至到在于与向对的将被把从及])[一-鿿]){0,16}?(?:\([一-鿿]{2,6}\))?(?:有限责任公司|股份有限公司|有限公司"
    r"|集团|公司|律师事务所|会计师事务所|事务所|合作社|基金会|慈善|医院|中学|小学|大学|学校|图书馆"
    r"|纪念馆|故居|奖)"
)


def part(text: str, start: int, end: int, policy: Policy) -> Part:
    """Whether a 法定代表人, 负责人 or 委托代理人 acts for an organ, as a lawyer, or privately.

    >>> text = "被告甲区人民政府,法定代表人王甲,区长。"
    >>> part(text, 9, 16, Policy()).value
    'official'
    """
    if LAWYER.match(text, end):
        return Part.OFFICIAL if not policy.lawyers else Part.PRIVATE
    if COMPANY.match(text, end) and not TITLE.match(text, end):
        return _company(policy)
    if TITLE.match(text, end) or _for_organ(text[max(0, start - 150) : start]):
        return Part.OFFICIAL
    return _company(policy) if "人表" in text[start:end] or "表人" in text[start:end] else Part.EITHER


def of_firm(text: str, start: int) -> bool:
    """Whether a title that begins at a place is one of a company's.

    >>> of_firm("某某有限公司财务部部长", 9), of_firm("某区财政局局长", 5)
    (True, False)
    """
    return OF_FIRM.search(text, max(0, start - 24), start) is not None


def lawyer(text: str, end: int, policy: Policy, otherwise: Part) -> Part:
    """The part of a name followed by a law firm; otherwise what its label said."""
    return Part.OFFICIAL if LAWYER.match(text, end) and not policy.lawyers else otherwise


def _company(policy: Policy) -> Part:
    return Part.PRIVATE if policy.representatives else Part.OFFICIAL


def _for_organ(before: str) -> bool:
    """Whether the organisation named last before a place is an organ of state."""
    parties = [m.start() for m in PARTY.finditer(before)]
    found = [m.lastgroup for m in NEAREST.finditer(before, parties[-1] if parties else 0)]
    person = re.search(r"[,、 ][男女][,、 ][^\n]*$", before)
    return bool(found) and found[-1] == "organ" and person is None


def is_company(text: str, end: int) -> bool:
    """Whether what ends at a place is the short name of a company, perhaps with its trade.

    >>> is_company("甲太物业公司员工", 2), is_company("张三向公司", 2)
    (True, False)
    """
    return COMPANY_NAME.match(text, end) is not None


def is_organisation(value: str) -> bool:
    """Whether a short value ends as an organisation's name does.

    >>> is_organisation("河东区法院"), is_organisation("张志祥")
    (True, False)
    """
    return (
        re.search(r"(?:公司|局|院|店|厂|部|会|所|队|厅|委|处|站|中心|行|社|校|室|府|办|科|组)$", value)
        is not None
    )


def is_firm(text: str, end: int) -> bool:
    """Whether a name that ends at a place is part of a company's name, which stays.

    A shop's name that holds its owner's is hidden with it.

    >>> is_firm("甲张志祥食品有限公司", 4), is_firm("张志祥与甲公司", 3)
    (True, False)
    """
    signed = SIGNS.match(text, end) is not None and following.FOLLOWS.match(text, end) is None
    return signed or is_company(text, end)
