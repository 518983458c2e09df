"""The pages that somebody comes to by the links of other pages: some of each named address."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from urllib.parse import urljoin, urlsplit

from django.test import Client
from django.urls import Resolver404, resolve
from lxml import html

MOST = 1
"""Pages of one name by links, and as many with a query: further ones differ by their data."""


@dataclass
class Crawl:
    """One reader's way through the site; ``named`` says which names were met as a page."""

    client: Client
    avoided: frozenset[str] = frozenset()
    """Names of pages that are not entered."""
    seen: set[str] = field(default_factory=set)
    met: Counter[tuple[str, bool]] = field(default_factory=Counter)
    named: set[str] = field(default_factory=set)

    def pages(self, starts: Iterable[str]) -> Iterator[tuple[str, str]]:
        """Each page's address with what the server wrote."""
        waiting = [one for one in starts if self._is_new(one)]
        while waiting:
            address = waiting.pop(0)
            page = self._page(address)
            if page:
                self.named.add(_name(address))
                yield address, page
                waiting += [one for one in self._links(address, page) if self._wanted(one)]

    def _page(self, address: str) -> str:
        """What is written there; nothing where it leads elsewhere or is a file."""
        answer = self.client.get(address)
        whole = not answer.has_header("Location") and answer["Content-Type"].startswith("text/html")
        return answer.content.decode() if whole else ""

    def _links(self, address: str, page: str) -> Iterator[str]:
        for href in html.document_fromstring(page).xpath("//a/@href"):
            found = re.sub("#.*", "", urljoin(address, href))
            if found.startswith("/"):
                yield found

    def _wanted(self, address: str) -> bool:
        if address in self.seen or _name(address) in {"", *self.avoided}:
            return False
        kind = (_name(address), bool(urlsplit(address).query))
        self.met[kind] += 1
        return self.met[kind] <= MOST and self._is_new(address)

    def _is_new(self, address: str) -> bool:
        new = address not in self.seen
        self.seen.add(address)
        return new


def _name(address: str) -> str:
    try:
        return str(resolve(urlsplit(address).path).url_name)
    except Resolver404:
        return ""
