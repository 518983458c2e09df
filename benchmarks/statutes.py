"""The statute library at the size of a province: import, look-up and search, beside a naive scan.

    python benchmarks/statutes.py [FOLDER] [COPIES]

Multiplies the statute files of FOLDER (the shared ones by default) to 5,000 synthetic statutes in a temporary
folder, imports them into a new database there, looks articles up by citation and day, and searches; the peer
is ``LIKE '%word%'`` over the same rows, taken in turn with ours. With FAZHI_DATABASE it measures an empty
PostgreSQL database instead, which it leaves filled. On a busy machine compare the seconds of processor time.
"""

import os
import re
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

FILES = 5_000
ROUNDS = 5
DAY = date(2026, 11, 24)
WORDS = [
    "查封 期限", "听证", "行政复议机关", "法定代表人", "五个工作日", "个人信息 告知", "简易程序", "罚款 缴纳",
    "突发事件 预警", "街道办事处", "送达", "重大行政决策", "证据", "责令改正", "行政机关 负责人 批准", "限",
    "公开", "没有这样的词",
]  # fmt: skip


def main() -> None:
    """Print every figure of the statute library in one run."""
    shared = os.environ.get("FAZHI_SHARED") or Path(__file__).parents[2] / "shared"
    source = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(shared) / "statutes"
    count = int(sys.argv[2]) if len(sys.argv) > 2 else FILES
    with tempfile.TemporaryDirectory() as folder:
        texts = Path(folder) / "statutes"
        multiply(source, texts, count)
        os.environ["FAZHI_HOME"] = folder
        measure_import(texts)
        measure_look_up(texts)
        measure_search()


def multiply(source: Path, target: Path, count: int) -> None:
    """``count`` statutes out of a few: each copy under a title of its own, its text otherwise as it is."""
    target.mkdir()
    originals = [(path, path.read_text("utf-8")) for path in sorted(source.glob("*.md"))]
    for number in range(count):
        path, text = originals[number % len(originals)]
        copy = number // len(originals)
        titled = re.sub(r"^# (.+)", rf"# \1（副本{copy}）", text, count=1) if copy else text
        name = path.name.replace("(", f"（副本{copy}）(") if copy else path.name
        (target / name).write_text(titled, "utf-8")


def measure_import(texts: Path) -> None:
    """Seconds and memory of a first import and of the same import again."""
    from fazhi.cli.schema import ready

    ready()
    from django.db import connection

    from fazhi.statutes.importing import Import
    from fazhi.statutes.models import Statute
    from fazhi.statutes.source import files

    if Statute.objects.exists():
        sys.exit("The database holds statutes already: give an empty one.")
    print(f"database: {connection.vendor}, load {os.getloadavg()[0]:.1f}")
    paths = files(texts)
    size = sum(path.stat().st_size for path in paths) / 1e6
    for label in ("first import", "same import again"):
        run, start, worked = Import(), time.perf_counter(), time.process_time()
        for _ in run.run(paths):
            pass
        wall, own = time.perf_counter() - start, time.process_time() - worked
        lasted = f"{wall:.1f} s (of which {own:.1f} s at work in this process)"
        print(f"{label}: {len(paths)} files, {size:.0f} MB, {lasted} {counts(run)}")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"peak memory: {peak:.0f} MB")


def counts(run: object) -> str:
    report = run.report.as_dict()  # type: ignore[attr-defined]
    return ", ".join(f"{name} {value}" for name, value in report.items() if isinstance(value, int))


def measure_look_up(texts: Path) -> None:
    """Median and 95th percentile of resolving a citation on a day with the article's words."""
    from fazhi.law.citation import parse
    from fazhi.statutes.lookup import look_up

    titles = [path.name.split("(")[0] for path in sorted(texts.iterdir())][
        :: max(len(list(texts.iterdir())) // 500, 1)
    ]
    citations = [parse(f"《{title}》第{number}条") for number, title in enumerate(titles[:10], 1)]
    citations += [parse(f"《{title}》第五条") for title in titles]
    times = [taken(lambda c=citation: look_up(c, DAY)) for citation in citations * 2]  # type: ignore[misc]
    print(f"look-up of an article on a day: {spread(times)}")


def measure_search() -> None:
    """The finding of the newest 200 matches, ours and the naive scan in turn; and the whole search page."""
    from fazhi.statutes.fulltext import find
    from fazhi.statutes.search import WINDOW, search

    found, scanned, page = [], [], []
    for words in WORDS:
        ours = [
            lambda w=words: find(w.split(), WINDOW),
            lambda w=words: scan(w),
            lambda w=words: search(w, DAY),
        ]
        rounds = [[taken(work) for work in ours] for _ in range(ROUNDS)]
        ours_ms, scan_ms, page_ms = (min(times) * 1e3 for times in zip(*rounds, strict=True))
        ratio = scan_ms / ours_ms
        print(f"  {ours_ms:6.2f} ms, LIKE {scan_ms:7.2f} ms ×{ratio:<5.1f} page {page_ms:6.2f} ms {words}")
        for times, column in zip(zip(*rounds, strict=True), (found, scanned, page), strict=True):
            column += times
    print(f"finding:     {spread(found)}")
    print(f"LIKE scan:   {spread(scanned)}")
    print(f"search page: {spread(page)}")


def scan(words: str) -> list[int]:
    """The peer: every row read, the first 200 matches kept."""
    from django.db.models import Q

    from fazhi.statutes.models import Article

    wanted = Q()
    for word in words.split():
        wanted &= Q(text__contains=word)
    return list(Article.objects.filter(wanted).order_by("-id").values_list("id", flat=True)[:200])


def taken(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def spread(times: list[float]) -> str:
    ordered = sorted(times)
    middle, high = statistics.median(ordered), ordered[int(len(ordered) * 0.95)]
    figures = {"median": middle, "p95": high, "worst": ordered[-1]}
    return ", ".join(f"{name} {value * 1e3:.2f} ms" for name, value in figures.items()) + f", n={len(times)}"


if __name__ == "__main__":
    main()
