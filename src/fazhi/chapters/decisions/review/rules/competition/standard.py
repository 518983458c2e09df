"""What all standards of fair-competition review share: law, remedy, words for here, away and firms."""

import re

from fazhi.chapters.decisions.review.finding import Rule, Severity

LAW = "公平竞争审查条例"
REMEDY = "删去；确属该条例第十二条例外的，写明目的、期限并在审查结论中说明"
HERE = (
    "(?:本区|本市|本县|本地|我区|我市|我县|区内|市内|辖区内?|当地|(?<=在)[一-鿿]{2,4}[区市县])"
    "(?:范围内|行政区域内|辖区内|区域内|内)?"
)
AWAY = "(?:外地|外省市?|外区|外市|外埠|区外|市外|省外|非本地|非本区|非本市|域外)"
FIRM = "(?:企业|公司|经营者|机构|施工队伍?|供应商|商户|市场主体|个体工商户|投标人|单位|从业人员|服务商)"
GOOD = "(?:企业|产品|商品|供应商|建材|品牌|材料|设备|服务商|农产品|服务)"
MUST = "(?:应当?|必须|须|需)"
FORBIDDEN = "不得|禁止|严禁|清理|破除|取消"


def standard(number: int, title: str, article: str, why: str) -> Rule:
    """A rule on one item of the standards, which a reviewer has to weigh against the exceptions."""
    return Rule(f"review.R{number}", title, Severity.CHECK, LAW + article, why, REMEDY)


def either(*alternatives: str) -> re.Pattern[str]:
    """Any of several words or patterns."""
    return re.compile("|".join(alternatives))
