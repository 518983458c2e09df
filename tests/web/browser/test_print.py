"""What a counter prints on a roll of 80 mm is as wide as the roll and not cut; on A4 it has its margins."""

import io
from dataclasses import replace
from unicodedata import normalize

import pytest
from playwright.sync_api import Page
from pypdf import PdfReader

from fazhi.documents.paper.layout import MM
from fazhi.documents.press.font import cabinet
from fazhi.office.models import Organ
from tests.conftest import Personas
from tests.documents.office.conftest import NOW, issuing
from tests.web.browser.conftest import Desk

ROLL = 302
"""Pixels of CSS in 80 mm."""
CUT = """() => [...document.querySelectorAll('main *')].filter(one => one.offsetParent
  && getComputedStyle(one).visibility === 'visible'
  && one.getBoundingClientRect().right > innerWidth + 1).map(one => one.outerHTML.slice(0, 80))"""


def lefts(page: Page, **paper: str) -> tuple[float, float, str]:
    """Width of the sheet and the least distance of text from its left edge, in mm; and the words."""
    sheet = PdfReader(io.BytesIO(page.pdf(**paper))).pages[0]  # type: ignore[arg-type]
    found: list[float] = []

    def visit(text: str, cm: list[float], tm: list[float], *_: object) -> None:
        if text.strip():
            found.append((tm[4] * cm[0] + tm[5] * cm[2] + cm[4]) / MM)

    words = sheet.extract_text(visitor_text=visit)
    # Chromium writes 日 as the radical that looks alike
    return float(sheet.mediabox.width) / MM, min(found), normalize("NFKC", "".join(words.split()))


@pytest.mark.skipif(not cabinet().chosen("body"), reason="this machine has no Chinese font")
def test_a_verified_paper_and_a_period_are_printed_on_a_roll_and_on_a4(
    desk: Desk, personas: Personas
) -> None:
    organ = Organ.objects.get(code="justice")
    issue = replace(issuing(organ), site=desk.url).perform(personas.leader, NOW)
    page = desk.open(viewport={"width": ROLL, "height": 800}).new_page()
    for address, said in (
        (f"/verify/{issue.code}", str(issue.number)),
        ("/calculator?from=2024-02-06&rule=recon-review-5wd", "2024年2月19日"),
    ):
        page.goto(address)
        wide, left, words = lefts(page, width="80mm", height="200mm")
        assert wide == pytest.approx(80, abs=0.2)
        assert 3.5 < left < 12
        assert normalize("NFKC", said) in words
        wide, left, words = lefts(page, format="A4")
        assert wide == pytest.approx(210, abs=0.5)
        assert left > 20
        page.emulate_media(media="print")
        assert page.evaluate(CUT) == []
        page.emulate_media(media="null")
