"""Somebody without a mouse: only keys are pressed, and each stop of the focus must be seen.

Of each element that the focus comes to two things hold: it looks otherwise than without the focus (WCAG
2.4.7), and some of it is neither off the screen nor under something else (2.4.11).
"""

from dataclasses import dataclass

from playwright.sync_api import Page, expect

FURTHEST = 150
"""Presses of Tab after which an element counts as out of reach."""
NAME = """
() => { const e = document.activeElement, field = /^(INPUT|SELECT|TEXTAREA)$/.test(e.tagName);
  const words = [e.getAttribute("aria-label"), ...[...(e.labels || [])].map((l) => l.textContent), field ? "" : e.textContent];
  return [e.tagName, e.id, words.filter(Boolean).join(" ").replace(/\\s+/g, " ").trim()]; }
"""  # noqa: E501
SEEN = """
() => { const e = document.activeElement;
  const look = (one) => { const s = getComputedStyle(one);
    return [s.outlineStyle === "none" || s.outlineWidth === "0px" ? "" : s.outlineStyle + s.outlineWidth + s.outlineColor,
            s.boxShadow].join("|"); };
  const parts = /^(date|time|datetime-local)$/.test(e.type), marks = parts ? [e] : [e, ...(e.labels || [])], focused = marks.map(look).join();
  const plain = parts ? "|none" : (e.blur(), marks.map(look).join());
  if (!parts) e.focus({ preventScroll: true });
  const mine = (hit) => hit && (e.contains(hit) || marks.some((one) => one.contains(hit)));
  const shown = [...e.getClientRects()].some((r) => [.5, .1, .9].some((x) => [.5, .1, .9].some((y) =>
    mine(document.elementFromPoint(r.left + r.width * x, r.top + r.height * y)))));
  return [focused !== plain, shown]; }
"""  # noqa: E501


@dataclass
class Hand:
    """Before a page, on the keys."""

    page: Page

    def go(self, address: str, says: str) -> None:
        """An address is typed into the browser; after that only keys of the page."""
        self.page.goto(address)
        self.stands(says)

    def stands(self, says: str) -> None:
        expect(self.page.locator("main")).to_contain_text(says)
        self.page.wait_for_load_state()

    def to(self, name: str, tag: str = "", back: bool = False) -> None:
        """Tab, or Shift and Tab, to the element of this name; of one kind of element where many have it."""
        passed = []
        for _ in range(FURTHEST):
            self.page.keyboard.press("Shift+Tab" if back else "Tab")
            found, place, words = self.page.evaluate(NAME)
            if found == "BODY":
                continue
            self.seen(words)
            passed.append(words[:20])
            if (name in words or name == f"#{place}") and tag in ("", found):
                return
        raise AssertionError(f"no key leads to {name}: {passed}")

    def seen(self, words: str) -> None:
        """The focus shows, and is not hidden under anything."""
        differs, shown = self.page.evaluate(SEEN)
        assert differs, f"{self.page.url}: the focus on {words} does not show"
        assert shown, f"{self.page.url}: {words} has the focus and is hidden"

    def fill(self, name: str, text: str) -> None:
        """Text into a field that the focus is brought to."""
        self.to(name)
        self.page.keyboard.press("Control+A")
        self.page.keyboard.insert_text(text)

    def day(self, name: str, year: str, month: str, day: str) -> None:
        """A date, part by part, in the order of the tests' browser, whose own language is English."""
        self.to(name)
        self.page.keyboard.type(month + day + year)
        assert self.page.evaluate("document.activeElement.value") == f"{year}-{month}-{day}"

    def choose(self, name: str, value: str) -> None:
        """A choice of a list by the arrows."""
        self.to(name, "SELECT")
        for _ in range(FURTHEST):
            if self.page.evaluate("document.activeElement.value") == value:
                return
            self.page.keyboard.press("ArrowDown")
        raise AssertionError(f"{name} has no {value}")

    def press(self, name: str, says: str, key: str = "Enter", tag: str = "BUTTON") -> None:
        """A button or a link, and what the page says then."""
        self.to(name, tag)
        self.page.keyboard.press(key)
        self.stands(says)

    def follow(self, name: str, says: str) -> None:
        self.press(name, says, tag="A")

    def skip(self) -> None:
        """Past the head of the page, by the first link there is."""
        self.to("跳到正文", "A")
        self.page.keyboard.press("Enter")
        expect(self.page.locator("#main")).to_be_focused()
