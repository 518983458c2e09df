"""A statute goes by many spellings; two titles are the same statute when they agree in what counts."""

import re
import unicodedata

MARKS = str.maketrans("()<>[],:;", "（）〈〉〔〕，：；")
SILENT = re.compile(r"[《》〈〉\s\u200b\ufeff]|中华人民共和国(?=.)")


def tidy(text: str) -> str:
    """Text with full-width marks, plain digits and no white space, as titles and citations are compared.

    >>> tidy("国办发[2018] 118 号"), tidy("第５条(试行)")
    ('国办发〔2018〕118号', '第5条（试行）')
    """
    plain = unicodedata.normalize("NFKC", text).translate(MARKS)
    return re.sub(r"[\s\u200b\ufeff]+", "", plain)


def key(title: str) -> str:
    """What counts of a title: without 中华人民共和国, book marks and white space, here or inside.

    >>> key("中华人民共和国行政复议法") == key("《行政复议法》")
    True
    >>> key("天津市实施〈中华人民共和国突发事件应对法〉办法")
    '天津市实施突发事件应对法办法'
    """
    return SILENT.sub("", tidy(title))
