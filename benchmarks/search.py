"""The search over a city's cases: a million short records, for those who see all and for those who see few.

    python benchmarks/search.py [RECORDS]

Uses SQLite in a temporary folder, or the database in ``FAZHI_DATABASE``, which it fills. The peer is what
lists did before: every word by LIKE over the rows that the policy shows, the latest 200.
"""

import os
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date, datetime
from functools import partial
from itertools import islice
from typing import Any
from zoneinfo import ZoneInfo

RECORDS, ROUNDS, SAMPLE = 1_000_000, 8, 5
NOW = datetime(2026, 11, 20, 10, tzinfo=ZoneInfo("Asia/Shanghai"))
PROCEDURE = "disclosure-on-request"
FIRST = "紫东西南北中长新大王富民春华光复向阳河泰"
SECOND = "藤门桥园里庄路巷台坡湾泉街营店沟岭田塘湖"
MATTERS = (
    "公开规划批复的申请", "占道经营处罚", "房屋征收补偿决定", "食品经营许可", "建设工程消防验收备案",
    "噪声扰民投诉处理", "工伤认定", "复议申请", "道路修缮招标文件公开", "养老服务补贴核定",
    "违法建设拆除", "校外培训检查", "劳动报酬支付监察", "物业服务纠纷调解", "商标侵权查处",
)  # fmt: skip
ASKED = (
    "申请", "公开", "藤", "紫藤", "紫藤 申请", "王庄 消防验收", "规划批复 公开", "工伤认定", "街 处罚",
    "试验第500001号", "500001", "阳湖 补偿 征收", "无此事项", "违法建设拆除 泰湖", "许可",
)  # fmt: skip


def main() -> None:
    """Print every figure of the search in one run."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else RECORDS
    with tempfile.TemporaryDirectory() as folder:
        os.environ["FAZHI_HOME"] = folder
        from fazhi.cli.schema import ready

        ready()
        prepare()
        fill(count)
        index()
        measure()
    print(f"load average {' '.join(f'{one:.1f}' for one in os.getloadavg())}, {os.cpu_count()} cores")


def prepare() -> None:
    """The offices of the demo district, and one real case for its edition."""
    from fazhi.cases.actions import Open
    from fazhi.office.actions.establish import establish
    from fazhi.office.models import Organ
    from fazhi.office.pack import PACKS, OfficePack, load

    establish(load(PACKS / "cn-tj-hedong" / "organs.yaml", OfficePack), date(2020, 1, 1))
    organ = Organ.objects.get(code="justice")
    given: dict[str, Any] = {
        "act": "submit",
        "happened_on": date(2026, 11, 2),
        "facts": {"channel": "in-person"},
    }
    Open(procedure=PROCEDURE, organ=organ, **given).perform(actor("demo-justice"), NOW)


def actor(login: str) -> Any:
    from fazhi.office.actor import actor_of
    from fazhi.office.models import Person

    return actor_of(Person.objects.get(user__username=login).user, NOW.date())


FILL = """
INSERT INTO cases_case (number, procedure, edition_id, organ_id, title, secrecy, opened_at, began_on, demo,
  sequence, leaf, stage, outcome, sub, inherited)
WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {count})
SELECT '试验第' || i || '号', '{procedure}', '{edition}', {first} + i % {organs},
  substr('{one}', 1 + (i * 7) % 20, 1) || substr('{two}', 1 + (i * 13 / 20) % 20, 1)
  || CASE (i * 11 / 400) % {matters} {cases} END,
  CASE WHEN i % 100 = 7 THEN 1 ELSE 0 END, '2026-11-20 10:00:00', {day}, {demo}, 1, '', '', '', '', 0
FROM n
"""
LITE_DAY = "date('2026-11-20', '-' || (i % 2000) || ' days')"
HANDLED = """
INSERT INTO cases_case_handlers (case_id, person_id)
SELECT id, {person} FROM cases_case WHERE secrecy = 1 AND id % 3000 = 8
"""


def fill(count: int) -> None:
    """Cases of all organs, a hundredth restricted; the clerk of one office is put on a few of those."""
    from django.db import connection

    from fazhi.cases.models import Case
    from fazhi.office.models import Organ

    postgres = connection.vendor == "postgresql"
    organs = sorted(Organ.objects.values_list("pk", flat=True))
    words = {
        "count": count, "procedure": PROCEDURE, "first": organs[0], "organs": len(organs),
        "edition": Case.objects.values_list("edition_id", flat=True)[0], "one": FIRST, "two": SECOND,
        "matters": len(MATTERS), "cases": " ".join(f"WHEN {n} THEN '{m}'" for n, m in enumerate(MATTERS)),
        "demo": "false" if postgres else 0,
        "day": "date '2026-11-20' - i % 2000" if postgres else LITE_DAY,
    }  # fmt: skip
    start = time.perf_counter()
    with connection.cursor() as cursor:
        cursor.execute(FILL.format(**words))
        cursor.execute(HANDLED.format(person=actor("demo-justice").identity))
    print(f"{count:,} cases written in {time.perf_counter() - start:.0f} s, each noted by the triggers")


def index() -> None:
    """A sample as the worker indexes it; the rest with the same rows, made faster from titles that recur."""
    from django.db import connection

    from fazhi.search.actions import update
    from fazhi.search.models import Stale

    start, written = time.perf_counter(), 0
    for _ in range(SAMPLE):
        written += update().written
    spent = time.perf_counter() - start
    print(f"the worker indexes {written / spent:,.0f} records/s", flush=True)
    with connection.cursor() as cursor:
        cursor.execute(f"DELETE FROM {Stale._meta.db_table}")
    start = time.perf_counter()
    stuff()
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE" if connection.vendor == "postgresql" else "ANALYZE")
    print(f"the rest in {time.perf_counter() - start:.0f} s", flush=True)


def stuff() -> None:
    """Every case that has no record yet; checked against the worker's own way on the first of each batch."""
    from django.db import transaction
    from django.db.models import Max

    from fazhi.cases.findable import Cases
    from fazhi.cases.models import Case
    from fazhi.search import fulltext
    from fazhi.search.actions.update import record, terms
    from fazhi.search.models import Record

    after = Record.objects.filter(kind="case").aggregate(last=Max("key"))["last"] or 0
    handled = set(Case.objects.exclude(handlers=None).values_list("pk", flat=True))
    rows = Case.objects.filter(pk__gt=after).order_by("pk")
    fields = ("pk", "title", "number", "began_on", "organ_id", "secrecy", "edition__title")
    found = rows.values_list(*fields).iterator(5_000)
    while batch := list(islice(found, 5_000)):
        with transaction.atomic():
            slow = {pk for pk, *_ in batch if pk in handled} | {batch[0][0]}
            exact = {entry.key: record("case", entry) for entry in Cases().entries(slow)}
            made = [exact[row[0]] if row[0] in handled else quick(*row) for row in batch]
            assert batch[0][0] in handled or terms(made[0]) == terms(exact[batch[0][0]])
            written = Record.objects.bulk_create(made)
            fulltext.add([(row.pk, terms(row)) for row in written])


def quick(pk: int, title: str, number: str, day: date, organ: int, secret: int, procedure: str) -> Any:
    """The record of a case without handlers."""
    from fazhi.search.models import Record

    circles = "" if secret else f" for-ordinary for-organ-{organ}"
    marks = f"case organ-{organ} year-{day.year}{circles}"
    return Record(kind="case", key=pk, title=title, text=f"{number}\n{procedure}", day=day, marks=marks)


def measure() -> None:
    """Every question by everybody: the finding with its policy, the whole page, and the peer."""
    from django.contrib.auth import get_user_model
    from django.test import Client

    from fazhi.office.actor import STRANGER

    for login in ("demo-auditor", "demo-coordinator", "demo-justice", ""):
        client = Client(HTTP_HOST="localhost")
        if login:
            client.force_login(get_user_model().objects.get(username=login))
        ask(login or "stranger", actor(login) if login else STRANGER, client)


def ask(name: str, who: Any, client: Any) -> None:
    """Every question by one person."""
    from fazhi.search.finding import question, search

    found: list[float] = []
    slow: list[tuple[float, str]] = []
    pages: list[float] = []
    for text in ASKED:
        asked = question(text)
        search(who, asked, "case")
        times = [clocked(partial(search, who, asked, "case")) for _ in range(ROUNDS)]
        found += times
        slow.append((max(times), text))
        pages += [clocked(partial(client.get, "/search", {"q": text})) for _ in range(ROUNDS // 2)]
    print(f"{name}: finding {spread(found)}, slowest “{max(slow)[1]}”; page {spread(pages)}", flush=True)
    if who.person_id:
        scans = [clocked(partial(scan, who, question(text))) for text in ASKED]
        print(f"  LIKE over what the policy shows: {spread(scans)}", flush=True)


def scan(who: Any, asked: Any) -> list[Any]:
    """The peer."""
    from django.db.models import Q

    from fazhi.cases import policy

    rows = policy.visible(who)
    for word in asked.text.split():
        rows = rows.filter(Q(title__contains=word) | Q(number__contains=word))
    return list(rows.order_by("-pk")[:200])


def spread(times: list[float]) -> str:
    ordered = sorted(times)
    middle, high = ordered[len(ordered) // 2], ordered[int(len(ordered) * 0.95)]
    return f"median {middle * 1e3:.1f} ms, p95 {high * 1e3:.1f} ms, worst {ordered[-1] * 1e3:.1f} ms"


def clocked(action: Callable[[], object]) -> float:
    start = time.perf_counter()
    action()
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
