"""``fazhi search``: the index made anew where an operator doubts it."""

import typer

from fazhi.cli import framework, schema
from fazhi.cli.option import AsJson
from fazhi.cli.output import show_json
from fazhi.cli.progress import waiting

app = typer.Typer(no_args_is_help=True, help="检索索引")


@app.callback()
def index() -> None:
    """检索索引。"""


@app.command()
def rebuild(as_json: AsJson = False) -> None:
    """重新编制检索索引；编制期间仍可检索。"""
    framework.start()
    schema.demand_current()
    from fazhi.search.actions import mark_all, update_all

    with waiting("正在编制检索索引…"):
        mark_all()
        written = update_all()
    show_json({"indexed": written}) if as_json else print(f"已编入 {written} 条")
