"""Homes: province, city and district stay, what leads to the door is hidden; workplaces stay."""

import re
from collections.abc import Iterator

from fazhi.documents.redaction.kind import Kind
from fazhi.documents.redaction.policy import Policy
from fazhi.documents.redaction.span import Span

REGION = re.compile(
    r"(?:中国)?(?:(?:北京|天津|上海|重庆)市?|[一-鿿]{2,7}?(?:省|自治区|特别行政区)|(?:内蒙古|广西|西藏"
    r"|宁夏|新疆))?"
    r"(?:市辖区)?(?:[一-鿿]{1,9}?(?:市(?!场)|自治州|地区(?!域)|盟))?"
    r"(?:[一-鿿]{1,7}?(?:自治县|县|新区|(?<![小园社校厂景库片辖])区(?!域|块|间)|市(?!场)|(?<=[一-鿿])旗))?"
)
END = re.compile(
    r"[,。;、\n\t(){}\[\]“”\"《》]|[: ](?=[一-鿿A-Z])|(?:联系)?电话|身份证|公民身份|邮编"
    r"|邮政编码|统一社会|法定代表|经营者|负责人|"
    r"(?<=[号室户村组区里])(?:的|内|处|居住|房屋|系|与|和|至今)|(?<=[0-9])(?:面向|开展|从事|经营|内|的"
    r"|房屋|居住)|因|不服|于(?=\d)|系(?!统)|的(?=房|住|家|人)"
)
HOME = re.compile(
    r"(?:(?:家庭|现|户籍|常|经常|原|实际|暂|身份证(?:上)?|户口|本人)(?:住址|住所地?|居住地址?|所在地址?"
    r"|地址|登记地址|登记住址|住)"
    r"|住 {0,4}址|住 {0,4}地(?=:)|居住地址?|户籍地址?|户籍所在地|户口所在地|居住(?:于|在)|家住|租住(?:于|在)?"
    r"|暂住(?:于|在)?|居所)(?:地|地址)?(?:为|是|在|位于|于)?[: ]{0,4}"
)
LIVES = re.compile(
    r"(?:(?<![一-鿿A-Za-z])|(?<=[族生男女前]))住(?!院|宿|房|建|所|址|户|宅|持|保|处|改)(?:在|于)?[: ]{0,3}"
)
SHARED = re.compile(
    r"(?<![营业办公册居])(?:住 {0,4}所(?: {0,4}地)?(?:\(住址\)|\(经营场所\)|\(地址\))?|联系地址"
    r"|通讯地址|通信地址"
    r"|送达地址|邮寄地址|收件地址|收货地址"
    r"|(?<![一-鿿])地址)(?:为|是|在|位于)?[: ]{1,4}|(?<=,)住所(?:地)?(?=[一-鿿]{2,3}[省市])"
)
PERSON = re.compile(r"[,、\s(][男女](?:性)?[,、\s)]|出生|族[,、]|身份证|公民身份|姓名|信访人|投诉人|举报人")
ORGANISATION = re.compile(
    r"本机关|本局|我局|我委|联系人|咨询|公司|企业|工厂|[一-鿿]厂|商行|商店|超市|饭店|餐厅|小吃|店[,、\s"
    r"(]|[一-鿿]{2}店|经营部|中心|合作社|医院|学校|幼儿园|事务所|分局|[一-鿿]局"
    r"|政府|委员会|办事处|支队|大队|派出所|人民法院|检察院|协会|银行|[一-鿿]行[,、\s]|统一社会信用代码"
    r"|营业执照|主体资格"
)
STREET = r"(?:[一-鿿]{2,9}(?:街道|镇|乡))?"
RESIDENCE = re.compile(
    rf"{STREET}"
    r"(?:[一-鿿]{1,8}(?:小区|家园|花园|公寓|新村|花苑|嘉园|名苑|苑|里|园|城|府|湾|庭|居|郡|墅|坊|院|巷"
    r"|胡同|街|路|道|村|楼|期|区|宿舍|公馆)"
    r"[ ]?)?(?:[A-Za-z]?\d{1,4}[-号]?)?[ ]?[A-Za-z]?\d{1,4}(?:号楼|栋|幢|座"
    r"|楼(?!层))[ ]?(?:[A-Za-z\d一二三四五六七八九十]{1,3}(?:单元|门|号门|层)[ ]?)?"
    r"[A-Za-z]?\d{1,4}-?\d{0,4}(?:室|号|户)?(?![\d年月日元层平米㎡单门])"
    r"|[一-鿿]{1,8}\d{0,2}(?:小区|家园|花园|公寓|新村|花苑|嘉园|名苑|苑|里|楼|村|宿舍"
    r"|[一二三四五六七八九十\d]区)[ ]?"
    r"(?:\d{1,4}(?:号楼|号院|栋|幢|号|楼|排|段)[ ]?){0,2}\d{1,4}(?:门(?!禁)|排)(?:[ ]?\d{1,4}(?:室|号|户)?)?"
    r"|[一-鿿]{1,8}(?:小区|家园|花园|公寓|村|苑|里|园|城|府|湾|庭|居|墅|坊)"
    r"(?:\d{1,3}区)?\d{1,4}-\d{1,3}-\d{2,4}"
    r"|[一-鿿]{1,8}(?:小区|家园|花园|公寓|新村|花苑|嘉园|名苑|苑|里)[ ]?\d{1,4}(?:号楼|栋|幢"
    r"|号|-)[ ]?(?:\d{1,3}(?:单元|门|-)[ ]?)?\d{1,4}(?:室|号|户)?"
)
LEAD = re.compile(
    r".*(?:位于|坐落于?|在|于|至|到|赴|系|是|为|的|住|与|和|及|向|将|对|反映|乘坐|县|市|"
    r"(?<![小园社一二三四五六七八九十\d])区)(?=[一-鿿A-Z\d])"
)
BUSINESS = re.compile(
    r"(?:大厦|广场|写字楼|商厦|商城|中心|园区|科技园|产业园|商铺|底商|门市|办公|注册|经营场所|经营地"
    r"|营业|住所|本局|我局|本院|政府|法院|单位|店)"
    r"[^\n。]{0,24}$"
)
OWNED = re.compile(
    r"(?:坐落(?:于|在)?|位于|名下)[: ]?(?P<value>[^,。;\n()]{3,40}?(?:\d(?:号|室|门|排|户|栋|楼){0,2}"
    r"|[村屯组]))(?=\)?(?:房产|的?(?:房屋|私产|公产"
    r"|住房|平房|住宅|宅院)))"
)
"""What stands between 坐落于 and the dwelling itself."""
ORIGIN = re.compile(
    r"(?<=[,、岁族])(?=[一-鿿]{2,9}[省市区县])(?P<value>[一-鿿\d]{4,30}?(?:村|屯|组|社区|镇|乡))人(?=[,。;)])"
)
"""男，52岁，某省某县某村人."""
HOUSE = re.compile(
    r"(?P<value>[一-鿿]{2,20}(?:\d{1,4}(?:号楼|号院|单元|[号栋幢室门弄]|-)){1,3}(?:\d{1,4}(?:[号室]|-)?){0,3})"
    r"的?[一-鿿·]{0,6}?(?=家(?:中|里|内|门口)|住处|住所内|暂住地|出租屋|租住)"
)
"""A house that somebody's home is said to be: 某路12号张三家中."""
SEAT = re.compile(r"(?:公司|银行|[分政]?[局府]|委员会)[,、(]$")
"""The seat of an organisation stays, whatever its label."""
DOOR = re.compile(r"\d ?(?:号|室|栋|幢|单元|组|弄|门)|[一-鿿](?:村|镇|乡|街道|巷|胡同|小区)(?!委|民)")
MASKED = re.compile(r"^(?:[*×xX某\s]*|农村|城镇|城市|本[市地]|外地)$")


def find(text: str, policy: Policy) -> Iterator[Span]:
    """The part of home addresses below the district.

    >>> text = "住天津市河东区甲路12号3门401室,现住院治疗"
    >>> [text[s.start : s.end] for s in find(text, Policy())]
    ['甲路12号3门401室']
    """
    del policy
    for pattern in (HOME, LIVES):
        for match in pattern.finditer(text):
            if SEAT.search(text, max(0, match.start() - 4), match.start()):
                continue
            yield from _detail(text, match.end(), labelled=match[0].rstrip().endswith(":"))
    for match in SHARED.finditer(text):
        if is_home(text, match.start()):
            yield from _detail(text, match.end(), labelled=True)
    for match in OWNED.finditer(text):
        if DOOR.search(match["value"]) and not BUSINESS.search(match["value"]):
            yield from _detail(text, match.start("value"), labelled=False, limit=match.end("value"))
    for match in HOUSE.finditer(text):
        lead = LEAD.match(match["value"])
        begin = match.start("value") + (lead.end() if lead else 0)
        yield Span(begin, match.end("value"), Kind.ADDRESS)
    for match in ORIGIN.finditer(text):
        yield from _detail(text, match.start("value"), labelled=False, limit=match.end("value"))
    yield from _residences(text)


def is_home(text: str, place: int) -> bool:
    """Whether an address label belongs to a person: the nearest word before it that tells decides.

    >>> is_home("当事人:甲某超市有限公司 地址", 12), is_home("申请人:甲某,男,地址", 9)
    (False, True)
    """
    before = text[max(0, place - 160) : place]
    person = max((m.end() for m in PERSON.finditer(before)), default=-1)
    organisation = max((m.end() for m in ORGANISATION.finditer(before)), default=-1)
    return person >= organisation


def _detail(text: str, begin: int, *, labelled: bool, limit: int = 0) -> Iterator[Span]:
    stop = END.search(text, begin, begin + 90)
    end = min(limit or len(text), stop.start() if stop else begin + 90)
    region = REGION.match(text, begin, end)
    kept = region.end() if region else begin
    value = text[kept:end].rstrip(" .")
    if not MASKED.match(value) and (labelled or kept > begin or DOOR.search(value)):
        yield Span(kept, kept + len(value), Kind.ADDRESS)


def _residences(text: str) -> Iterator[Span]:
    for match in RESIDENCE.finditer(text):
        before = text[max(0, match.start() - 30) : match.start()]
        lead = LEAD.match(match[0])
        begin = match.start() + (lead.end() if lead else 0)
        if not BUSINESS.search(before + match[0]) and re.search(r"\d", text[begin : match.end()]):
            yield Span(begin, match.end(), Kind.ADDRESS)
