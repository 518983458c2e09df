"""The places of the desk, in the order of a coordinator's day."""

from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_noop as _


@dataclass(frozen=True)
class Place:
    """One entry of the navigation; ``prefix`` is the part of the address that belongs to it."""

    name: str
    title: str
    short: str
    """The title where there is room for two characters only."""
    icon: str
    prefix: str

    @property
    def url(self) -> str:
        return reverse(f"web:{self.name}")

    def holds(self, path: str) -> bool:
        """Whether a page lies in this place.

        >>> Place("ledger", "任务台账", "台账", "ledger", "/duties").holds("/duties/7")
        True
        """
        return path == self.prefix or (path.startswith(self.prefix.rstrip("/") + "/") and self.prefix != "/")


PLACES = (
    Place("dashboard", _("总览"), _("总览"), "home", "/"),
    Place("ledger", _("任务台账"), _("台账"), "ledger", "/duties"),
    Place("cases", _("案件"), _("案件"), "file", "/cases"),
    Place("matrix", _("责任矩阵"), _("矩阵"), "matrix", "/matrix"),
    Place("organs", _("责任单位"), _("单位"), "organ", "/organs"),
    Place("calendar", _("到期日历"), _("日历"), "calendar", "/calendar"),
    Place("outlines", _("纲要"), _("纲要"), "outline", "/outlines"),
    Place("registers", _("清单"), _("清单"), "register", "/registers"),
    Place("indicators", _("指标"), _("指标"), "indicator", "/indicators"),
)


@dataclass(frozen=True)
class Group:
    """The desks of those who do one kind of work."""

    title: str
    places: tuple[Place, ...]


WORK = (
    Group(_("决策和文件"), (
        Place("consulting-desk", _("公开征求意见"), _("公开征求意见"), "ask", "/consulting"),
        Place("hearing-desk", _("决策听证"), _("决策听证"), "user", "/hearing-desk"),
        Place("counsel-desk", _("专家和法律顾问"), _("专家和法律顾问"), "organ", "/counsel"),
        Place("legality-desk", _("合法性审核"), _("合法性审核"), "law", "/legality"),
        Place("validity", _("规范性文件"), _("规范性文件"), "outline", "/validity"),
        Place("archive-desk", _("卷宗归档"), _("卷宗归档"), "file", "/archive"),
        Place("execution-desk", _("执行跟踪"), _("执行跟踪"), "confirm", "/execution"),
    )),
    Group(_("公开和服务"), (
        Place("papers", _("文书"), _("文书"), "file", "/papers"),
        Place("publishing", _("公开文件库"), _("公开文件库"), "publish", "/publishing"),
        Place("redactions", _("公开前脱敏"), _("公开前脱敏"), "lock", "/redactions"),
        Place("erasures", _("删除个人信息"), _("删除个人信息"), "lock", "/erasures"),
        Place("windows", _("网上窗口"), _("网上窗口"), "submit", "/windows"),
        Place("feedback", _("评价投诉"), _("评价投诉"), "answer", "/feedback"),
    )),
)  # fmt: skip
"""Folded beside each page but for the group one is in; a phone finds them in the menu of each page."""


def entries(request: HttpRequest) -> list[tuple[Place, str]]:
    """The places with their ``aria-current``: ``page`` on the place itself, ``true`` below it."""
    return [(place, _current(place, request.path)) for place in PLACES]


def work(request: HttpRequest) -> list[tuple[Group, list[tuple[Place, str]]]]:
    """The desks of each group, in the same way."""
    return [(one, [(place, _current(place, request.path)) for place in one.places]) for one in WORK]


def here(request: HttpRequest) -> Group | None:
    """The group that a page belongs to, if to any."""
    return next((one for one in WORK if any(place.holds(request.path) for place in one.places)), None)


def _current(place: Place, path: str) -> str:
    if not place.holds(path):
        return ""
    return "page" if path == place.prefix else "true"
