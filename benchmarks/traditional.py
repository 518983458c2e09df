"""What 繁體 costs a page, in milliseconds, beside parsing and writing it again with lxml.

Pages are those of the site itself, made once; the conversion is timed without its cache (a page that nobody
has read yet) and with it (the same words again), the peer does the same with a tree.
"""

import os
import statistics
import time
from collections.abc import Callable

PAGES = (
    "/portal",
    "/calculator",
    "/calculator?from=2024-02-06&rule=recon-review-5wd",
    "/components",
    "/nowhere",
)
ROUNDS = 15


def milliseconds(work: Callable[[], object]) -> float:
    """The best of several rounds: the machine is shared."""
    times = []
    for _ in range(ROUNDS):
        started = time.perf_counter()
        work()
        times.append((time.perf_counter() - started) * 1000)
    return min(times)


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "fazhi.settings")
    import django

    django.setup()
    from django.conf import settings
    from django.test import Client
    from django.test.utils import override_settings
    from lxml import html
    from opencc import OpenCC

    from fazhi.web import traditional

    converter = OpenCC(traditional.CHARACTERS)

    def tree(page: str) -> bytes:
        root = html.fromstring(page)
        for element in root.iter():
            if isinstance(element.tag, str) and element.tag not in ("script", "style", "textarea", "code"):
                element.text = element.text and converter.convert(element.text)
            element.tail = element.tail and converter.convert(element.tail)
        return bytes(html.tostring(root, encoding="utf-8"))

    def cold(page: str) -> str:
        traditional._converted.cache_clear()
        return traditional.traditional(page)

    print(f"{'page':52} {'KiB':>5} {'first':>7} {'again':>7} {'lxml':>7}   ms, best of {ROUNDS}")
    ratios = []
    with override_settings(ALLOWED_HOSTS=[*settings.ALLOWED_HOSTS, "testserver"]):
        for address in PAGES:
            page = Client().get(address).content.decode()
            first = milliseconds(lambda page=page: cold(page))  # type: ignore[misc]
            again = milliseconds(lambda page=page: traditional.traditional(page))  # type: ignore[misc]
            peer = milliseconds(lambda page=page: tree(page))  # type: ignore[misc]
            ratios.append(peer / first)
            size = len(page.encode()) / 1024
            print(f"{address:52} {size:5.0f} {first:7.2f} {again:7.2f} {peer:7.2f}")
    print(f"lxml takes {statistics.median(ratios):.1f} times as long (median of the pages)")


if __name__ == "__main__":
    main()
