"""Words before a name that say whose it is: a party's, an official's, a lawyer's, a child's."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache


class Part(StrEnum):
    """Whose name stands after a word."""

    PRIVATE = "private"
    OFFICIAL = "official"
    EITHER = "either"
    """Said by what follows the name or by the organisation before it (法定代表人, 委托代理人)."""
    MINOR = "minor"


PARTS = {
    Part.PRIVATE: (
        "原审原告 原审被告 原审第三人 一审原告 一审被告 被上诉人 上诉人 再审申请人 再审被申请人 申请再审人 申请执行人 被执行人 被申请人 申请人 "
        "申诉人 被申诉人 赔偿请求人 共同原告 共同被告 原告人 原告 被告人 被告 反诉人 第三人 案外人 利害关系人 异议人 自诉人 当事人 相对人 "
        "行政相对人 被处罚人 违法行为人 违法嫌疑人 犯罪嫌疑人 嫌疑人 被侵害人 侵害人 加害人 被害人 受害人 受害者 死者 伤者 死亡人员 受伤人员 伤员 患者 病人 "
        "产妇 投诉人 被投诉人 举报人 被举报人 信访人 反映人 来访人 来信人 控告人 检举人 报案人 报警人 求助人 证人 见证人 关系人 知情人 在场人 "
        "被询问人 被讯问人 被调查人 被检查人 被检查单位现场负责人 现场负责人 被征收人 被拆迁人 被继承人 继承人 被扶养人 监护人 法定监护人 "
        "法定代理人 近亲属 家属 亲属 户主 业主 房主 房东 租户 租客 承租人 出租人 房屋所有权人 产权人 所有权人 权利人 使用权人 使用人 购房人 买受人 出卖人 转让人 受让人 "
        "出借人 借款人 担保人 保证人 抵押人 债权人 债务人 发包人 承包人 实际施工人 雇主 雇员 合伙人 股东 投资人 实际控制人 实际经营者 实际经营人 经营者姓名 经营者 经营人 店主 "
        "老板 老板娘 摊主 业主代表 负责人员 受送达人 收件人 收货人 寄件人 签收人 代收人 领取人 交款人 付款人 收款人 汇款人 户名 持卡人 开户人 "
        "驾驶人 驾驶员 司机 车主 车辆所有人 乘客 乘车人 骑行人 行人 同乘人 居民 村民 社员 市民 群众 网民 住户 邻居 男子 女子 妇女 老人 老师 教师 医生 医师 "
        "护士 学员 员工 职工 雇工 工人 民工 农民工 务工人员 从业人员 工作人员姓名 店员 服务员 收银员 厨师 销售员 业务员 推销员 保安 保姆 快递员 外卖员 "
        "消费者 顾客 客户 用户 会员 游客 旅客 朋友 好友 同学 同事 同伙 同案人 同行人员 前夫 前妻 丈夫 妻子 配偶 父亲 母亲 儿子 女儿 儿媳 女婿 妹夫 姐夫 嫂子 弟媳 亲家 继父 继母 养父 养母 养子 养女 继子 继女 岳父 岳母 公公 婆婆 祖父 祖母 "
        "外祖父 外祖母 爷爷 奶奶 外公 外婆 姥姥 姥爷 哥哥 弟弟 姐姐 妹妹 叔叔 伯父 姑姑 舅舅 姨妈 侄子 侄女 外甥 孙子 孙女 外孙 外孙女 堂弟 堂兄 表弟 表哥 表妹 表姐 "
        "长子 次子 三子 四子 幼子 长女 次女 三女 四女 幼女 之妻 之夫 之父 之母 之子 之女 其妻 其夫 其父 其母 其子 其女 其弟 其兄 其姐 其妹 "
        "委托人 受托人 被委托人 委托代表 被保险人 投保人 受益人 申报人 填报人 填表人 具结人 承诺人 陈述人 申辩人 听证申请人 诉讼代表人 推选代表 代表人 "
        "姓名 名叫 化名 原名 曾用名 别名 署名 网名 自称 本人签名 签名 签字 具状人 起诉人 答辩人 复议申请人 异议申请人 "
        "主要负责人姓名 经办人姓名 被聘用人 劳动者 受伤职工 工亡职工 农户 养殖户 种植户 经销商 供货人 供货商 卖家 买家 博主 主播 "
        "董事长 总经理 副总经理 执行董事 董事 监事 经理 店长 厂长 会计 出纳 财务人员 财务负责人 实际负责人 安全员 质检员 采购员 仓库管理员 管理人员 技术人员 质量负责人 企业负责人 直接责任人 "
        "直接负责的主管人员 主管人员 责任人 直接责任人员 行为人 施工负责人 项目负责人 项目经理 食品安全管理员"
    ),
    Part.OFFICIAL: (
        "审判长 审判员 代理审判员 人民陪审员 陪审员 法官助理 书记员 执行员 执行法官 法官 检察员 检察官 公诉人 执法人员 行政执法人员 执法员 办案人员 承办人 案件承办人 承办人员 主办人 协办人 "
        "检查人员 调查人员 检查人 调查人 询问人 记录人 勘验人 送达人 复核人 审核人 审批人 主持人 听证主持人 听证员 听证记录员 行政复议人员 复议人员 民警 交警 辅警 警员 侦查员 "
        "出庭负责人 行政机关负责人 行政机关出庭负责人 出庭行政机关负责人 出庭应诉负责人 应诉人员 局长 副局长 区长 副区长 县长 副县长 市长 副市长 镇长 副镇长 乡长 副乡长 厅长 副厅长 部长 处长 副处长 科长 副科长 "
        "所长 副所长 支队长 大队长 中队长 街道办事处主任 党组书记 党工委书记 工作人员 科员 四级主任科员 三级主任科员 二级主任科员 一级主任科员 公职律师 法律顾问 律师 签发人 调解员 人民调解员 仲裁员 首席仲裁员 "
        "鉴定人 鉴定人员 评估师 公证员 翻译 网格员 执法队员 城管队员 监督员 协管员 社区民警"
    ),
    Part.EITHER: (
        "法定代表人 法定代表人或负责人 法人代表 法人 负责人 主要负责人 委托代理人 委托诉讼代理人 诉讼代理人 代理人 特别授权代理人 辩护人 执行事务合伙人 联系人 经办人 代表 主任 副主任 书记 院长 校长 园长"
    ),
    Part.MINOR: (
        "未成年人 未成年子女 未成年女儿 未成年儿子 未成年女 未成年子 学生 小学生 中学生 初中生 高中生 幼儿 婴儿 婴幼儿 儿童 女童 男童 幼童 患儿 孩子 男孩 女孩 少年 女婴 男婴 婚生子 婚生女 非婚生子 非婚生女"
    ),
}
ROLES = {word: part for part, words in PARTS.items() for word in words.split()}


@dataclass(frozen=True)
class Role:
    """A word of office or part that ends where a name may begin."""

    start: int
    end: int
    part: Part
    labelled: bool
    """Followed by a colon or standing alone in its cell: what comes next is a value."""


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    longest = sorted(ROLES, key=len, reverse=True)
    spaced = [r" *".join(word) if len(word) <= 4 else word for word in longest]
    notes = r"(?: ?\([^()\n]{0,40}\)){0,2}"
    return re.compile(
        rf"其?(?P<role>{'|'.join(spaced)}){notes}(?P<mark>[ \t]*(?:\d ?)?:[ \t_]*\n?[ \t]*|[ \t_]{{1,12}}|(?=.)|)(?:名叫|叫|为|是|系)?"
    )


def find(text: str) -> Iterator[Role]:
    """The roles of a folded text in order.

    >>> [(r.part.value, r.labelled) for r in find("申请人(原审原告):甲,审 判 员 乙,原告丙")]
    [('private', True), ('official', True), ('private', False)]
    """
    for match in _pattern().finditer(text):
        part = ROLES[match["role"].replace(" ", "")]
        labelled = ":" in match["mark"] or match["mark"][:1] in ("\t", " ")
        yield Role(match.start(), match.end(), part, labelled)


def find_one(value: str) -> bool:
    """Whether a short value is itself a word of office or part.

    >>> find_one("负责人"), find_one("张志祥")
    (True, False)
    """
    return value in ROLES or value[-3:] in ROLES or value[-2:] in ROLES
