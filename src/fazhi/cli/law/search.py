"""``fazhi law search WORDS``: articles that say something."""

from datetime import datetime
from typing import TYPE_CHECKING, Annotated

import typer

from fazhi.cli.option import AsJson, OnDay
from fazhi.cli.output import show_json
from fazhi.cli.schema import ready

if TYPE_CHECKING:
    from fazhi.statutes.search import Hit


def search(
    words: Annotated[str, typer.Argument(help="一个或者几个词，用空格隔开")],
    on: OnDay = None,
    limit: Annotated[int, typer.Option(min=1, max=200, help="最多列出几条")] = 20,
    as_json: AsJson = False,
) -> None:
    """在已导入的法规中检索同时含有各词的条文，适用日期现行的排在前面。"""
    ready()
    from fazhi.statutes import search as statutes

    day = (on or datetime.now().astimezone()).date()
    hits = statutes.search(words, day, limit)
    if as_json:
        show_json([hit.as_dict() for hit in hits])
        return
    for hit in hits:
        _show(hit)
    if not hits:
        typer.echo("没有找到")


def _show(hit: "Hit") -> None:
    state = "（施行日期未注明）" if hit.doubt else "" if hit.current else "（该日非现行版本）"
    typer.echo(f"《{hit.article.edition.statute}》{hit.article.read().number}{state}")
    typer.echo(f"  {hit.excerpt}")
