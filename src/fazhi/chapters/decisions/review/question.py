"""What the text cannot show and a person must answer before the review is complete."""

import re
from collections.abc import Iterator

from fazhi.chapters.decisions.review.document import Document
from fazhi.chapters.decisions.review.finding import Question

OPERATORS = re.compile("企业|经营者|市场主体|经营主体|供应商|投标人|个体工商户|商户")
DISABLED = re.compile("无障碍|残疾人|适老")
EXCLUDED = re.compile(
    "工作方案|规划|纲要|会议纪要|工作要点|计划|工作制度|任免|请示|报告|表彰|技术标准|技术规范"
)
YEARS = re.compile(r"有效期[^。；\n]{0,6}?(?P<years>[0-9一二三四五六七八九十]+)年")
INTERPRETED = re.compile("负责解释|解释权|解释。")
ORGAN = re.compile(r"政府|委员会|局|办公室|办事处|管委会|厅")
ISSUERS = "天津市人民代表大会常务委员会和区人民代表大会常务委员会规范性文件备案审查条例第四十七条第二款"
JUSTICE, DRAFTER, MARKET = "区司法局", "起草单位", "区市场监督管理局"


def ask(document: Document, unknown: list[str], doubtful: list[str]) -> Iterator[Question]:
    """The questions a whole document raises.

    ``unknown`` are cited statutes not registered, ``doubtful`` those whose first day in force is not.
    """
    if document.whole or EXCLUDED.search(document.title):
        yield from _kind(document)
        yield from _form(document)
    if OPERATORS.search(document.plain):
        yield from _operators(document)
    if unknown:
        names = "、".join(f"《{title}》" for title in unknown)
        yield Question(f"未收录、不能自动核对其效力和条款的法律文件：{names}。请人工核对", JUSTICE)
    if doubtful:
        names = "、".join(f"《{title}》" for title in doubtful)
        yield Question(f"施行日期未注明、不能自动确认已经施行的法律文件：{names}。请人工核对", JUSTICE)


def _kind(document: Document) -> Iterator[Question]:
    if EXCLUDED.search(document.title):
        yield Question(
            "从标题看可能不属于行政规范性文件（规划、方案、内部管理等），是否按规范性文件管理",
            JUSTICE,
            "天津市行政规范性文件管理规定",
        )


def _form(document: Document) -> Iterator[Question]:
    if YEARS.search(document.text):
        basis = "天津市行政规范性文件管理规定"
        yield Question("有效期的长短是否合于现行规定（现行条文尚未核实）", JUSTICE, basis)
    if not document.heading.metadata.get("落款单位") and not ORGAN.search(document.title):
        yield Question("没有写明制定机关，由哪个机关制定，是否在制定主体清单内", DRAFTER, ISSUERS)
    if not INTERPRETED.search(document.text):
        yield Question("没有写明由谁解释，是否需要写明", DRAFTER)
    if DISABLED.search(document.plain):
        article = "无障碍环境建设法第九条"
        yield Question("涉及无障碍的，是否已征求残疾人、老年人代表及其组织的意见", DRAFTER, article)


def _operators(document: Document) -> Iterator[Question]:
    yield Question(
        "涉及经营者经济活动的，是否已作公平竞争审查，结论如何", MARKET, "公平竞争审查条例第二条、第十八条"
    )
    if document.whole:
        yield Question(
            "与市场主体生产经营密切相关的，是否已公开征求意见不少于30日并反馈采纳情况",
            DRAFTER,
            "优化营商环境条例第六十二条第二款",
        )
        article = "优化营商环境条例第六十五条第一款"
        yield Question("是否需要为市场主体留出适应调整期", DRAFTER, article)
