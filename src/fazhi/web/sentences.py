"""The words of a template: what its author wrote between the values, sentence by sentence.

Templates are written in plain Chinese. When one is loaded its sentences are wrapped in Django's own tags for
translation, so that every literal word of a page has its entry in the catalogue and every value has none: the
two can be told apart without a mark in the template. A value within a sentence keeps its place in the entry.
"""

import re
from functools import partial

WORD = r"\u3001-\u303f\u4e00-\u9fff\uff01-\uff60"
"""Chinese characters and their punctuation; not the ideographic space, which parts sentences."""
CHINESE, WORDS = re.compile(r"[\u4e00-\u9fff]"), re.compile(f"[{WORD}]+")
VALUE = r"\{\{(?:(?!\}\}).)*\}\}"
PLAIN = rf"[^<{{{WORD}]*"
INLINE = (
    rf"""<(?P<inline>span|b|code|strong)(?:\ class="[^"{{]*")?>{PLAIN}(?:{VALUE}{PLAIN})+</(?P=inline)>"""
)
"""A value in an element of its own within a sentence: ``共 <b>{{ n }}</b> 条``."""
PIECE = re.compile(
    rf"""(?P<kept>\{{%\s*(?P<name>comment|blocktrans(?:late)?)\b.*?\{{%\s*end(?P=name)\s*%\}}
             |\{{\#.*?\#\}}|<!--.*?-->|<(?P<raw>script|style)\b.*?</(?P=raw)>)
       | \{{%\s*(?P<said>include|with|light)\b(?P<arguments>.*?)%\}}
       | (?P<sentence>(?:{INLINE}|{VALUE}|[^<{{\n\u3000]|\{{(?![{{%\#]))+)
       | (?P<tag></?[a-zA-Z](?:\{{%.*?%\}}|{VALUE}|"(?:\{{%.*?%\}}|{VALUE}|[^"])*"|[^>"])*>)
       | (?P<other>\{{%.*?%\}}|.)""",
    re.DOTALL | re.VERBOSE,
)
SPOKEN = re.compile(
    r"""(\s(?:title|alt|placeholder|label|aria-(?:label|\w*description)|data-(?:label|say[\w-]*))=")"""
    rf"""((?:\{{%.*?%\}}|{VALUE}|[^"])*)(?=")""",
    re.DOTALL,
)
ARGUMENT = re.compile(r"""(?<=[=\s:])"([^"]*[\u4e00-\u9fff][^"]*)\"""")
GIVEN = re.compile(rf"""(\|(?:date|default|join|yesno):)("[^"]*[{WORD}][^"]*"|'[^']*[{WORD}][^']*')""")
"""What a filter says in place of a value, or between values."""
NAMED = re.compile(rf"{VALUE}", re.DOTALL)


def translatable(source: str) -> str:
    """A template with its sentences wrapped for translation; in Chinese it makes the same page.

    >>> translatable('<p title="全部">{% if n %}首页{% endif %}</p>')
    '<p title="{% translate "全部" %}">{% if n %}{% translate "首页" %}{% endif %}</p>'
    >>> translatable("共 <b>{{ page.n }}</b> 条")
    '{% blocktranslate with page_n=page.n %}共 <b>{{ page_n }}</b> 条{% endblocktranslate %}'
    """
    return PIECE.sub(_piece, source)


def _piece(found: re.Match[str]) -> str:
    if found["sentence"]:
        return _sentence(found["sentence"])
    if found["tag"]:
        return SPOKEN.sub(lambda attribute: attribute[1] + translatable(attribute[2]), found["tag"])
    if found["said"]:
        return ARGUMENT.sub(r'_("\1")', found[0])
    return found[0]


def _sentence(words: str) -> str:
    """One stretch of words and values without a branch or a line's end in it."""
    inner = words.strip()
    literal = NAMED.sub("", inner)
    values = NAMED.sub(lambda value: GIVEN.sub(r"\1_(\2)", value[0]), inner)
    if not CHINESE.search(literal):
        return words.replace(inner, _between_values(values)) if inner else words
    wrapped = _with_values(values) if "{{" in values else _alone(values)
    return words.replace(inner, wrapped)


def _between_values(words: str) -> str:
    """Values with nothing but punctuation between them."""
    pieces = re.split(f"({VALUE})", words, flags=re.DOTALL)
    return "".join(
        one if one.startswith("{{") else WORDS.sub(lambda mark: _alone(mark[0]), one) for one in pieces
    )


def _alone(words: str) -> str:
    return f"{{% translate '{words}' %}}" if '"' in words else f'{{% translate "{words}" %}}'


def _with_values(words: str) -> str:
    names: dict[str, str] = {}
    body = NAMED.sub(partial(_named, names), words)
    given = "".join(f" {name}={expression}" for name, expression in names.items() if name != expression)
    with_values = f" with{given}" if given else ""
    return f"{{% blocktranslate{with_values} %}}{body}{{% endblocktranslate %}}"


def _named(names: dict[str, str], value: re.Match[str]) -> str:
    """A value under a name that an entry of the catalogue can hold."""
    expression = value[0][2:-2].strip()
    name = re.sub(r"\W+", "_", re.sub(r'"[^"]*"', "", expression)).strip("_")
    names[name] = expression
    return f"{{{{ {name} }}}}"
