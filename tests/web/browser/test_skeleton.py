"""What the long walk leaves out has nothing of its own to find: a defect makes another skeleton."""

import re

import pytest
from django.test import Client

from tests.web.addresses import World
from tests.web.browser.skeleton import skeleton
from tests.web.browser.test_accessibility import MODES, TOGETHER

HAN = re.compile("[\u3400-\u9fff]")
"""繁體 writes other characters, as many, in names and descriptions too."""
PAGE = """<!doctype html><html lang="zh-CN"><head><title>任务</title></head><body>
<nav aria-label="主导航"><a href="/duties">台账</a></nav>
<header class="side"><div class="account"><div><b>演示·承办人甲</b><span>承办</span></div><a href="/inbox">消息 2</a></div></header>
<main id="main"><h1>第3件事</h1><img src="/a.png" alt="图"><p lang="en">Duty 12</p>
<label for="q">查找</label><input id="q" name="q" value="案卷"><button class="button">筛选</button>
<section aria-labelledby="one"><h2 id="one">甲单位</h2></section>
<section aria-labelledby="two"><h2 id="two">乙单位</h2></section>
<table><caption>清单</caption><tr><th scope="col">名称</th></tr><tr><td>一</td></tr></table></main></body></html>
"""  # noqa: E501
SAME = [
    ("第3件事", "第7件事"),
    ("/duties", "/cases"),
    ("甲单位", "丙单位"),
    ('value="案卷"', 'value="评查工作"'),
    ("演示·承办人甲</b><span>承办", "演示·监督审计员乙</b><span>监督审计"),
    ('id="one"', 'id="six"'),
    ('="one"', '="six"'),
]
DEFECTS = {
    "label": ('<label for="q">查找</label>', ""),
    "label of another": ('for="q"', 'for="r"'),
    "empty label": (">查找</label>", "></label>"),
    "alt": (' alt="图"', ""),
    "empty alt": ('alt="图"', 'alt=""'),
    "language": (' lang="zh-CN"', ""),
    "language of a part": ('<p lang="en">', "<p>"),
    "title": ("<title>任务</title>", "<title></title>"),
    "id twice": ('id="two"', 'id="one"'),
    "landmarks of one name": ("乙单位", "甲单位"),
    "nameless landmark": ('aria-labelledby="two"', ""),
    "empty button": (">筛选</button>", "> </button>"),
    "empty link": (">台账</a>", "></a>"),
    "link to nowhere": ('href="/duties"', 'href=""'),
    "heading skipped": ("<h2", "<h4"),
    "colour by class": ('class="button"', 'class="button muted"'),
    "role": ("<main", '<main role="none"'),
    "scope": (' scope="col"', ""),
    "state": ('class="button"', 'class="button" aria-expanded="yes"'),
    "longer text": ("乙单位", "区推进法治政府建设领导小组"),
    "wider characters": ("Duty 12", "第十二项任务"),
}


@pytest.mark.parametrize("defect", DEFECTS)
def test_a_page_with_a_defect_is_looked_at(defect: str) -> None:
    before, after = DEFECTS[defect]
    assert before in PAGE
    assert skeleton(PAGE.replace(before, after)) != skeleton(PAGE)


def test_a_page_that_differs_in_words_of_the_same_length_is_left_out() -> None:
    page = PAGE
    for before, after in SAME:
        assert before in page
        page = page.replace(before, after)
    assert skeleton(page) == skeleton(PAGE)


@pytest.mark.parametrize("alike", [one for one, modes in TOGETHER.items() if len(modes) > 1])
def test_modes_that_are_walked_together_have_one_skeleton(
    coordinator: Client, world: World, alike: str
) -> None:
    """Below the head, where colours are chosen, and but for the switches that say what was chosen."""
    for address in ("/", "/portal", f"/duties/{world.occurrence.pk}", f"/cases/{world.case.pk}", "/matrix"):
        assert len({_body(coordinator, address, mode) for mode in TOGETHER[alike]}) == 1, address


def _body(client: Client, address: str, mode: str) -> str:
    client.cookies.load(MODES[mode])
    page = client.get(address).content.decode()
    for name in MODES[mode]:
        del client.cookies[name]
    return skeleton("<main" + HAN.sub("字", page.partition("<main")[2]))
