"""Words that follow a person's name in decisions: where they begin, the name has ended."""

import re

from fazhi.documents.redaction import lexicon, role


def _any(name: str) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, sorted(lexicon.listed(name), key=len, reverse=True))))


FOLLOWS = _any("following.txt")
PERSONAL = _any("following-person.txt")
"""What only a person does, has or is."""
BOUNDARY = frozenset(",，。;；、:：()（）\n\t \"'“”‘’《》[]【】?!？！/|-—…>〉」』")
BEARER = re.compile(
    r"[,(、 \t]{1,3}(?:性别[: ]?)?(?:男|女)(?![一-鿿])|[,(、 \t]{1,3}(?:男|女)(?:性|,)"
    r"|[,(: \t]{1,3}(?:(?:居民|公民)?身份证?(?:件)?(?:证号|号码|号|编号)?|证件号码)?[: \t"
    r"(]{0,3}[1-9]\d{5}(?: ?\d){9}"
    r"|[,(: \t]{1,2}(?:居民|公民)?身份证?|[(,][^()\n]{0,6}身份证"
    r"|(?:[,(、 ]{1,2}(?:今年|现年)?|今年|现年)\d{1,2} ?周?岁"
    r"|[,( ](?:[男女],)?(?:汉|回|满|蒙古|藏|维吾尔|苗|壮|土家|朝鲜)族"
    r"|[,(: \t]{1,3}\d{4,10}\*{3,8}\d{0,4}"
    r"|[,( ]?(?:19|20)\d\d[年.\-][^,)\n]{0,8}出?生(?![子女前产活效病长育])"
    r"|[,( \t]{1,3}(?:(?:联系)?电话|手机号?"
    r"|联系方式)[: (]{0,2}1[3-9]\d|[ \t]{1,3}1[3-9]\d{9}(?!\d)"
    r"|[,(] ?(?:现)?住(?=[一-鿿]{2,9}[省市区县])|[,(](?:曾用名|别名|绰号|外号|化名|英文名|中文名|艺名|音译)"
)
"""What says that its bearer is one human being: sex, age, birth, identity number, mobile telephone."""
STRONG = re.compile(
    r"(?:先生|女士|同志|老人|夫妇|夫妻)|[(](?:均?系|均为|已故|已死亡|死者|甲方|乙方|丙方|原告|被告"
    r"|申请人|第三人|以下简称|另案|身份|化名|电话|联系)"
    r"|之(?:妻|夫|父|母|子|女|孙|兄|弟|姐|妹|媳|婿)|的?(?:妻子|丈夫|儿子|女儿|父亲|母亲|老伴|前妻|前夫"
    r"|哥哥|弟弟|姐姐|妹妹|儿媳|女婿|岳父|岳母|外孙|孙子|孙女)"
    r"|\([^()\n]{0,6}(?:班长|组长|司机|店长|经理|厨师|会计|出纳|老板|房东|租户|邻居|同事|朋友|代理人"
    r"|股东|监事|负责人|业主|员工|店员|工人|经营者)\)"
    r"|等(?:证人|村民|居民|业主|员工|工人|职工)"
    r"|(?<!第)等? ?(?:\d{1,3}|[二两三四五六七八九十]{1,3})余?(?:人(?![民大次份工])|户|名|宗)"
)
OFFICE = re.compile(r"[,( ]{1,2}(?:行政)?执法证|[,(](?:证号|执法证件号)[: ]?[\d、,]+")
"""What says that its bearer acts in office."""
NOTED = re.compile(r"\(([一-鿿]{2,6})\)")
"""What is noted of somebody: 张三(借款人)."""
PAPERS = re.compile(
    r"(?:本人)?(?:的)?(?:询问笔录|讯问笔录|调查笔录|谈话笔录|陈述笔录|笔录|证人证言|证言|身份证|户口"
    r"|居民身份|驾驶证|签字|签名|签收|名下|账户|手机|微信)"
)


def strength(text: str, place: int) -> float:
    """How much what stands at a place says that a name has just ended.

    >>> strength("张三,男,汉族", 2), strength("张三诉称", 2), strength("张三。", 2), strength("张三㐂", 2)
    (4.0, 2.5, 2.0, -2.0)
    """
    noted = NOTED.match(text, place)
    if BEARER.match(text, place) or STRONG.match(text, place) or (noted and role.find_one(noted[1])):
        return 4.0
    if PAPERS.match(text, place):
        return 3.0
    if place >= len(text) or text[place] in BOUNDARY:
        return 2.0
    if text[place] in "和与及同" and (
        text[place + 1 : place + 2] in BOUNDARY or text[place + 1 : place + 2] in "和与及诉"
    ):
        return -2.0
    if PERSONAL.match(text, place):
        return 2.5
    if FOLLOWS.match(text, place) or text[place].isdigit():
        return 1.5
    return 0.5 if text[place : place + 2] in lexicon.words() else -2.0
