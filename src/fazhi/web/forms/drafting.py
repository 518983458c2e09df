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
from fazhi.web.forms.act import LONGEST, ActForm


class DraftingForm(ActForm):
    """Papers are fields ``fill-<n>-<name>`` in the order of the templates, in place of uploads."""

    retention = forms.ChoiceField(label="保管类别")
    series = forms.CharField(
        label="机关代字", max_length=20, help_text="文号由平台连续编排，例如 试司公开〔2026〕1号"
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
        made = {template.title for template in templates}
        for n, paper in enumerate(act.documents):
            if paper.title in made:
                del self.fields[f"paper-{n}"]
        self.fields |= dict(_blanks(templates))
        kinds = [(entry.id, entry.title) for entry in retention.load().values()]
        self.fields["retention"].choices = kinds  # type: ignore[attr-defined]
        if not any(template.numbered for template in templates):
            del self.fields["series"]
        self.order_fields(
            ["happened_on", *(name for name in self.fields if name.startswith(("fact", "fill")))]
        )

    def drafts(self) -> tuple[Draft, ...]:
        """Each template with what was filled in."""
        return tuple(self._draft(n, template) for n, template in enumerate(self.templates))

    def _draft(self, n: int, template: Template) -> Draft:
        return Draft(template, {name: self.cleaned_data[f"fill-{n}-{name}"] for name in template.fields})


def _blanks(templates: tuple[Template, ...]) -> Iterator[tuple[str, forms.Field]]:
    for n, template in enumerate(templates):
        for name, blank in template.fields.items():
            yield (
                f"fill-{n}-{name}",
                forms.CharField(
                    label=blank.title,
                    max_length=LONGEST,
                    widget=forms.Textarea({"rows": 3}) if blank.long else forms.TextInput(),
                    help_text=f"用于《{template.title}》" + (f"，依据：{blank.basis}" if blank.basis else ""),
                ),
            )
