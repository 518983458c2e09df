"""Permits: no normative document may set one, openly or as filing or a list (行政许可法第十七条)."""

import re
from collections.abc import Iterator

from fazhi.chapters.decisions.review import phrase
from fazhi.chapters.decisions.review.document import Document
from fazhi.chapters.decisions.review.finding import Finding, Rule, Severity
from fazhi.chapters.decisions.review.mood import Mood
from fazhi.chapters.decisions.review.phrase import Phrase, words

PERMIT = Rule(
    "review.R02",
    "设定行政许可",
    Severity.MUST_FIX,
    "行政许可法第十七条",
    "把批准、许可或者持证作为从事活动的前提，没有写明设定它的法律、法规",
    "删去；确为重申上位法已设定的许可的，写明其名称和条款",
)
DISGUISED = Rule(
    "review.R03",
    "变相设定行政许可",
    Severity.MUST_FIX,
    "优化营商环境条例第三十九条第一款",
    "以备案、登记、目录、认定等形式作为从事活动的前提，是变相设定行政许可",
    "删去前提，改为事后监管；备案只作告知，不影响活动的开展",
)
APPROVAL = PERMIT.milder("要求从事活动前报经批准，没有写明设定这一许可的法律、法规")
OUTSIDE = (
    "从事|经营|营业|开业|开办|生产|销售|举办|举行|施工|开工|动工|挖掘|占用|砍伐|移植|设置|摆设|悬挂|张贴"
    "|运营|营运|上岗|"
    "进场|入场|进入|投放|摆|燃放|饲养|养犬|出租|租赁|运输|建设|新建|改建|扩建|搭建|拆除|装修|上路|行驶"
    "|停放|排放|倾倒|"
    "采挖|取水|招生|开设|设立|承接|承揽|执业|作业|入住|交易|种植|养殖|培训|改变|外运|处置建筑垃圾|散发"
    "|安装|开挖"
)
LAWFUL = words(r"(?:依法|按照~10规定|按规定)~8(?:办理|申请|取得|申领|报)~16(?:许可|核准|审批|手续|登记|备案)")
INSIDE = re.compile(
    "资金|经费|预算|拨付|出台|印发|文件|编制|国有资产|档案|涉密|泄露|信息系统|数据|公章|印章|干部|职工"
    "|公务|"
    "执法|变更合同|采购|会议|公款|公车|人事|机构设置|挪用|截留|项目变更|设计变更|考核|借用|摘要|财政|报销"
    "|政府投资|"
    "规范性文件|机关|事业单位|评审|验收|科室|领导小组|履职|队伍|信息发布|对外发布"
)
PRIVATE = re.compile(
    "(?:本人|当事人|权利人|业主|监护人|家长|用户|消费者|申请人|对方|出租人|委托人|相关方|双方|村民|居民"
    "|患者|被[^，。；]{1,6}|"
    "所有权人|所有人|产权人|著作权人|人大|党委|常委会|业主大会|合同[^，。；]{0,4})[^，。；]{0,8}(?:同意"
    "|许可|批准|授权)"
)
HELD = re.compile(
    "营业执照|驾驶证|身份证|居住证|不动产|房产证|毕业证|学历|居民户口|执法证|结婚证|健康证|出生"
)
NOT = f"(?:{INSIDE.pattern})|{PRIVATE.pattern}"
WITHIN = re.compile(
    "政府投资|财政|资金|国有资产|公务|档案|机关|干部|预算|内部|会议|印章|公文|人事|编制|规范性文件|决策"
    "|信息化项目|执法"
)
"""Titles of documents that order the government's own affairs."""
SUBJECT = "(?:任何)?(?:单位和个人|单位或者?个人|单位、个人|个人|企业|经营者|商户)?"
MUST = "(?:须|应当?|必须|需)"
BAN = rf"[，,]?{SUBJECT}(?:都|均|一律)?(?:不得|禁止|严禁|不准)"
THEN = "(?:后|的~8)?[，,]?方(?:可|能|准)"
APPROVED = "(?:批准|许可|同意|审批|核准|审核|审查)"
PAPER = (
    "(?:许可证|准入证|准营证|经营证|资格证|备案证|登记证|上岗证|批准书|批准文件|准运证|通行证|合格证|证书"
    "|资质|许可"
    "|证)(?:明|书|文件|手续)?"
)
REGISTERED = "(?:备案|登记|注册|认定|认证|审定|年检|年审|验证)"
LISTED = "(?:纳入|列入|进入|入选)~10(?:目录|名录|名单|白名单|备选库|名录库)"
DOING = rf"~24(?:{OUTSIDE})~10+"
SETTING = [
    Phrase(PERMIT, words(rf"未经~22{APPROVED}~4{BAN}{DOING}"), re.compile(NOT), mood=Mood.BAN),
    Phrase(PERMIT, words(rf"未经~22{APPROVED}[，,]?擅自{DOING}的?[，,]~12(?:处|责令)"), re.compile(NOT)),
    Phrase(
        PERMIT,
        words(rf"(?:取得|领取|领到|办理|申领|持有|具有|获得|凭)~18{PAPER}{THEN}{DOING}"),
        re.compile(f"{HELD.pattern}|{INSIDE.pattern}"),
    ),
    Phrase(
        PERMIT,
        words(rf"(?:未|没有|无)(?:依法)?(?:取得|领取|办理|持有|获得)~18{PAPER}~6{BAN}{DOING}"),
        re.compile(f"{HELD.pattern}|{INSIDE.pattern}"),
        mood=Mood.BAN,
    ),
    Phrase(PERMIT, words(rf"(?:经|报|报请|经过|向)~22{APPROVED}{THEN}{DOING}"), re.compile(NOT)),
    Phrase(
        PERMIT,
        words(
            rf"{MUST}~6(?:取得|领取|申领|办理)由?~4(?:区|街道|镇|本局|本区|我区)~12"
            rf"(?:颁发|核发|发放|签发)的?~10{PAPER}"
        ),
        re.compile(f"{HELD.pattern}|{INSIDE.pattern}"),
    ),
    Phrase(
        APPROVAL,
        words(
            rf"(?:从事|设立|开办|开设|举办|经营|设置|占用|挖掘)~22的?[，,]?~4{MUST}~6"
            "(?:报|经|报经)~14(?:批准|许可|同意|审批|核准)"
        ),
        re.compile(NOT),
    ),
    Phrase(
        PERMIT,
        words(r"实行~8(?:许可证?|准入证?|审批|核准|准入许可)(?:制度|管理|制)"),
        re.compile("行政许可管理|清单|告知承诺|相对集中|内部|经费|资金|预算|项目"),
    ),
    Phrase(
        DISGUISED,
        words(rf"(?:未经|未|没有)(?!被)~12(?:{REGISTERED}|{LISTED})~6{BAN}{DOING}"),
        re.compile(NOT),
        mood=Mood.BAN,
    ),
    Phrase(
        DISGUISED,
        words(rf"(?:(?:经|办理|完成|进行|通过|报)~14{REGISTERED}|{LISTED}){THEN}{DOING}"),
        re.compile(f"{HELD.pattern}|{NOT}|外来|访客|来访|出入|门卫|校园|小区|办公楼|楼宇"),
    ),
    Phrase(DISGUISED, words(r"实行(?:年检|年审|强制备案|准入备案|目录准入)(?:制度|管理|制)"), INSIDE),
]


def find(document: Document) -> Iterator[Finding]:
    """Permits that the document sets for what citizens and firms do; approvals inside government are none."""
    if WITHIN.search(document.title):
        return
    for found in phrase.find(document, SETTING):
        if not LAWFUL.search(document.plain[slice(*document.clause(found.span[0]).span)]):
            yield found
