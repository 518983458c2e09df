"""Conduct of operators: cartels and prices (第十一条)."""

from fazhi.chapters.decisions.review.ground import Ground
from fazhi.chapters.decisions.review.mood import Mood
from fazhi.chapters.decisions.review.phrase import Phrase, words
from fazhi.chapters.decisions.review.rules.competition.standard import either, standard

CARTEL = standard(31, "促成垄断行为", "第十一条第一项", "要求或者便利经营者、行业协会统一价格、划分市场")
PRICING = standard(
    32, "超越权限定价", "第十一条第二项", "制定政府定价、指导价或者限价，没有写明定价目录等依据"
)
MARKET_PRICE = standard(33, "干预市场调节价", "第十一条第三项", "规定实行市场调节价的商品、服务的价格水平")
CONTROLLED = either(
    "政府指导价|政府定价|核定|国家|物业|停车|殡葬|公租房|公共租赁|保障性|国有资产|公办|财政|招标|土地"
    "|基准价|政府投资|定价目录|价格主管部门|发展改革"
    "|备案价|指导价标准",
    "预算|采购|拍卖|挂牌|征收|补偿|公示|明码标价|成本价|评估|普惠",
)
SETTING = [
    Phrase(
        CARTEL,
        words(
            "(?:行业协会|协会|商会|联盟)~14(?:统一|制定|协调|商定|确定)~8(?:价格|收费标准|报价|售价|价目)"
            "|(?:划分|分割|分配)~8(?:销售市场|经营区域|客户|市场份额)"
        ),
        either("不得|禁止|严禁|防止|监督|团体标准"),
        within=Ground.VAGUE,
    ),
    Phrase(
        CARTEL,
        words(
            "(?:经营者|商户|企业|经营户|门店|各单位)~10(?:统一执行|执行统一|按统一|应当统一|须统一)~8"
            "(?:价格|收费|售价|零售价|报价)"
        ),
        CONTROLLED,
        within=Ground.VAGUE,
    ),
    Phrase(
        PRICING,
        words(
            "(?:收费标准|服务价格|销售价格|价格标准|租金标准)由~14(?:区|街道|镇|局|办|委|管委会|主管部门)~8"
            "(?:制定|核定|确定|审定)|(?:实行|执行|制定)~8(?:最高限价|政府指导价|政府定价)(?!的)"
        ),
        CONTROLLED,
    ),
    Phrase(
        MARKET_PRICE,
        words(
            "(?:销售|出售|出租|零售|收购|经营|收费|服务)(?:价格|价|均价|标准)?~4(?:不得|不准|不应|严禁)"
            "(?:低于|高于|超过)~12(?:元|价|%|％|市场|均价)"
            "|(?:不得|严禁|禁止)以(?:低于|高于)~12价格?(?:销售|出售|出租|收购)"
        ),
        CONTROLLED,
        mood=Mood.BAN,
        within=Ground.VAGUE,
    ),
]
