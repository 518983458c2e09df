"""Words, surnames and given-name characters: what tells 张志祥 from 张贴 and 程序.

The lists are frequencies of the general language, not of persons. ``words`` and the statistics behind
``given`` come from the dictionary of jieba 0.42.1 (MIT licence, Sun Junyi).
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files

COMPOUND = frozenset(
    re.findall(
        "..",
        "欧阳上官司马诸葛东方皇甫尉迟公孙慕容令狐司徒长孙宇文夏侯轩辕端木独孤南宫闻人澹台呼延申屠钟离濮阳淳于单于"
        "太史公冶宗政西门东郭拓跋完颜纳兰第五司空",
    )
)
COMMON = frozenset(
    "萧阎闾王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗郑梁谢宋唐许韩邓冯曹彭肖田董潘袁蔡蒋余杜叶魏苏吕丁卢姚沈钟姜崔谭陆范"
    "汪廖韦贾夏付邹熊孟秦邱侯尹薛闫段雷龙黎史陶贺毛郝顾龚邵覃武钱戴严莫孔汤温康施牛樊葛邢齐乔伍庞颜倪庄聂章鲁"
    "岳翟殷詹欧耿兰焦俞柳甘祝包尚舒阮柯纪梅童凌毕裴霍涂苗谷盛曲翁冉骆蓝辛靳柴蒙鲍喻祁蒲屈饶牟艾阳穆卓古简麦褚"
    "窦戚岑景费卜冷晏席卫宗瞿桂佟臧闵苟邬卞姬仇栾隋刁沙荣寇桑郎甄丛仲虞敖巩佘池查苑迟邝谈匡鞠荆冀郁胥储燕楚鄢"
)
"""Surnames that are hardly anything else; a person of this name is believed on little evidence."""
RARE = frozenset(
    "高曾于程任石金方白江万向常文安易申关左宁符成路游管华房解尤时农司吉缪车项连芦娄党宫米柏全应边师和商巫明官封惠"
    "乐南班原栗劳谌奚皮粟冼蔺楼盘满闻位厉伊区郜海阚花强帅屠豆朴盖练廉井祖漆巴丰支国狄平计宣晋相初门云容敬来扈晁"
    "芮普浦戈伏鹿薄雍辜羊阿乌裘亓修邰赫杭况那宿鲜印隆茹诺战慕危玉银亢嵇公哈湛宾戎勾茅利呼居揭干但冶元束檀衣"
    "信展阴昝幸奉植衡富尧单季权尉滕郗逄户苍战肇衣鄂麻水燕苟由闭麴布力火木逯"
)
"""Surnames that are words as well (于, 时, 应, 方): believed only on a label or on repeated evidence."""


def _lines(name: str) -> str:
    return files(__name__).joinpath(name).read_text("utf-8")


def listed(name: str) -> list[str]:
    """The words of one list, between white space.

    >>> "诉称" in listed("following.txt"), "申请人" in listed("roles-private.txt")
    (True, True)
    """
    return _lines(name).split()


@lru_cache(maxsize=1)
def given() -> frozenset[str]:
    """The characters that given names are commonly made of.

    >>> "伟" in given(), "诉" in given()
    (True, False)
    """
    return frozenset(_lines("given.txt").replace("\n", ""))


@lru_cache(maxsize=1)
def words() -> frozenset[str]:
    """Common words of two characters, and of three where the first is also a surname.

    >>> "程序" in words(), "元古代" in words(), "志祥" in words()
    (True, True, False)
    """
    return frozenset(_pieces("words.txt", 2)) | frozenset(_pieces("words3.txt", 3))


def _pieces(name: str, size: int) -> list[str]:
    joined = _lines(name).replace("\n", "")
    return [joined[i : i + size] for i in range(0, len(joined), size)]


def surname(text: str, place: int) -> int:
    """How many characters of a surname stand at a place; zero where none does.

    >>> surname("欧阳某", 0), surname("张三", 0), surname("的", 0)
    (2, 1, 0)
    """
    if text[place : place + 2] in COMPOUND:
        return 2
    return int(text[place : place + 1] in COMMON or text[place : place + 1] in RARE)


@lru_cache(maxsize=1)
def _initial() -> re.Pattern[str]:
    return re.compile("[" + "".join(sorted({*COMMON, *RARE, *(c[0] for c in COMPOUND)})) + "]")


def surnames(text: str) -> Iterator[int]:
    """The places where a surname may begin.

    >>> list(surnames("的张三"))
    [1]
    """
    return (match.start() for match in _initial().finditer(text))
