"""Cases that ran elsewhere as a file of JSON lines, one case a line; docs/cases.md says how it is written."""

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from fazhi.cases import lawbook
from fazhi.cases.actions.party import FIELDS, Identity
from fazhi.cases.bundle import Bundle, Enclosure
from fazhi.cases.history import History, Past
from fazhi.fault import Fault
from fazhi.office.models import Organ, Person
from fazhi.procedure import written
from fazhi.procedure.edition import Edition

CASE = frozenset({"procedure", "organ", "title", "acts", "parties", "key"})
ACT = frozenset({"act", "by", "on", "facts", "documents", "papers"})
PAPER = frozenset({"title", "file"})
PARTY = frozenset({"role", *FIELDS})
SURROGATE = re.compile(rb"\\u[dD][89a-fA-F]")
"""Half a character, which no file and no database takes, can only be written so."""
LONGEST = 120
"""Characters of a paper's title."""
KEY = 70
"""Characters of what a case was known by elsewhere."""


@dataclass(frozen=True)
class Unread:
    """A line that is no case, with its place and the reason."""

    place: str
    fault: Fault


@dataclass(frozen=True)
class Transcript:
    """What a file holds: cases to be judged, and lines that could not be read."""

    histories: tuple[History, ...]
    unread: tuple[Unread, ...]


@dataclass(frozen=True)
class _Known:
    """What the lines of a file may name."""

    organs: Mapping[str, Organ]
    people: Mapping[str, int]
    bundle: Bundle


def read(lines: Iterable[bytes], bundle: Bundle) -> Transcript:
    """All lines of a file; blank ones are passed over. Their papers are files of the bundle."""
    organs = {organ.code: organ for organ in Organ.objects.all()}
    known = _Known(organs, dict(Person.objects.values_list("user__username", "pk")), bundle)
    histories, unread = [], []
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                histories.append(_history(line, f"第{number}行", known))
            except Fault as fault:
                unread.append(Unread(f"第{number}行", fault))
    return Transcript(tuple(histories), tuple(unread))


def _history(line: bytes, place: str, known: _Known) -> History:
    data = _object(_parsed(line), CASE, "案件")
    organ = known.organs.get(_text(data, "organ"))
    if organ is None:
        raise _wrong(f"没有代码为“{data['organ']}”的机构", "请按机构清单填写 organ")
    acts = tuple(_object(one, ACT, "行为") for one in written.items(data, "acts"))
    if not acts:
        raise _wrong("没有行为", "每件案件至少写明开始的行为")
    procedure = _text(data, "procedure")
    edition = lawbook.governing(procedure, _day(acts[0]))
    return History(
        procedure,
        organ,
        tuple(_past(one, edition, known) for one in acts),
        title=_text(data, "title", ""),
        place=place,
        parties=tuple(_party(one) for one in written.items(data, "parties")),
        key=_key(data),
    )


def _key(data: Mapping[str, Any]) -> str:
    found = _text(data, "key", "").strip()
    if len(found) > KEY:
        raise _wrong(f"key 超过{KEY}字", "key 请填写原系统或者原卷的编号")
    return found


def _party(value: Any) -> Identity:
    data = _object(value, PARTY, "当事人")
    return Identity(_text(data, "role"), {name: _text(data, name) for name in data if name != "role"})


def _parsed(line: bytes) -> Any:
    try:
        value = json.loads(line)
        if SURROGATE.search(line):
            json.dumps(value, ensure_ascii=False).encode()
    except (ValueError, RecursionError):
        raise _wrong("不是 JSON，或者含有不成对的代理字符", "每行写一件案件，整行是一个 JSON 对象") from None
    return value


def _object(value: Any, known: frozenset[str], what: str) -> Mapping[str, Any]:
    if not isinstance(value, dict):
        raise _wrong(f"{what}不是一组字段", "请按 docs/cases.md 的格式填写")
    if strange := sorted(value.keys() - known):
        raise _wrong(
            f"{what}没有“{'、'.join(strange)[:80]}”这些字段", f"可用的字段是 {'、'.join(sorted(known))}"
        )
    return value


def _past(data: Mapping[str, Any], edition: Edition, known: _Known) -> Past:
    facts = data.get("facts", {})
    if not isinstance(facts, dict):
        raise _wrong("facts 不是一组字段", "请按 docs/cases.md 的格式填写")
    return Past(
        act=_text(data, "act"),
        by=tuple(_person(one, known.people) for one in written.items(data, "by")),
        happened_on=_day(data),
        facts={name: written.fact(edition, name, value) for name, value in facts.items()},
        documents=tuple(_title(one) for one in written.items(data, "documents")),
        papers=tuple(_paper(one, known.bundle) for one in written.items(data, "papers")),
    )


def _paper(value: Any, bundle: Bundle) -> Enclosure:
    data = _object(value, PAPER, "材料")
    title = _text(data, "title")
    if not title.strip() or len(title) > LONGEST:
        raise _wrong(f"材料的名称“{title[:20]}”是空的或者超过{LONGEST}字", "title 请填写材料的名称")
    return bundle.enclosure(title, _text(data, "file"))


def _person(login: Any, people: Mapping[str, int]) -> int:
    found = people.get(login) if isinstance(login, str) else None
    if found is None:
        raise _wrong(f"没有登录名为“{str(login)[:40]}”的人员", "by 请填写已登记人员的登录名")
    return found


def _title(value: Any) -> str:
    if not isinstance(value, str):
        raise _wrong("documents 应为材料名称的列表", "请按 docs/cases.md 的格式填写")
    return value


def _text(data: Mapping[str, Any], name: str, default: str | None = None) -> str:
    value = data.get(name, default)
    if not isinstance(value, str) or "\0" in value:
        raise _wrong(f"{name} 没有填写或者不是文字", "请按 docs/cases.md 的格式填写")
    return value


def _day(act: Mapping[str, Any]) -> date:
    value = act.get("on")
    try:
        return date.fromisoformat(value)  # type: ignore[arg-type]
    except (TypeError, ValueError):
        raise _wrong(f"日期 {str(value)[:40]!r} 不对", "on 请写成 2026-03-02 这样的日期") from None


def _wrong(wrong: str, remedy: str) -> Fault:
    return Fault("cases.E072", wrong, remedy)
