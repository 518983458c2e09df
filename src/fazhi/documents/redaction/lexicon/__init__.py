"""Words, surnames and given-name characters: what tells 张志祥 from 张贴 and 程序.

The lists are frequencies of the general language, not of persons. ``words`` and the statistics behind
``given`` come from the dictionary of jieba 0.42.1 (MIT licence, Sun Junyi).
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files


def _lines(name: str) -> str:
    return files(__name__).joinpath(name).read_text("utf-8")


def listed(name: str) -> list[str]:
    """The words of one list, between white space.

    >>> "诉称" in listed("following.txt"), "申请人" in listed("roles-private.txt")
    (True, True)
    """
    return _lines(name).split()


@lru_cache(maxsize=1)
def common() -> frozenset[str]:
    """Surnames that are hardly anything else; a person of this name is believed on little evidence.

    >>> "张" in common(), "于" in common()
    (True, False)
    """
    return frozenset(_lines("surnames.txt").replace("\n", ""))


@lru_cache(maxsize=1)
def rare() -> frozenset[str]:
    """Surnames that are words as well (于, 时, 应, 方): believed only on a label or on repeated evidence.

    >>> "于" in rare()
    True
    """
    return frozenset(_lines("surnames-words.txt").replace("\n", ""))


@lru_cache(maxsize=1)
def compound() -> frozenset[str]:
    """Surnames of two characters.

    >>> "欧阳" in compound()
    True
    """
    return frozenset(listed("surnames-compound.txt"))


@lru_cache(maxsize=1)
def endings() -> frozenset[str]:
    """The words of two or three characters after which a person is named (被告, 其妻, 证人).

    >>> "证人" in endings()
    True
    """
    return frozenset(word[-3:] if len(word) > 3 else word for word in listed("roles-private.txt"))


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


@lru_cache(maxsize=1)
def before() -> frozenset[str]:
    """Verbs of two characters whose object is a person (伙同, 殴打).

    >>> "伙同" in before()
    True
    """
    return frozenset(listed("before.txt"))


@lru_cache(maxsize=1)
def telling() -> frozenset[str]:
    """The characters that hardly anything but given names are made of.

    >>> "婷" in telling(), "大" in telling()
    (True, False)
    """
    return frozenset(_lines("given-telling.txt").replace("\n", ""))


def _pieces(name: str, size: int) -> list[str]:
    joined = _lines(name).replace("\n", "")
    return [joined[i : i + size] for i in range(0, len(joined), size)]


def surname(text: str, place: int) -> int:
    """How many characters of a surname stand at a place; zero where none does.

    >>> surname("欧阳某", 0), surname("张三", 0), surname("的", 0)
    (2, 1, 0)
    """
    if text[place : place + 2] in compound():
        return 2
    return int(text[place : place + 1] in common() or text[place : place + 1] in rare())


@lru_cache(maxsize=1)
def _initial() -> re.Pattern[str]:
    return re.compile("[" + "".join(sorted({*common(), *rare(), *(c[0] for c in compound())})) + "]")


def surnames(text: str) -> Iterator[int]:
    """The places where a surname may begin.

    >>> list(surnames("的张三"))
    [1]
    """
    return (match.start() for match in _initial().finditer(text))
