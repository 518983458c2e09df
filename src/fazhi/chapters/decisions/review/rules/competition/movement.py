"""Free movement of goods, factors and firms between places (第九条)."""

from fazhi.chapters.decisions.review.ground import Ground
from fazhi.chapters.decisions.review.mood import Mood
from fazhi.chapters.decisions.review.phrase import Phrase, words
from fazhi.chapters.decisions.review.rules.competition.standard import (
    AWAY,
    FIRM,
    FORBIDDEN,
    GOOD,
    HERE,
    MUST,
    either,
    standard,
)

GOODS = standard(
    23, "妨碍商品和经营者流动", "第九条第一项", "限制外地商品进入，优先本地商品，或者阻碍经营者迁出"
)
BRANCH = standard(
    24,
    "以在本地注册为条件",
    "第九条第二项",
    "以在本地注册、纳税或者设立机构为条件，变相强制外地经营者在本地投资",
)
TENDER = standard(
    25, "采购和招标投标限制外地经营者", "第九条第三项", "在政府采购、招标投标中优待本地或者限制外地经营者"
)
PRICE_BY_PLACE = standard(
    26, "对外地的歧视性收费、补贴", "第九条第四项", "对外地商品、经营者实行不同的收费、价格或者补贴"
)
TREATMENT = standard(27, "对外地经营者的歧视性要求", "第九条第五项", "对外地经营者另设资质、备案、担保等要求")
BANS = either(FORBIDDEN)
FAIR = either(FORBIDDEN, "废除|防止|同等|平等|不限|公平竞争审查")
BUY = either("采购|招标|投标|比选|中标|评标|入围|工程建设|政府投资")
BENEFIT = either(
    "补贴|补助|奖励|资助|扶持|申报|享受|投标|采购|准入|参与|优先|具备|条件|专项资金|入驻|评选|认定"
)
PEOPLE = (
    "户籍|居民|学生|就业困难|失业|村民|儿童|老年|残疾|登记机关|婚姻|死亡|车辆|不动产|不得(?:要求|将|以"
    "|强制)|禁止"
)
LOCAL = either(PEOPLE, "清理|不要求|不限")
GRAVES = either("坟|墓|户口|户籍|学籍|居民|拆迁|搬迁补偿|污染|文物|人口|自由|不得(?:阻碍|限制|妨碍|以|对)")
FAVOUR = "(?:优先|鼓励|支持|引导|应当?|必须|一律|只能|积极|率先|原则上|同等条件下)"
BIDDER = "(?:投标人|供应商|参选单位|竞标单位|报名单位)"
PREFERRED = (
    "(?:优先(?!发展|选用|采购|使用|选择|购买|安排|保障)|给予加分|加分|加[0-9一二三四五六七八九十]+分"
    "|价格扣除)"
)
REGISTERED = (
    "(?:注册(?!护士|医师|会计|建造|商标|志愿)|登记注册|工商登记|税务登记|依法纳税|缴纳税收|缴税"
    "|具有独立法人"
    "|设立(?:分公司|子公司|分支机构|独立法人|办事机构|法人|区域总部))"
)
WARES = "(?:商品|产品|企业|经营者|施工|供应商|农产品|建材|家禽|啤酒|服务)"
SETTING = [
    Phrase(
        GOODS,
        words(f"(?:禁止|限制|不得|严禁|阻止|不准){AWAY}~14{WARES}~8(?:进入|销售|流入|经营|使用|入市|投标)?"),
        either("疫", "不得(?:限制|排斥|阻碍|阻止|禁止)", "禁止(?:限制|排斥)"),
        mood=Mood.BAN,
        within=Ground.VAGUE,
    ),
    Phrase(
        GOODS,
        words(f"{FAVOUR}~14(?:采购|选用|使用|选择|购买|推广)~10{HERE}~10{GOOD}"),
        either(FAIR.pattern, BUY.pattern, "供水|垃圾"),
        within=Ground.VAGUE,
    ),
    Phrase(
        GOODS,
        words(
            "(?:承诺|保证|须|应当?|必须|不得|不准|禁止)~18(?:不~4)?"
            "(?:迁出|外迁|迁离|迁移出|变更注册地|改变~6纳税义务)"
        ),
        GRAVES,
        mood=Mood.BAN,
        within=Ground.VAGUE,
    ),
    Phrase(
        TENDER,
        words(
            f"{FAVOUR}~14(?:采购|选用|使用|选择|购买|委托|发包|聘请|分包)~10{HERE}~10(?:{GOOD}|队伍|单位"
            f"|机构)"
        ),
        BANS,
        BUY,
        within=Ground.VAGUE,
    ),
    Phrase(
        TENDER,
        words(
            f"{HERE}~8(?:企业|供应商|产品|服务商|单位|投标人)~8{PREFERRED}"
            f"|{BIDDER}~12(?:在{HERE}~10(?:业绩|奖项|注册|分公司|分支机构|办事处|纳税|社保|办公场所"
            f"|服务网点|固定场所)"
            f"|具有{HERE}~8(?:业绩|奖项))"
        ),
        BANS,
        within=Ground.VAGUE,
    ),
    Phrase(
        BRANCH,
        words(f"在?{HERE}~10{REGISTERED}~16+"),
        either(LOCAL.pattern, "统计"),
        BENEFIT,
        within=Ground.VAGUE,
    ),
    Phrase(
        BRANCH,
        words(f"{MUST}~8在{HERE}~8(?:注册|设立)~10(?:公司|机构|法人)?"),
        LOCAL,
        within=Ground.VAGUE,
    ),
    Phrase(
        BRANCH,
        words(f"(?:注册地|登记地|纳税地|税务征管|税收解缴|统计关系)~30在{HERE}"),
        LOCAL,
        BENEFIT,
        within=Ground.VAGUE,
    ),
    Phrase(
        TREATMENT,
        words(
            rf"{AWAY}~14{FIRM}[^。；\n]{{0,20}}?{MUST}~24"
            "(?:备案|登记|核验|验证|担保|保证金|审批|批准|办理|缴纳|设立)~6+"
            "|(?:外地~10)?[入进][区市津](?:备案|登记|许可)"
        ),
        FAIR,
        within=Ground.VAGUE,
    ),
    Phrase(
        PRICE_BY_PLACE,
        words(rf"{AWAY}[^。；\n]{{0,20}}?(?:加收|加倍|双倍|上浮|不享受|不予补贴|另行收取|高于本)~6+"),
        either("学生|户籍|游客|不得|禁止|医保|就医"),
        within=Ground.VAGUE,
    ),
]
