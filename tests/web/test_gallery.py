"""The design system documents itself: every part that pages use is on its page."""

import re
from pathlib import Path

from django.test import Client

import fazhi.web
from fazhi.duties.status import Status
from fazhi.web.views.gallery import ICONS

WEB = Path(fazhi.web.__file__).parent
TEMPLATES = sorted(WEB.parent.glob("*/templates/**/*.html"))


def test_every_status_is_shown_by_shape_and_word() -> None:
    page = Client().get("/components").content.decode()
    assert all(f"#s-{s.value}" in page and s.label in page for s in Status)


def test_every_icon_that_a_template_names_is_in_the_sprite() -> None:
    sprite = (WEB / "templates/web/sprite.html").read_text("utf-8")
    used = {name for t in TEMPLATES for name in re.findall(r'{% icon "([a-z-]+)"', t.read_text("utf-8"))}
    assert all(f'id="i-{name}"' in sprite for name in used | set(ICONS.split()))


def test_no_template_carries_style_or_script_of_its_own() -> None:
    inline = re.compile(r"\sstyle=|\son[a-z]+=|<style|<script(?![^>]*\ssrc=)|https?://(?!www\.w3\.org)")
    assert [t.name for t in TEMPLATES if inline.search(t.read_text("utf-8"))] == []


def test_every_class_in_a_template_is_known_to_the_style_sheet() -> None:
    style = "".join(sheet.read_text("utf-8") for sheet in (WEB / "static/web").glob("*.css"))
    known = set(re.findall(r"\.([a-z][a-z0-9-]*)", style)) | {"m"}
    named = {
        name
        for t in TEMPLATES
        for value in re.findall(r'class="([^"{]*)"', t.read_text("utf-8"))
        for name in value.split()
    }
    assert named - known == set()


def test_every_component_of_the_templates_is_on_the_page() -> None:
    shown = (WEB / "templates/web/gallery.html").read_text("utf-8")
    named = {path.name for path in (WEB / "templates/web/components").glob("*.html")}
    assert {name for name in named - NESTED if name not in shown} == set()


NESTED = {"citation.html", "cites.html", "wording.html"}
"""Parts of other components, or of the comparison alone."""


def test_a_citation_and_the_strip_are_shown_as_they_are_used() -> None:
    page = Client().get("/components").content.decode()
    assert 'role="tooltip"' in page
    assert '<span class="cited">《示例办法》第五条</span>' in page
    assert 'role="img" aria-label="逐日图' in page
