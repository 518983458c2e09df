"""Put an outline in force from the command line, by the same action as the import page."""

from collections.abc import Iterable
from datetime import datetime
from typing import Annotated, Any

import typer

from fazhi.cli import framework, schema
from fazhi.cli.option import AsJson
from fazhi.cli.outline.reading import Document, content
from fazhi.cli.output import show_json
from fazhi.cli.progress import waiting
from fazhi.fault import Fault

From = Annotated[datetime, typer.Option("--from", formats=["%Y-%m-%d"], help="纲要期间起")]
To = Annotated[datetime, typer.Option("--to", formats=["%Y-%m-%d"], help="纲要期间止")]
By = Annotated[str, typer.Option("--by", help="办理导入的人员的登录名")]
Title = Annotated[str, typer.Option(help="纲要名称；与已有纲要同名即为其新版本，留空用文件标题")]
Resolve = Annotated[
    list[str] | None, typer.Option("--resolve", help="名称=机构代码，名称= 表示不分派；可重复")
]
Trial = Annotated[bool, typer.Option("--dry-run", help="只显示将有的变化，不导入")]


def import_(
    file: Document,
    starts: From,
    ends: To,
    by: By,
    title: Title = "",
    resolve: Resolve = None,
    trial: Trial = False,
    as_json: AsJson = False,
) -> None:
    """导入一份纲要：形成新版本，任务和应办事项随之更新。"""
    data = content(file)
    decided = dict(map(_decision, resolve or ()))
    framework.start()
    schema.demand_current()
    from django.db import transaction
    from django.utils import timezone

    from fazhi.duties.actions import Commit, stage
    from fazhi.duties.schedule import Term

    at, actor = timezone.now(), _actor(by)
    with waiting("正在读取并导入…"), transaction.atomic():
        draft = stage(actor, file.name, data, at)
        term = Term(starts.date(), ends.date())
        commit = Commit(draft=draft, term=term, title=title, resolutions=decided)
        changes = _changes(title or draft.reading["title"], draft)
        edition = commit.perform(actor, at)
        result = {"outline": str(edition.outline), "edition": edition.number, "changes": changes}
        transaction.set_rollback(trial)
    show_json({**result, "dry_run": trial}) if as_json else _print(result, trial=trial)


def _decision(given: str) -> tuple[str, tuple[str, ...]]:
    name, sign, codes = given.partition("=")
    if not sign or not name.strip():
        raise Fault("outline.E012", f"--resolve “{given}”不是“名称=机构代码”", "例如 --resolve 区体育局=tiyu")
    return name.strip(), tuple(code.strip() for code in codes.split(",") if code.strip())


def _actor(login: str) -> Any:
    from django.contrib.auth import get_user_model

    from fazhi.office.actor import actor_of

    user = get_user_model().objects.filter(username=login).first()
    if user is None:
        raise Fault("outline.E011", f"没有登录名为“{login}”的人员", "请用有导入权限的统筹协调人员的登录名")
    return actor_of(user)


def _changes(title: str, draft: Any) -> list[dict[str, str]]:
    from fazhi.duties.difference import compare, difference
    from fazhi.duties.models import Outline
    from fazhi.duties.stored import reading_of
    from fazhi.outline.reading import Reading

    reading = reading_of(draft)
    outline = Outline.objects.filter(title=title).first()
    found = difference(outline, reading) if outline else compare(Reading("", ""), reading)
    return [{"change": c.change.value, "number": c.number, "title": c.title} for c in found]


def _print(result: dict[str, Any], *, trial: bool) -> None:
    words = {"new": "新增", "changed": "变化", "gone": "取消"}
    verb = "将导入" if trial else "已导入"
    print(f"{verb}“{result['outline']}”第{result['edition']}版")
    _lines(f"  {words[c['change']]}  {c['number']}. {c['title']}" for c in result["changes"])


def _lines(lines: Iterable[str]) -> None:
    for line in lines:
        print(line)
