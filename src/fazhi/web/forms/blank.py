"""The blanks of the papers of one act: what several of them ask for by the same name is asked once."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django import forms

from fazhi.documents.template import Template
from fazhi.web.forms.act import LONGEST


class Blank(forms.CharField):
    """What a paper says; whether that paper is wanted, and so demands it, is decided by the whole form."""

    def validate(self, _value: Any) -> None:
        """Nothing is demanded of it alone."""


@dataclass(frozen=True)
class Blanks:
    """The templates of an act, and the titles of those without which the page is of no use."""

    templates: tuple[Template, ...]
    demanded: frozenset[str]

    def key(self, name: str) -> str:
        """The form's field for a blank: ``fill-<n>-<name>`` of the first paper that has it."""
        first = next(n for n, template in enumerate(self.templates) if name in template.fields)
        return f"fill-{first}-{name}"

    def keys(self, n: int) -> tuple[str, ...]:
        """The fields of one paper, those that it shares with others among them."""
        return tuple(self.key(name) for name in self.templates[n].fields)

    def own(self, n: int) -> tuple[str, ...]:
        """The fields that only this paper has: filled in, they say that it is wanted."""
        others = {name for m, one in enumerate(self.templates) if m != n for name in one.fields}
        return tuple(self.key(name) for name in self.templates[n].fields if name not in others)

    def fields(self) -> Iterator[tuple[str, forms.Field]]:
        """Every blank once, in the order of the papers."""
        for name in dict.fromkeys(name for template in self.templates for name in template.fields):
            yield self.key(name), self._field(name)

    def _field(self, name: str) -> Blank:
        users = [template for template in self.templates if name in template.fields]
        blank = users[0].fields[name]
        certain = [one for one in users if name in one.certain]
        wanted = any(one.title in self.demanded for one in certain)
        papers = "".join(f"《{one.title}》" for one in users)
        basis = f"，依据：{blank.basis}" if blank.basis else ""
        return Blank(
            label=blank.title,
            required=wanted,
            max_length=LONGEST,
            widget=forms.Textarea({"rows": 3}) if blank.long else forms.TextInput(),
            help_text=f"用于{papers}{basis}{'' if certain else '，只在案件属于该情形时填写'}",
        )
