"""A busy day on one machine: readers of the portal and officials at their desks, all at once.

    python benchmarks/load.py [READERS] [OFFICIALS] [SECONDS]

Starts ``fazhi serve`` on loopback with the demo district and asks it from as many threads as there are
people, each waiting two to eight seconds between pages. The askers take their share of the same machine.
"""

import http.client
import json
import os
import random
import subprocess
import sys
import tempfile
import threading
import time
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urlencode

READERS, OFFICIALS, SECONDS = 200, 50, 60
PORT, THINKING = 8966, (2.0, 8.0)
PORTAL = (
    "/portal", "/statutes", "/calculator?from=2026-02-06&rule=recon-apply-60d", "/lists",
    "/search?q=%E7%94%B3%E8%AF%B7", "/verify", "/ledger", "/static/web/fazhi.css",
)  # fmt: skip
DESK = (
    "/", "/duties", "/cases", "/matrix", "/organs", "/calendar", "/registers", "/inbox",
    "/search?q=%E7%94%B3%E8%AF%B7",
)  # fmt: skip
Times = dict[str, list[float]]


def main() -> None:
    """Print errors and the 95th percentile by page."""
    given = [int(word) for word in sys.argv[1:]]
    readers, officials, seconds = (*given, *(READERS, OFFICIALS, SECONDS)[len(given) :])
    with tempfile.TemporaryDirectory() as folder, served(Path(folder)) as log_ins:
        cookies = [log_in(*one) for one in log_ins]
        crowd = Crowd(time.perf_counter() + seconds)
        people = [(PORTAL, "")] * readers + [(DESK, cookies[n % len(cookies)]) for n in range(officials)]
        threads = [threading.Thread(target=crowd.person, args=(n, *one)) for n, one in enumerate(people)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        crowd.tell(seconds)
    print(f"load average {' '.join(f'{one:.1f}' for one in os.getloadavg())}, {os.cpu_count()} cores")


@contextmanager
def served(folder: Path) -> Iterator[list[tuple[str, str]]]:
    """The demo district on loopback; gives its log-ins."""
    environ = {k: v for k, v in os.environ.items() if not k.startswith("FAZHI_")} | {
        "FAZHI_HOME": str(folder)
    }
    fazhi = [sys.executable, "-m", "fazhi"]
    made = subprocess.run(
        [*fazhi, "demo", "--no-serve", "--json"], env=environ, check=True, capture_output=True, text=True
    )
    environ["FAZHI_HOME"] = str(folder / "demo")
    with (folder / "log").open("wb") as log:
        server = subprocess.Popen([*fazhi, "serve", "--port", str(PORT)], env=environ, stdout=log, stderr=log)
        try:
            wait()
            yield [(one["login"], one["password"]) for one in json.loads(made.stdout)["logins"]]
        finally:
            server.terminate()
            server.wait(30)


def wait() -> None:
    """Until the server answers."""
    for _ in range(120):
        try:
            if ask("/healthz", "")[0] == 200:
                return
        except OSError:
            time.sleep(0.5)
    raise SystemExit("the server did not start")


def ask(
    path: str, cookie: str, form: dict[str, str] | None = None
) -> tuple[int, http.client.HTTPMessage, str]:
    """One request on a connection of its own."""
    link = http.client.HTTPConnection("127.0.0.1", PORT, timeout=60)
    headers = {"Cookie": cookie, "Content-Type": "application/x-www-form-urlencoded"}
    link.request("POST" if form else "GET", path, urlencode(form) if form else None, headers)
    answer = link.getresponse()
    text = answer.read().decode("utf-8", "replace")
    link.close()
    return answer.status, answer.headers, text


class Token(HTMLParser):
    """Finds the token that a form must send back."""

    value = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "input" and given.get("name") == "csrfmiddlewaretoken":
            self.value = given.get("value") or ""


def log_in(login: str, password: str) -> str:
    """The cookie of a person who came in by the door."""
    _, headers, page = ask("/login", "")
    cookie, token = _cookies(headers), Token()
    token.feed(page)
    form = {"username": login, "password": password, "csrfmiddlewaretoken": token.value}
    status, headers, _ = ask("/login", cookie, form)
    if status != 302:
        raise SystemExit(f"{login} was not let in: {status}")
    return _cookies(headers)


def _cookies(headers: http.client.HTTPMessage) -> str:
    return "; ".join(one.split(";")[0] for one in headers.get_all("Set-Cookie") or ())


class Crowd:
    """What everybody saw."""

    def __init__(self, until: float) -> None:
        self.until = until
        self.times: Times = defaultdict(list)
        self.errors: dict[str, int] = defaultdict(int)
        self.lock = threading.Lock()

    def person(self, seed: int, pages: tuple[str, ...], cookie: str) -> None:
        """One person until the end: a page, some thinking, the next page."""
        chance, face = random.Random(seed), "desk" if cookie else "portal"
        time.sleep(chance.uniform(0, THINKING[1]))
        while time.perf_counter() < self.until:
            path = chance.choice(pages)
            start = time.perf_counter()
            try:
                status = ask(path, cookie)[0]
            except (OSError, http.client.HTTPException) as error:
                status = type(error).__name__
            spent = time.perf_counter() - start
            with self.lock:
                name = f"{face} {path.split('?')[0]}"
                self.times[name].append(spent)
                if status != 200:
                    self.errors[f"{name} {status}"] += 1
            time.sleep(chance.uniform(*THINKING))

    def tell(self, seconds: int) -> None:
        """Print it."""
        count = sum(map(len, self.times.values()))
        print(
            f"{count} requests in {seconds} s, {count / seconds:.0f}/s; errors: {dict(self.errors) or 'none'}"
        )
        for name, times in sorted(self.times.items()):
            ordered = sorted(times)
            high = ordered[int(len(ordered) * 0.95)]
            print(f"  {name:28} n={len(times):4} median {ordered[len(ordered) // 2]:.2f} s  p95 {high:.2f} s")


if __name__ == "__main__":
    main()
