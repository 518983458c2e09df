"""The ledger checked: an export without the database it came from, or the database itself."""

from pathlib import Path
from typing import Annotated

import typer

from fazhi.cli import framework, schema
from fazhi.cli.output import show_json
from fazhi.cli.progress import waiting
from fazhi.fault import Fault
from fazhi.ledger import audit, checkpoint, keyring
from fazhi.ledger.audit import Audit

LOOSE = (
    "注意：另有 {} 个行为在树中有位置，却不在任何存证点之下：公布中断（再运行 fazhi ledger checkpoint），"
    "或者存证点被删去（请与公布的存证点核对）"
)
UNPROVEN = "未给出存证点，看不出末尾是否少了行为；可加 --checkpoint 和 --keys 核对"


def verify(
    file: Annotated[Path | None, typer.Argument(help="台账导出的 JSONL 文件")] = None,
    database: Annotated[bool, typer.Option("--database", help="核验本机数据库中的台账，不用文件")] = False,
    note: Annotated[Path | None, typer.Option("--checkpoint", help="公布的存证点")] = None,
    keys: Annotated[Path | None, typer.Option("--keys", help="公布的公钥")] = None,
    strict: Annotated[bool, typer.Option("--strict", help="另查每个行为是否规范 JSON（较慢）")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="输出 JSON")] = False,
) -> None:
    """核验一份台账：链条是否完整，是否与公布的存证点相符；不符时指出所在。"""
    if database == (file is not None):
        raise Fault("ledger.E073", "要核验的是文件还是数据库没有写清", "请给出一个文件，或者使用 --database")
    found = _audited(file, note, keys, strict=strict) if file else _stored()
    if as_json:
        answer = {"acts": found.acts, "cases": found.cases, "sm3": found.sm3, "checkpoint": found.size}
        loose = {"loose": found.loose} if found.loose else {}
        show_json({"intact": True, **answer, **loose})
    else:
        national = f"（其中 {found.sm3} 件以 SM3 链接）" if found.sm3 else ""
        typer.echo(f"台账完整：案件 {found.cases} 件{national}，行为 {found.acts} 个")
        typer.echo(f"与存证点相符（前 {found.size} 个行为）" if note or database else UNPROVEN)
        if found.loose:
            typer.echo(LOOSE.format(found.loose))


def _stored() -> Audit:
    framework.start()
    schema.demand_current()
    from fazhi.cases.audit import audit as stored

    with waiting("正在核验台账…"):
        return stored()


def _audited(file: Path, note: Path | None, keys: Path | None, *, strict: bool) -> Audit:
    if (note is None) != (keys is None):
        raise Fault("ledger.E071", "存证点和公钥要一起给出", "请同时使用 --checkpoint 和 --keys")
    signed = checkpoint.read(_text(note)).verify(keyring.read(_text(keys))) if note and keys else None
    try:
        with file.open("rb") as source:
            lines = audit.strict(source) if strict else source
            return audit.against(lines, signed) if signed else audit.audit(lines)
    except OSError as error:
        raise _closed(file, error) from None


def _text(file: Path) -> str:
    try:
        return file.read_bytes().decode()
    except OSError as error:
        raise _closed(file, error) from None
    except UnicodeDecodeError:
        raise Fault("ledger.E072", f"{file} 不是 UTF-8 文本", "请使用公布的原文") from None


def _closed(file: Path, error: OSError) -> Fault:
    return Fault("ledger.E070", f"打不开 {file}（{error.strerror}）", "请检查文件路径和读取权限")
