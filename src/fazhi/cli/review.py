"""``fazhi review FILE``: the automatic part of the legality review of a normative document."""

from datetime import date, datetime
from typing import TYPE_CHECKING, Annotated

import typer

from fazhi import config
from fazhi.cli import framework
from fazhi.cli.option import AsJson
from fazhi.cli.outline.reading import Document, content
from fazhi.cli.output import show_json
from fazhi.source import load

if TYPE_CHECKING:
    from fazhi.chapters.decisions.review.desk import Review
    from fazhi.chapters.decisions.review.finding import Finding
    from fazhi.chapters.decisions.review.rules.citation import Resolver

SEVERITIES = {"must-fix": "应改", "check": "核对", "note": "提示"}


def review(
    file: Document,
    on: Annotated[
        datetime | None, typer.Option("--on", formats=["%Y-%m-%d"], help="按该日施行的法律审查，默认今天")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """审查一份行政规范性文件草案：逐条列出应改、核对之处和依据，不能判断的列为问题。"""
    text = load(content(file), file.name)
    from fazhi.chapters.decisions.review import review as review_text

    day = (on or datetime.now().astimezone()).date()
    found = review_text(text, _resolver(), day)
    show_json(found.as_dict()) if as_json else typer.echo(_report(found, day))


def _resolver() -> "Resolver":
    """The statute library with its texts where this installation has one, else the packs' registry.

    A review writes nothing: where there is no database yet, or an older one, none is made or changed.
    """
    if _library():
        from fazhi.statutes.lookup import look_up

        return lambda citation, day: tuple(each.resolved for each in look_up(citation, day))
    from fazhi.law.resolution import resolve
    from fazhi.packs.statutes import catalogue

    return lambda citation, day: resolve(citation, catalogue(), day)


def _library() -> bool:
    given = config.read()
    if not given.database and not (given.home / "fazhi.sqlite3").exists():
        return False
    framework.start()
    from fazhi.cli.schema import pending

    return not pending()


def _report(found: "Review", day: date) -> str:
    counts = {name: sum(f.rule.severity == name for f in found.findings) for name in SEVERITIES}
    summary = "，".join(f"{word} {counts[name]} 处" for name, word in SEVERITIES.items())
    lines = [found.title or "（没有标题）", f"条款 {found.clauses}，按 {day} 施行的法律审查：{summary}", ""]
    lines += [line for finding in found.findings for line in _lines(finding)]
    lines += [f"[问题] {each.text}（{each.who}）{each.article}" for each in found.questions]
    return "\n".join(lines)


def _lines(finding: "Finding") -> list[str]:
    rule, (begin, end) = finding.rule, finding.span
    return [
        f"[{SEVERITIES[rule.severity]}] {rule.id} {rule.title}　{finding.clause}",
        f"    “{' '.join(finding.text.split())}”（{begin}–{end}）",
        f"    {rule.why}（{rule.article}）。{rule.remedy}。",
    ]
