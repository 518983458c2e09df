"""The accessibility tools: what a reader may set, with the values of each, in the order of the panel."""

from dataclasses import dataclass

from django.utils.translation import gettext_noop as _

from fazhi.web.display import Display
from fazhi.web.language import Language

Option = tuple[str, str, bool]
"""Value, words, and whether it is set."""


@dataclass(frozen=True)
class Aid:
    """One row of the panel; ``name`` is a field of ``Display``."""

    name: str
    title: str
    choices: tuple[tuple[str, str], ...]
    needs_script: bool = False

    def options(self, display: Display) -> list[Option]:
        return [(value, words, display.value(self.name) == value) for value, words in self.choices]


AIDS = (
    Aid("size", _("字号"), (("0", _("标准")), ("1", _("大")), ("2", _("更大")), ("3", _("最大")))),
    Aid("contrast", _("对比度"), (("0", _("标准")), ("1", _("高对比")))),
    Aid("spacing", _("疏密"), (("0", _("标准")), ("1", _("宽松")))),
    Aid("theme", _("颜色"), (("auto", _("随系统")), ("light", _("浅色")), ("dark", _("深色")))),
    Aid("guide", _("阅读尺"), (("0", _("关")), ("1", _("开"))), needs_script=True),
    Aid("slash", _("按“/”键检索"), (("1", _("开")), ("0", _("关"))), needs_script=True),
)
LANGUAGES = {Language.SIMPLIFIED: "简体", Language.TRADITIONAL: "繁體", Language.ENGLISH: "English"}
"""Each language names itself, whatever the page is in."""


def rows(display: Display) -> list[tuple[Aid, list[Option]]]:
    """The panel as a reader has it set."""
    return [(aid, aid.options(display)) for aid in AIDS]


def languages(display: Display) -> list[tuple[Language, str, bool]]:
    """The languages, each with its own name and whether it is the reader's."""
    return [(language, words, display.language is language) for language, words in LANGUAGES.items()]
