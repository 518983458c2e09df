"""Entry to and exit from a market: concessions, designated operators, unequal conditions (第八条)."""

from fazhi.chapters.decisions.review.ground import Ground
from fazhi.chapters.decisions.review.phrase import Phrase, words
from fazhi.chapters.decisions.review.rules.competition.standard import MUST, either, standard

CONCESSION = standard(20, "违法授予特许经营权", "第八条第二项", "未经公平竞争授予特许经营权或者独家经营")
OPERATOR = standard(21, "限定特定经营者", "第八条第三项", "限定使用或者购买特定经营者提供的商品、服务")
ENTRY = standard(22, "不合理的准入条件", "第八条第四项", "设置不合理或者歧视性的准入、退出条件")
CONTEST = either("招标", "竞争", "比选", "公开", "择优", "依法", "采购", "竞标")
CHOSEN = either("招标", "中标", "竞争", "依法", "不得", "物业", "合同")
NO_FIRM = either(
    "医疗|医院|卫生|银行|专户|国库|地点|场所|专人|窗口|媒体|网站|平台发布|账户|仲裁",
    "中介|评估|检测|检验|鉴定|审计|测绘|监理|招标|采购法|不得",
)
POOL = either("专家", "评标", "干部", "抽取", "招标", "政府采购", "执法")
SELLERS = "企业|公司|供应商|服务商|厂家|厂商|商家|品牌|经营者|商店"
CHOICE = "(?:指定|统一定制|推荐|确定|认可|名录内)"
WORK = "收运|清运|处置|运营|经营|供应|配送|施工|回收|收集|服务|安装|检测|设置"
SETTING = [
    Phrase(
        CONCESSION,
        words(
            "(?:授予|委托|赋予|给予)~20(?:特许经营权|独家~6(?:经营|运营|代理)权?)"
            "|独家(?:经营|运营|代理|承包|供应|收运|配送)"
        ),
        CONTEST,
    ),
    Phrase(
        OPERATOR,
        words(
            f"(?:{MUST}|只能|一律|统一)~16(?:(?:由|(?<!所)在|从)~14{CHOICE}的?~12(?:{SELLERS})"
            f"|(?:到|使用|购买|采购|选用|订购|安装|委托|选择)~14{CHOICE}的?~12(?:{SELLERS}|机构|产品|设备))"
        ),
        NO_FIRM,
        within=Ground.VAGUE,
    ),
    Phrase(
        OPERATOR,
        words(
            f"(?:{MUST}|只能|一律)~8(?:从|在)~24(?:名录|名单|备选库|入围~6|推荐库|目录)库?(?:中|内)~4"
            "(?:选择|选用|选取|选聘|委托|采购|确定)"
        ),
        POOL,
        within=Ground.VAGUE,
    ),
    Phrase(
        OPERATOR,
        words(
            "(?:由|委托|交由|交)[一-鿿（）()]{2,24}?(?:有限公司|集团|公司)(?!等)~8(?:统一|独家|负责"
            "|承担)~10"
            f"(?:{WORK})"
        ),
        CHOSEN,
        within=Ground.VAGUE,
    ),
    Phrase(
        OPERATOR,
        words(
            f"(?:{MUST}|统一|一律)~6(?:使用|购买|采购|订购|安装)[一-鿿]{{2,16}}?(?:公司|集团|厂)"
            "(?:生产|提供|销售|开发)的"
        ),
        CHOSEN,
        within=Ground.VAGUE,
    ),
    Phrase(
        ENTRY,
        words("(?:仅限|只限|限于|只能是|须为|应当?为)~6(?:国有|国企|集体|央企|本地)~6(?:企业|公司)?"),
        either("国有资产", "国有企业(?:监管|改革)", "土地"),
    ),
    Phrase(
        ENTRY,
        words(
            "(?:国有|国企|央企|规模以上|大型)~8企业(?:优先|加分)"
            "|(?:民营|私营|非公有制|外资|中小)~6企业~6不得(?:参与|参加|进入|从事)"
        ),
        either("国有资产"),
    ),
    Phrase(
        ENTRY,
        words(
            "注册资[本金]~6(?:不得?(?:低于|少于)~8元|~4元以上|达到~8元|在~8元以上)|经营年限~4不得?少于~6年"
        ),
        either("补贴|奖励|扶持|资助|典当|融资担保|小额贷款|注册资本登记"),
        either("从事|经营|准入|投标|承接|备选|服务商|供应商|运营|资格|条件"),
    ),
    Phrase(
        ENTRY,
        words(
            "(?:同一|每个?)~10(?:区域|街道|社区|路段|乡镇)~10(?:只能|不得超过|限)~6(?:[一两1-9])家"
            "|(?:店|网点|站点|门店)~4(?:之间)?(?:间距|距离)不得?(?:低于|少于|小于)~8米"
        ),
        either("学校|幼儿园|公共厕所|公交|消防|烟花爆竹|加油|避难"),
    ),
]
