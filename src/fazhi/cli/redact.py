"""``fazhi redact``: hide what identifies private persons before a document is published."""

from pathlib import Path
from typing import Annotated

import typer

from fazhi.cli.input import read_bytes
from fazhi.cli.option import AsJson
from fazhi.cli.output import show_json
from fazhi.documents import publication
from fazhi.documents.publication import Findings
from fazhi.documents.publication.file import LIMIT
from fazhi.documents.redaction import Policy
from fazhi.documents.redaction.kind import LABELS
from fazhi.fault import Fault

REVIEW = "自动脱敏可能遗漏或误遮，公开前须由人工逐处核对。"


def redact(
    file: Annotated[Path, typer.Argument(help="TXT、DOCX 或 PDF 文件")],
    as_json: AsJson = False,
    output: Annotated[
        Path | None,
        typer.Option(help="写出脱敏文件：.txt、.pdf，DOCX 还可以 .docx；写目录则用脱敏后的文件名"),
    ] = None,
    officials: Annotated[bool, typer.Option(help="也隐去履行职务的公职人员姓名")] = False,
    lawyers: Annotated[bool, typer.Option(help="也隐去律师姓名")] = False,
    household_codes: Annotated[bool, typer.Option(help="也隐去个体工商户的统一社会信用代码")] = False,
    keep_head: Annotated[int, typer.Option(min=0, max=6, help="号码开头保留几位")] = 0,
    keep_tail: Annotated[int, typer.Option(min=0, max=6, help="号码末尾保留几位")] = 0,
) -> None:
    """隐去文书中的姓名、证件号、电话、住址等个人信息，列出每一处。"""
    policy = Policy(
        officials=officials,
        lawyers=lawyers,
        household_codes=household_codes,
        keep_head=keep_head,
        keep_tail=keep_tail,
    )
    data = read_bytes(file, LIMIT, "redact.E008")
    findings = publication.read(data, file.name, policy)
    if output is not None:
        output = _write(output, file, data, findings)
    if as_json:
        show_json(findings.as_dict())
    else:
        typer.echo(_summary(findings, output))


def _write(output: Path, file: Path, data: bytes, findings: Findings) -> Path:
    """The file written; a folder gets the file under its redacted name, in its own form."""
    if output.is_dir():
        output /= f"{publication.file_stem(findings.name.text)}{publication.form_of(data)}"
    if output.exists():
        wrong = f"{output} 已存在" + ("，就是原文件" if output.samefile(file) else "")
        raise Fault("redact.E009", wrong, "请换一个输出文件名：原文件不会被覆盖")
    marks, title = findings.redaction.spans, publication.file_stem(findings.name.text)
    hidden = publication.values(publication.original_text(data, file.name), marks)
    if any(value in publication.squeezed(output.name) for value in hidden):
        raise Fault("redact.E013", "输出文件名中含有应隐去的内容", f"请改用 {title}")
    form = output.suffix.lower() if output.suffix.lower() in publication.FORMS else ".txt"
    _save(output, publication.copy(data, file.name, marks, form, title))
    return output


def _save(output: Path, made: bytes) -> None:
    try:
        output.write_bytes(made)
    except OSError as error:
        wrong = f"写不了 {output}（{error.strerror}）"
        raise Fault("redact.E010", wrong, "请检查目录和写入权限") from None


def _summary(findings: Findings, output: Path | None) -> str:
    kinds = [span.kind for span in findings.redaction.spans]
    counts = "、".join(f"{label} {kinds.count(kind)}" for kind, label in LABELS.items() if kind in kinds)
    lines = [] if output else [findings.redaction.text, ""]
    lines += [f"共隐去 {len(kinds)} 处" + (f"：{counts}" if counts else "")]
    lines += [f"已写出 {output}"] if output else []
    lines += [f"文件名应改为：{findings.name.text}"] if findings.name.spans else []
    lines += [f"文件属性含：{'、'.join(findings.metadata)}"] if findings.metadata else []
    return "\n".join([*lines, *findings.warnings, REVIEW])
