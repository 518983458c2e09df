"""Penalties: only laws, regulations and rules may set them (行政处罚法第十六条)."""

import re
from collections.abc import Iterator
from dataclasses import replace

from fazhi.chapters.decisions.review import phrase
from fazhi.chapters.decisions.review.document import Document
from fazhi.chapters.decisions.review.finding import Finding, Rule, Severity
from fazhi.chapters.decisions.review.ground import Ground, ground
from fazhi.chapters.decisions.review.mood import Mood
from fazhi.chapters.decisions.review.phrase import Phrase, words

PENALTY = Rule(
    "review.R01",
    "设定行政处罚",
    Severity.MUST_FIX,
    "行政处罚法第十六条",
    "规范性文件设定了行政处罚，文中没有写明所依据的法律、法规、规章",
    "删去处罚；确为重申上位法的，写明其名称和条款，种类、幅度与之一致",
)
UNNAMED = PENALTY.milder("写了处罚的种类或者幅度，但没有写明依照哪部法律、法规、规章的哪一条")
REPRIMAND = PENALTY.milder("对行政相对人给予警告或者通报批评，没有写明依据")
NOUNS = re.compile(
    "罚款收入|罚款收缴|收缴分离|罚款决定书|听证|裁量|复议|诉讼|罚没收入|罚缴|信用修复|举报奖励|奖励举报"
    "|违约金|行政处罚信息"
)
AMOUNT = re.compile(r"[0-9０-９一二三四五六七八九十百千万]+\s*(?:元|万元|倍|%|％|日|天|个月)")
PUBLIC = re.compile(
    "企业|经营者|个人|当事人|经营单位|商户|业主|居民|公民|行为人|违法者|市场主体|摊主|养犬人|店铺"
)
STAFF = re.compile(
    "工作人员|负责人|责任人|干部|党|处分|部门|街道|社区|公职|学生|教师|职工|员工|考核|相关人员|领导"
)
BENCHMARK = re.compile("裁量|清单|不予处罚|免罚|流程|听证|文书|案卷|执法|三项制度|权责")
"""Titles of documents about how existing powers are used."""
NUMBER = r"[0-9０-９一二三四五六七八九十百千万]+"
FINES = (
    words(r"(?:处以|(?<![事理办])处(?!罚|分|理|的|置|长|以|处)|课以|加处(?!的))~28罚款(?:~6(?:元|倍))?"),
    words(rf"罚款(?:人民币)?{NUMBER}~8元(?:以上|以下)?(?:{NUMBER}~6元以下)?"),
    words(r"(?:给予|予以|实施|进行|并给予|可|并)罚款"),
    words(rf"(?<!处)罚{NUMBER}~4元"),
)
DEPRIVING = (
    words(
        r"(?:予以|并|可以?|一律|依|由~20)没收~12+|没收(?:其|违法所得|非法所得|非法财物|违法财物|经营工具"
        r"|作案工具|物品|工具|车辆)~10+"
    ),
    words(r"(?:吊销|暂扣)~18(?:许可证|执照|证书|证照|资质|资格证?|证件|许可|证(?=[，。；\n]|$))"),
    words(r"(?:责令|勒令)~8(?:停产停业|停产|停业|关闭|歇业|停止营业|停止经营)(?:整顿|整改)?"),
    words(r"(?:予以|给予|实施|进行|作)(?:停业|停产|停产停业)(?:整顿|整改)"),
    words(
        r"降低~4资质等级|(?:予以|给予|实施|可以?)(?:行政)?拘留|限制~4从业|禁止~4从业|(?:予以|给予"
        r"|可以?)限制~4生产经营"
    ),
)
SETTING = [Phrase(PENALTY, p, NOUNS, mood=Mood.DEED) for p in (*FINES, *DEPRIVING)]
NAMELESS = [Phrase(UNNAMED, p, NOUNS, AMOUNT, Ground.VAGUE, Mood.DEED) for p in FINES]
BLAME = Phrase(
    REPRIMAND, words(r"(?:给予|予以|处以?)(?:其)?(?:警告|通报批评)"), STAFF, PUBLIC, mood=Mood.DEED
)


def find(document: Document) -> Iterator[Finding]:
    """Penalties that the document sets itself; benchmarks and lists of existing penalties are none."""
    if BENCHMARK.search(document.title):
        return
    yield from phrase.find(document, [*SETTING, BLAME])
    for found in phrase.find(document, NAMELESS):
        if ground(document, found.span) == Ground.VAGUE:
            yield replace(found, rule=UNNAMED)
