"""Words that follow a person's name in decisions: where they begin, the name has ended."""

import re

from fazhi.documents.redaction import lexicon

FOLLOWS = re.compile("|".join(sorted(lexicon.listed("following.txt"), key=len, reverse=True)))
BOUNDARY = frozenset(",，。;；、:：()（）\n\t \"'“”‘’《》[]【】?!？！/|-—…>〉」』")
STRONG = re.compile(
    r"[,(、 \t]{1,3}(?:性别[: ]?)?(?:男|女)(?![一-鿿])|[,(、 \t]{1,3}(?:男|女)(?:性|,)"
    r"|[,(: \t]{1,2}(?:居民|公民)?身份证?|[(,][^()\n]{0,6}身份证|"
    r"(?:先生|女士|同志|夫妇|夫妻)|[,(]\d{2}周?岁|[,(](?:汉|回|满|蒙古|藏|维吾尔|苗|壮|土家|朝鲜)族|[,(](?:19|20)\d\d年[^,)]{0,8}(?:出?生)|"
    r"[(](?:系|已故|已死亡|死者|甲方|乙方|丙方|原告|被告|申请人|第三人|以下简称|另案|身份|化名|电话|联系)"
)

PAPERS = re.compile(
    r"(?:本人)?(?:的)?(?:询问笔录|讯问笔录|调查笔录|谈话笔录|陈述笔录|笔录|证人证言|证言|身份证|户口|居民身份|驾驶证|签字|签名|签收|名下|账户|手机|微信)"
)


def strength(text: str, place: int) -> float:
    """How much what stands at a place says that a name has just ended.

    >>> strength("张三,男,汉族", 2), strength("张三诉称", 2), strength("张三。", 2), strength("张三㐂", 2)
    (4.0, 1.5, 2.0, -2.0)
    """
    if STRONG.match(text, place):
        return 4.0
    if PAPERS.match(text, place):
        return 3.0
    if place >= len(text) or text[place] in BOUNDARY:
        return 2.0
    if text[place] in "和与及同" and (
        text[place + 1 : place + 2] in BOUNDARY or text[place + 1 : place + 2] in "和与及诉"
    ):
        return -2.0
    if FOLLOWS.match(text, place) or text[place].isdigit():
        return 1.5
    return 0.5 if text[place : place + 2] in lexicon.words() else -2.0
