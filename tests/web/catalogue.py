"""What the source asks to have translated: every literal in templates and in calls of gettext."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from django.template import engines
from django.template.base import Node, Template
from django.templatetags.i18n import BlockTranslateNode, TranslateNode
from django.utils import translation
from django.utils.translation import trim_whitespace

import fazhi.web
from fazhi.web.sentences import translatable

WEB = Path(fazhi.web.__file__).parent
PO = WEB / "locale/en/LC_MESSAGES/django.po"
GIVEN = re.compile(r"""_\((?:"([^"]*)"|'([^']*)')\)""")
"""What a filter or an inclusion is given."""
CALLS = {"_", "gettext", "gettext_lazy", "gettext_noop"}


def asked() -> set[str]:
    """Every msgid of the web package."""
    return set(_in_templates()) | set(_in_code())


def _in_templates() -> Iterator[str]:
    folder = WEB / "templates"
    for path in sorted(folder.rglob("*.html")):
        with translation.override("en"):
            template = engines["django"].get_template(str(path.relative_to(folder))).template
        assert isinstance(template, Template)
        for node in _nodes(template.nodelist):
            yield from _msgid(node)
        for double, single in GIVEN.findall(translatable(path.read_text("utf-8"))):
            yield double or single


def _nodes(nodes: list[Node]) -> Iterator[Node]:
    for node in nodes:
        yield node
        for name in node.child_nodelists:
            yield from _nodes(getattr(node, name, []))
        for _, inner in getattr(node, "conditions_nodelists", []):
            yield from _nodes(inner)


def _msgid(node: Node) -> Iterator[str]:
    if isinstance(node, TranslateNode) and isinstance(node.filter_expression.var.literal, str):
        yield node.filter_expression.var.literal
    elif isinstance(node, BlockTranslateNode):
        text = node.render_token_list(node.singular)[0]
        yield trim_whitespace(text) if node.trimmed else text


def _in_code() -> Iterator[str]:
    for path in sorted(WEB.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in CALLS:
                words = node.args[0]
                if isinstance(words, ast.Constant):
                    yield str(words.value)
