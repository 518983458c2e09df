"""A whole case as plain JSON data and back: its edition by hash, its records, and the cases inside it."""

from collections.abc import Mapping
from typing import Any

from fazhi.fault import Fault
from fazhi.procedure import written
from fazhi.procedure.case import Case
from fazhi.procedure.edition import Edition, governing
from fazhi.procedure.subcase import SubCase, attached

Editions = Mapping[str, tuple[Edition, ...]]
KNOWN = frozenset({"procedure", "edition", "records", "subs", "earlier"})


def as_json(case: Case) -> dict[str, Any]:
    """The case in text, whole numbers and booleans only; what is empty is left out, but never the records."""
    held: dict[str, Any] = {
        "procedure": case.edition.id,
        "edition": case.edition.content_hash,
        "records": [written.as_json(record) for record in case.records],
    }
    subs = [{"sub": one.sub, "case": as_json(one.case)} for one in case.subs]
    earlier = {role: sorted(people) for role, people in case.earlier.items() if people}
    return held | ({"subs": subs} if subs else {}) | ({"earlier": earlier} if earlier else {})


def from_json(data: Any, editions: Editions) -> Case:
    """The case that plain data give; where they name no edition, the one in force on the first record's day.

    ``Fault`` where they are no case, or no pack holds the edition.
    """
    known = written.mapping("case", data)
    if strange := sorted(map(str, known.keys() - KNOWN)):
        raise written.unreadable(f"不认识“{'、'.join(strange)}”")
    edition = _edition(known, editions)
    records = tuple(written.from_json(one, edition) for one in written.items(known, "records"))
    subs = (written.mapping("subs", one) for one in written.items(known, "subs"))
    inner = tuple(SubCase(written.text(one, "sub"), from_json(one.get("case"), editions)) for one in subs)
    earlier = written.mapping("earlier", known.get("earlier", {}))
    people = {role: frozenset(written.texts(earlier, role)) for role in earlier}
    return attached(Case(edition, records, earlier=people), *inner)


def _edition(data: Mapping[str, Any], editions: Editions) -> Edition:
    name = written.text(data, "procedure")
    found = editions.get(name, ())
    if not found:
        raise Fault("procedure.E041", f"没有程序“{name}”", f"请从 {'、'.join(editions)} 中选择")
    if "edition" in data:
        return _by_hash(written.text(data, "edition"), name, found)
    records = written.items(data, "records")
    if not records:
        return found[-1]
    first = written.mapping("records", records[0])
    return governing(found, written.day("happened_on", first.get("happened_on")))


def _by_hash(content_hash: str, name: str, editions: tuple[Edition, ...]) -> Edition:
    found = next((one for one in editions if one.content_hash == content_hash), None)
    if found is None:
        wrong = f"程序“{name}”没有摘要为 {content_hash[:12]} 的版本"
        raise Fault("procedure.E041", wrong, "请把该版本放回规则包，或者删去 edition，按第一条记录的日期确定")
    return found
