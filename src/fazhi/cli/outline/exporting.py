"""Take an outline's task division or its ledger out as a file that offices pass on."""

from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any

import typer

from fazhi.cli import framework, schema
from fazhi.cli.option import AsJson
from fazhi.cli.output import show_json
from fazhi.fault import Fault

Title = Annotated[str, typer.Argument(help="纲要名称，或其中能唯一认出它的一段")]
Target = Annotated[Path, typer.Option("--output", "-o", help="任务分解表 .xlsx 或 .docx，原文解读 .json")]


def export(title: Title, output: Target, as_json: AsJson = False) -> None:
    """导出一份纲要的任务分解表。"""
    write = _writer(output)
    framework.start()
    schema.demand_current()
    edition = _edition(title)
    data = write(edition)
    try:
        output.write_bytes(data)
    except OSError as error:
        raise Fault("outline.E015", f"无法写入 {output}（{error.strerror}）", "请检查目录及其权限") from None
    if as_json:
        show_json({"outline": str(edition.outline), "edition": edition.number, "file": str(output)})
    else:
        print(f"已导出“{edition}”到 {output}（{len(data)} 字节）")


def _writer(output: Path) -> Callable[[Any], bytes]:
    writers = {".xlsx": _xlsx, ".docx": _docx, ".json": _json}
    if output.suffix.lower() not in writers:
        raise Fault("outline.E013", f"不能导出为“{output.name}”", "请用 .xlsx、.docx、.json")
    return writers[output.suffix.lower()]


def _xlsx(edition: Any) -> bytes:
    from fazhi.duties.export import division_xlsx

    return division_xlsx(edition)


def _docx(edition: Any) -> bytes:
    from fazhi.duties.export import division_docx

    return division_docx(edition)


def _json(edition: Any) -> bytes:
    import json

    from fazhi.duties.stored import reading_of

    return json.dumps(reading_of(edition).as_dict(), ensure_ascii=False, indent=2).encode()


def _edition(title: str) -> Any:
    from fazhi.duties.models import Outline

    found = Outline.objects.filter(title=title) or Outline.objects.filter(title__contains=title)
    names = "、".join(str(outline) for outline in Outline.objects.all()[:10]) or "（还没有纲要）"
    if len(found) != 1:
        raise Fault("outline.E014", f"“{title}”没有或不止一份纲要", f"请写出能认出一份的名称：{names}")
    return found[0].editions.last()
