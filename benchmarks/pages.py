"""What a page costs the server on the demo district, for a visitor and for each official who can log in.

    python benchmarks/pages.py [ROUNDS]

Pages are found by following links as people do, up to ``EXAMPLES`` for each address pattern and person, and
each is asked ``ROUNDS`` times after a first time. The peer is an answer that reads nothing, ``/healthz``.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections import Counter, deque
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from django.test import Client

ROUNDS, EXAMPLES, AIM = 7, 3, 0.120
STARTS = ("/portal", "/", "/components")
NEVER = ("/logout", "/switch", "/kiosk", "/static")
"""Addresses that change who is asking, or how."""


def main() -> None:
    """Print the 95th percentile of all pages, of each person's, and those that miss the aim."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS
    with tempfile.TemporaryDirectory() as folder:
        logins = prepare(Path(folder))
        times = {(who, page): spent for who in logins for page, spent in measured(who, rounds)}
        tell(times)
        print(f"an answer that reads nothing: {median(probe(rounds * 20)) * 1000:.1f} ms")
        print(f"load average {os.getloadavg()[0]:.1f}, {os.cpu_count()} cores, {rounds} rounds")


def prepare(folder: Path) -> list[str]:
    """The demo district in this process; gives its log-ins, the visitor's (empty) first."""
    environ = {k: v for k, v in os.environ.items() if not k.startswith("FAZHI_")}
    made = subprocess.run(
        [sys.executable, "-m", "fazhi", "demo", "--no-serve", "--json"],
        env=environ | {"FAZHI_HOME": str(folder)}, check=True, capture_output=True, text=True,
    )  # fmt: skip
    os.environ["FAZHI_HOME"] = str(folder / "demo")
    from fazhi.cli.schema import ready

    ready()
    return ["", *(one["login"] for one in json.loads(made.stdout)["logins"])]


def client(login: str) -> "Client":
    """Somebody's browser."""
    from django.contrib.auth import get_user_model
    from django.test import Client

    found = Client(SERVER_NAME="localhost")
    if login:
        found.force_login(get_user_model().objects.get(username=login))
    return found


def measured(login: str, rounds: int) -> Iterator[tuple[str, list[float]]]:
    """Each page a person comes to by links, with the seconds of each time it was asked."""
    browser = client(login)
    for page in walked(browser):
        yield page, [asked(browser, page) for _ in range(rounds)]


def walked(browser: "Client") -> Iterator[str]:
    """Pages in the order in which links lead to them."""
    from django.urls import Resolver404, resolve

    waiting, met, kinds = deque(STARTS), set(STARTS), Counter[str]()
    while waiting:
        page = waiting.popleft()
        try:
            kind = resolve(page.partition("?")[0]).route + ("?" if "?" in page else "")
        except Resolver404:
            continue
        answer = browser.get(page) if kinds[kind] < EXAMPLES else None
        if answer is None or answer.status_code != 200 or "html" not in answer.get("Content-Type", ""):
            continue
        kinds[kind] += 1
        yield page
        for link in links(answer.content.decode()):
            if link not in met:
                met.add(link)
                waiting.append(link)


class Links(HTMLParser):
    """The addresses of a page's links within the site."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep where a link leads, without the place in the page."""
        there = (dict(attrs).get("href") or "").partition("#")[0] if tag == "a" else ""
        if there.startswith("/") and not there.startswith(("//", *NEVER)):
            self.found.append(there)


def links(html: str) -> list[str]:
    """Where a page's links lead."""
    parser = Links()
    parser.feed(html)
    return parser.found


def asked(browser: "Client", page: str) -> float:
    """Seconds of one request, from the server's first word to its last."""
    start = time.perf_counter()
    browser.get(page)
    return time.perf_counter() - start


def probe(count: int) -> list[float]:
    """The peer."""
    browser = client("")
    return [asked(browser, "/healthz") for _ in range(count)]


def tell(times: dict[tuple[str, str], list[float]]) -> None:
    """Print what was measured."""
    everything = [one for spent in times.values() for one in spent]
    print(f"{len(times)} pages: p50 {_at(everything, 0.5)} ms, p95 {_at(everything, 0.95)} ms")
    for who in dict.fromkeys(who for who, _ in times):
        own = [one for (other, _), spent in times.items() if other == who for one in spent]
        print(f"  {who or 'visitor':20} {len(own):5} requests, p95 {_at(own, 0.95)} ms")
    slow = sorted(times.items(), key=lambda one: -median(one[1]))
    for (who, page), spent in slow[:12]:
        missed = " MISSED" if median(spent) > AIM else ""
        print(f"  {median(spent) * 1000:6.0f} ms{missed}  {who or 'visitor'} {page}")


def _at(times: list[float], share: float) -> str:
    return f"{sorted(times)[int(len(times) * share)] * 1000:.0f}"


if __name__ == "__main__":
    main()
