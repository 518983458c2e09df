"""The form of an act whose papers the platform makes: the act's facts, and what each paper needs besides."""

from collections.abc import Iterator
from typing import Any

from django import forms

from fazhi.documents.drafting import Draft
from fazhi.documents.template import Template
from fazhi.office.models import Person
from fazhi.packs import retention
from fazhi.procedure.act import Act
from fazhi.procedure.edition import Edition
from fazhi.web.forms.act import ActForm
from fazhi.web.forms.blank import Blanks


class DraftingForm(ActForm):
    """Papers are fields ``fill-<n>-<name>`` (see ``Blanks``), after the upload that spares them.

    A paper that is handed in is not made again; one that the act does not demand is made where anything was
    filled in for it, or where it is the only one.
    """

    retention = forms.ChoiceField(label="保管类别")
    series = forms.CharField(
        label="机关代字",
        max_length=20,
        required=False,
        help_text="文号由平台连续编排，例如 试司公开〔2026〕1号",
    )
    slip = forms.BooleanField(
        label="印在80毫米卷纸上", required=False, help_text="用于街面打印机；不选的，按 A4 版式制作"
    )

    def __init__(
        self,
        edition: Edition,
        act: Act,
        people: tuple[Person, ...],
        templates: tuple[Template, ...],
        *args: Any,
        **kwargs: Any,
    ) -> None:
        super().__init__(edition, act, people, *args, **kwargs)
        self.templates = templates
        self.handed = {paper.title: f"paper-{n}" for n, paper in enumerate(act.documents)}
        for template in templates:
            if name := self.handed.get(template.title):
                self.fields[name].required = False
                self.fields[name].help_text = "已有这份文书的在此上传；不上传的，由平台按下面的内容制作"
        always = {paper.title for paper in act.documents if paper.when is None}
        alone = {template.title for template in templates if len(templates) == 1}
        self.blanks = Blanks(templates, frozenset(always or alone))
        self.fields |= dict(self.blanks.fields())
        kinds = [(entry.id, entry.title) for entry in retention.load().values()]
        self.fields["retention"].choices = kinds  # type: ignore[attr-defined]
        if not any(template.numbered for template in templates):
            del self.fields["series"]
        if not any(template.slip for template in templates):
            del self.fields["slip"]
        self.order_fields(["happened_on", *(n for n in self.fields if n.startswith("fact")), *self._papers()])

    def _papers(self) -> Iterator[str]:
        """Each upload before the blanks of the paper that it spares."""
        for n, template in enumerate(self.templates):
            yield from filter(None, (self.handed.get(template.title),))
            yield from self.blanks.keys(n)

    def clean(self) -> dict[str, Any]:
        """What is missing for the papers that are to be made; for a draft, of the one that is looked at."""
        data = super().clean() or {}
        looked_at = str(self.data.get("preview", "")).partition(".")[0]
        for n, template in enumerate(self.templates):
            if looked_at == str(n) or (not looked_at and self._made(n, template)):
                self._demand(template, numbered=template.numbered and not looked_at)
        if not looked_at and not self._papered():
            self.add_error(None, "没有填写任何一份文书；不需要文书的，请回到案件页面办理")
        return data

    def _papered(self) -> bool:
        """Whether any paper is made here or handed in: else the act is one for the page of the case."""
        uploads = any(self.cleaned_data.get(name) for name in self.handed.values())
        return uploads or any(self._made(n, one) for n, one in enumerate(self.templates))

    def _demand(self, template: Template, *, numbered: bool) -> None:
        needed = {self.blanks.key(name): "请填写；已有这份文书的，可以上传代替" for name in template.certain}
        for field, remedy in (needed | ({"series": "请填写机关代字"} if numbered else {})).items():
            if not self.cleaned_data.get(field) and field not in self.errors:
                self.add_error(field, remedy)

    def _made(self, n: int, template: Template) -> bool:
        """Whether the platform makes this paper."""
        handed = self.handed.get(template.title)
        if handed and self.cleaned_data.get(handed):
            return False
        filled = any(self.cleaned_data.get(key) for key in self.blanks.own(n))
        return filled or template.title in self.blanks.demanded

    def drafts(self) -> tuple[Draft, ...]:
        """Each paper to be made with what was filled in."""
        return tuple(self.draft(n) for n, one in enumerate(self.templates) if self._made(n, one))

    def draft(self, n: int) -> Draft:
        """One paper by the place of its template."""
        template = self.templates[n]
        filled = {name: self.cleaned_data[self.blanks.key(name)] for name in template.fields}
        return Draft(template, filled, bool(self.cleaned_data.get("slip")))
