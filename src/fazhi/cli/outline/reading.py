"""Read a policy document without a database or a browser."""

from pathlib import Path
from typing import Annotated

import typer

from fazhi.cli.input import read_bytes
from fazhi.cli.option import AsJson
from fazhi.cli.output import show_json
from fazhi.outline import read as read_text
from fazhi.outline.reading import Measure, Part, Reading
from fazhi.source import LIMIT, load

Document = Annotated[Path, typer.Argument(help="TXT、DOCX 或 HTML 文件")]
PARTS = {Part.LEAD: "牵头", Part.RESPONSIBLE: "责任", Part.COOPERATING: "配合"}


def read(
    file: Document,
    as_json: AsJson = False,
) -> None:
    """读取一份纲要：举措、牵头与责任单位、任务、时限和未读懂之处。"""
    reading = read_text(load(content(file), file.name))
    if as_json:
        show_json(reading.as_dict())
    else:
        typer.echo(_summary(reading))


def content(file: Path) -> bytes:
    """The bytes of a file, no more than can be a document; a ``Fault`` where it cannot be opened."""
    return read_bytes(file, LIMIT, "outline.E006")


def _summary(reading: Reading) -> str:
    duties = sum(len(measure.duties) for measure in reading.measures)
    lines = [
        reading.title,
        f"举措 {len(reading.measures)} 项，任务 {duties} 条，未读懂 {len(reading.unread)} 处",
        "",
    ]
    lines += [line for measure in reading.measures for line in _lines(measure)]
    lines += ["", *(f"未读入 {u.span[0]}–{u.span[1]}：{u.text[:30]}（{u.why}）" for u in reading.unread)]
    return "\n".join(lines)


def _lines(measure: Measure) -> list[str]:
    units = "；".join(
        f"{PARTS[part]}：{'、'.join(measure.named(part))}" for part in Part if measure.named(part)
    )
    due = f"　时限：{measure.deadline.isoformat()}" if measure.deadline else ""
    return [f"{measure.number}. {measure.title}", f"   {units or '未写明单位'}{due}"]
