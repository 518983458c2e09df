"""Costs of operating: tax, subsidies, land and fees for chosen firms (第十条)."""

from fazhi.chapters.decisions.review.mood import Mood
from fazhi.chapters.decisions.review.phrase import Phrase, words
from fazhi.chapters.decisions.review.rules.competition.standard import FORBIDDEN, either, standard

TAX = standard(
    28, "税收优惠", "第十条第一项", "给予税收优惠或者返还，没有写明法律、行政法规依据或者国务院批准"
)
SUBSIDY = standard(
    29,
    "选择性财政奖补",
    "第十条第二项",
    "财政奖励、补贴与经济贡献挂钩或者一企一策，没有写明法律、行政法规依据",
)
FACTOR = standard(
    30,
    "要素和费用优惠",
    "第十条第三项",
    "在要素获取、行政事业性收费、基金、社会保险费上给予优惠，没有写明依据",
)
STATE = "落实|国家|按照|按规定|依法|税务机关|宣传|辅导|执行|符合条件的|国务院|纳税服务|免征额|普惠"
REVENUE = (
    "(?:财政贡献|经济贡献|区级财力|地方财力|地方留成|区级留成|区级留存|地方留存|税收贡献|实际?(?:纳税"
    "|缴纳)税?额?"
    "|缴纳税[收款]|纳税额)"
)
SINGLE = "(?:一事一议|一企一策|一企一议|特事特议|一项目一策)"
SUPPORT = "(?:奖励|补贴|支持|扶持|优惠|政策)"
SETTING = [
    Phrase(
        TAX,
        words(
            "(?:税收|增值税|所得税|房产税|契税|土地使用税)~16"
            "(?:返还|先征后返|即征即退|减免|免征|减征|减半|全免)|(?:给予|实行|提供)~10税收优惠|(?:减免"
            "|免征|返还|先征后返)~10税收?"
        ),
        either(STATE),
    ),
    Phrase(
        SUBSIDY,
        words(rf"(?:地方)?{REVENUE}[^。；\n]{{0,36}}?(?:奖励|补贴|补助|扶持|返还|给予|兑现|资助)"),
        either(FORBIDDEN, "不与"),
    ),
    Phrase(
        SUBSIDY,
        words(
            rf"{SINGLE}[^。；\n]{{0,24}}?{SUPPORT}|(?:奖励|补贴|扶持|优惠|税收|土地"
            rf"|资金)[^。；\n]{{0,16}}?{SINGLE}"
        ),
        either("应急|纠纷|调解|整治|隐患|环保|帮扶|服务"),
    ),
    Phrase(
        SUBSIDY,
        words(
            "(?:对|向|给予)[一-鿿（）()]{2,20}?(?:有限公司|集团)~4(?:给予|安排|拨付)?~16(?:补贴|补助|奖励"
            "|扶持)"
        ),
        either("招标|采购|协议|不得|等企业"),
    ),
    Phrase(
        FACTOR,
        words(
            "零地价|低于(?:成本|基准|评估)价~6(?:供地|出让|出租|供应)|优惠(?:地价|电价|水价|气价|用地价)"
            "|(?:减免|免缴|免征|免收|减半收取|缓缴|返还|免除)~10"
            "(?:土地出让金|出让价款|行政事业性收费|政府性基金|社会保险费|配套费)"
        ),
        either(STATE, "不得|禁止"),
        mood=Mood.BAN,
    ),
]
