"""``fazhi draw``: promise a draw, carry it out before everybody's eyes, check one that others carried out."""

import json
import secrets
from pathlib import Path
from typing import Annotated

import typer

from fazhi.cli.input import read_bytes
from fazhi.cli.option import AsJson
from fazhi.cli.output import show_json
from fazhi.draw import plan as plans
from fazhi.draw import record as records
from fazhi.draw import share as sharing
from fazhi.draw import statement as statements
from fazhi.draw.plan import Plan
from fazhi.draw.record import Record
from fazhi.draw.selection import Outcome
from fazhi.fault import Fault
from fazhi.ledger import checkpoint, keyring
from fazhi.ledger.canonical import Json
from fazhi.ledger.digest import Algorithm

LIMIT = 1 << 30
Output = Annotated[Path | None, typer.Option(help="写入文件；已有的文件不会被覆盖")]
UNPUBLISHED = "请与抽取之前公布的承诺逐字核对：记录本身不能证明承诺公布在先（可加 --commitment）"

app = typer.Typer(no_args_is_help=True, help="随机抽取：承诺、抽取、核验")


@app.command()
def share(
    draw: Annotated[str, typer.Argument(help="抽取编号")],
    party: Annotated[str, typer.Argument(help="参与方")],
    output: Annotated[Path, typer.Option(help="秘密文件；公布承诺后、抽取之前不得外泄")],
    algorithm: Annotated[Algorithm, typer.Option("--hash", help="摘要算法")] = Algorithm.SHA256,
    as_json: AsJson = False,
) -> None:
    """为一个参与方生成秘密，写入文件，给出可以公布的承诺。"""
    value: Json = {"draw": draw, "party": party, "secret": secrets.token_hex(32)}
    made = sharing.from_dict(value, "秘密")
    promise = made.commitment(algorithm).as_dict()
    _write(output, made.as_dict(), private=True)
    show_json(promise) if as_json else typer.echo(f"{party} 的承诺：{promise['commitment']}")


@app.command()
def commit(
    file: Annotated[Path, typer.Argument(help="抽取方案（JSON）")],
    output: Output = None,
    as_json: AsJson = False,
) -> None:
    """检查抽取方案，给出抽取之前公布的承诺：名单只公布摘要。"""
    plan = _plan(file)
    stated = statements.of(plan)
    line = statements.commitment(stated, plan.algorithm)
    if output is not None:
        _write(output, stated)
    show_json({"commitment": line, "statement": stated}) if as_json else typer.echo(line)


@app.command()
def reveal(
    file: Annotated[Path, typer.Argument(help="抽取方案（JSON）")],
    shares: Annotated[list[Path], typer.Argument(help="各方公开的秘密文件")],
    commitment: Annotated[str, typer.Option(help="抽取之前公布的承诺")],
    beacon: Annotated[str | None, typer.Option(help="事先指定的公开值")] = None,
    note: Annotated[Path | None, typer.Option("--checkpoint", help="事先指定的台账存证点")] = None,
    keys: Annotated[Path | None, typer.Option("--keys", help="公布的台账公钥")] = None,
    output: Output = None,
    as_json: AsJson = False,
) -> None:
    """公开秘密，进行抽取，给出供任何人核验的记录。"""
    plan = _plan(file)
    opened = [sharing.from_dict(_json(each), f"{each.name} ") for each in shares]
    value = _checkpoint(plan, note, keys) if note or keys else beacon
    record = records.draw(plan, opened, value)
    _compare(record, commitment)
    if output is not None:
        _write(output, record.as_dict())
    _show(record, as_json=as_json)


@app.command()
def verify(
    file: Annotated[Path, typer.Argument(help="抽取记录（JSON）")],
    commitment: Annotated[str | None, typer.Option(help="抽取之前公布的承诺")] = None,
    as_json: AsJson = False,
) -> None:
    """按记录重新抽取一遍，与公布的结果逐行比较。"""
    record = records.verify(_json(file))
    if commitment is not None:
        _compare(record, commitment)
    counts = {each.value: len(record.named(each)) for each in Outcome}
    if as_json:
        show_json({"proven": True, "commitment": record.commitment, "compared": bool(commitment)} | counts)
    else:
        typer.echo(f"结果与重新抽取的相同：抽中 {counts['selected']}，备选 {counts['substitute']}")
        typer.echo("承诺与公布的相同" if commitment else f"承诺：{record.commitment}\n{UNPUBLISHED}")


def _show(record: Record, *, as_json: bool) -> None:
    if as_json:
        show_json(record.as_dict())
        return
    for each in [*record.named(Outcome.SELECTED), *record.named(Outcome.SUBSTITUTE)]:
        kind = "抽中" if each.outcome is Outcome.SELECTED else "备选"
        typer.echo("\t".join((kind, str(each.rank), each.id, each.stratum, each.task, each.ticket[:16])))
    for sent in record.assignments:
        typer.echo("\t".join(("派员", sent.object, sent.task, "、".join(sent.officers))))


def _compare(record: Record, commitment: str) -> None:
    if record.commitment != commitment:
        wrong = f"承诺 {record.commitment} 与公布的 {commitment[:80]} 不同"
        raise Fault("draw.E050", wrong, "名单、规则或算法在公布承诺后被改动过，不能用于本次抽取")


def _checkpoint(plan: Plan, note: Path | None, keys: Path | None) -> str:
    if note is None or keys is None:
        raise Fault("draw.E051", "存证点和公钥要一起给出", "请同时使用 --checkpoint 和 --keys")
    if plan.beacon is None:
        raise Fault("draw.E031", "事先没有指定公开值，不能在抽取时加入", "请按公布的承诺办理")
    signed = checkpoint.read(_text(note)).verify(keyring.read(_text(keys)))
    return plan.beacon.value(signed)


def _plan(file: Path) -> Plan:
    return plans.from_dict(_json(file))


def _json(file: Path) -> Json:
    try:
        value: Json = json.loads(_text(file), object_pairs_hook=_single)
    except (ValueError, RecursionError):
        raise Fault("draw.E053", f"{file} 不是 JSON 文件", "请检查文件内容和写法") from None
    return value


def _single(pairs: list[tuple[str, Json]]) -> dict[str, Json]:
    """An object whose names differ: of two alike, two readers may keep different ones."""
    if len(found := dict(pairs)) < len(pairs):
        raise Fault("draw.E054", "同一对象中有重复的字段名", "请删去重复的字段")
    return found


def _text(file: Path) -> str:
    data = read_bytes(file, LIMIT, "draw.E052")
    if len(data) > LIMIT:
        raise Fault("draw.E052", f"{file} 超过 {LIMIT >> 20} MiB", "请分批抽取")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Fault("draw.E053", f"{file} 不是 UTF-8 文本", "请另存为 UTF-8") from None


def _write(file: Path, value: Json, *, private: bool = False) -> None:
    text = json.dumps(value, ensure_ascii=False, indent=1) + "\n"
    try:
        file.touch(mode=0o600 if private else 0o644, exist_ok=False)
        file.write_text(text, "utf-8")
    except FileExistsError:
        raise Fault("draw.E055", f"{file} 已存在", "请换一个文件名：已有的文件不会被覆盖") from None
    except OSError as error:
        raise Fault("draw.E055", f"写不了 {file}（{error.strerror}）", "请检查目录和写入权限") from None
