"""A client of the programming interface on the standard library alone.

    FAZHI_TOKEN=fazhi_… python3 docs/examples/api_client.py http://127.0.0.1:8000

prints the open cases of whoever made the token, with what may be done in each and what falls due.
"""

import json
import os
import sys
import uuid
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import Request, urlopen

SECONDS = 30


class Problem(Exception):
    """What the platform refused, with its code, article and remedy (RFC 9457)."""

    def __init__(self, status: int, told: Mapping[str, Any]) -> None:
        super().__init__(told.get("detail", ""))
        self.status, self.code = status, told.get("code", "")
        self.basis, self.remedy = told.get("basis", ""), told.get("remedy", "")


@dataclass(frozen=True)
class Fazhi:
    """The platform at an address, as one token sees it."""

    site: str
    token: str

    def cases(self, **filters: str) -> Iterator[dict[str, Any]]:
        """All cases that fit, page by page."""
        cursor: str | None = ""
        while cursor is not None:
            asked = filters | ({"cursor": cursor} if cursor else {})
            page, _ = self._ask("GET", f"/cases?{urlencode(asked)}")
            yield from page["cases"]
            cursor = page["next"]

    def case(self, case: int) -> tuple[dict[str, Any], str]:
        """A case, and the tag that says in which state it was seen."""
        return self._ask("GET", f"/cases/{case}")

    def part(self, case: int, name: str) -> list[dict[str, Any]]:
        """``acts``, ``clocks``, ``permitted`` or ``papers`` of a case."""
        found: list[dict[str, Any]] = self._ask("GET", f"/cases/{case}/{name}")[0]
        return found

    def open(self, request: Mapping[str, Any]) -> dict[str, Any]:
        """A new case; sent again after a broken connection, it is still one case."""
        return self._write("/cases", request)

    def act(self, case: int, seen: str, request: Mapping[str, Any]) -> dict[str, Any]:
        """An act on the state that was seen; ``Problem`` with status 412 where somebody acted meanwhile."""
        return self._write(f"/cases/{case}/acts", request, {"If-Match": seen})

    def _write(
        self, path: str, request: Mapping[str, Any], headers: Mapping[str, str] | None = None
    ) -> dict[str, Any]:
        key = {"Idempotency-Key": uuid.uuid4().hex}
        body = json.dumps(request).encode()
        found: dict[str, Any] = self._twice("POST", path, body, {**key, **(headers or {})})[0]
        return found

    def _twice(self, method: str, path: str, body: bytes, headers: Mapping[str, str]) -> tuple[Any, str]:
        try:
            return self._ask(method, path, body, headers)
        except ConnectionError:
            return self._ask(method, path, body, headers)

    def _ask(
        self, method: str, path: str, body: bytes | None = None, headers: Mapping[str, str] | None = None
    ) -> tuple[Any, str]:
        known = {"Authorization": f"Bearer {self.token}", "Content-Type": "application/json"}
        request = Request(f"{self.site}/api/v1{path}", body, {**known, **(headers or {})}, method=method)
        try:
            with urlopen(request, timeout=SECONDS) as answer:
                return json.load(answer), answer.headers.get("ETag", "")
        except HTTPError as error:
            raise Problem(error.code, json.load(error)) from None


def main() -> None:
    """Print what is open."""
    fazhi = Fazhi(sys.argv[1].rstrip("/"), os.environ["FAZHI_TOKEN"])
    for case in fazhi.cases(state="open", mine="true"):
        print(case["number"], case["title"])
        for clock in fazhi.part(case["id"], "clocks"):
            if clock["running"]:
                print("  期限", clock["due"], clock["title"], clock["basis"])
        for act in fazhi.part(case["id"], "permitted"):
            reasons = "；".join(f"{r['because']}{r['basis']}" for r in act["refusals"])
            print("  可以" if act["permitted"] else "  不能", act["act"]["title"], reasons)


if __name__ == "__main__":
    main()
