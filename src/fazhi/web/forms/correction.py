"""The form of one entry of a list, made from the list's columns, with why it is corrected."""

from typing import Any

from django import forms

from fazhi.packs.register_entry import Column, Kind, RegisterEntry
from fazhi.packs.registers import source_of
from fazhi.registers.actions.correct import LONGEST
from fazhi.registers.cell import LONGEST as LONGEST_CELL
from fazhi.registers.files.table import DAYS
from fazhi.registers.models import Entry
from fazhi.registers.reading import Bad

LONG = (Kind.BASIS, Kind.CITATION)
SHORT = 40
"""Characters of a text from which on it gets several lines."""


class CorrectionForm(forms.Form):
    """A field ``cell-<column>`` for each column and each of the two days; what is wrong stands beside it."""

    reason = forms.CharField(label="更正理由", widget=forms.Textarea({"rows": 2}), max_length=LONGEST)
    basis = forms.CharField(
        label="更正依据",
        widget=forms.Textarea({"rows": 2}),
        max_length=LONGEST,
        help_text="法律、法规、规章的条款，或者要求更正的文件和文号",
    )

    def __init__(self, kind: RegisterEntry, entry: Entry, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.heads = {column.title: f"cell-{column.id}" for column in kind.columns}
        self.heads |= {head: f"cell-{name}" for name, head in DAYS.items()}
        for column in kind.columns:
            self.fields[f"cell-{column.id}"] = _field(column, str(entry.cells.get(column.id, "")))
        for name, head in DAYS.items():
            self.fields[f"cell-{name}"] = _day(head, str(getattr(entry, name) or ""), required=False)
        self.order_fields([*self.heads.values(), "reason", "basis"])

    @property
    def cells(self) -> dict[str, str]:
        """What was filled in, by column."""
        data = self.cleaned_data
        return {name.removeprefix("cell-"): data[name] for name in self.heads.values()}

    def tell(self, bad: Bad) -> None:
        """Show each mistake of a reading beside its field."""
        for mistake in bad.mistakes:
            message = f"{mistake.fault.wrong}。{mistake.fault.remedy}（{mistake.fault.code}）"
            self.add_error(self.heads.get(mistake.column), message)


def _field(column: Column, value: str) -> forms.Field:
    help_text = f"{column.help}　{source_of(column)}".strip()
    if column.kind is Kind.DATE:
        return _day(column.title, value, required=column.required)
    said: dict[str, Any] = {"label": column.title, "required": column.required, "initial": value}
    if column.kind is Kind.CHOICE:
        offered = [("", "请选择"), *((one, one) for one in column.choices)]
        return forms.ChoiceField(choices=offered, help_text=help_text, **said)
    several = column.kind in LONG or len(value) > SHORT or "\n" in value
    widget = forms.Textarea({"rows": 3}) if several else forms.TextInput()
    return forms.CharField(widget=widget, help_text=help_text, max_length=LONGEST_CELL, **said)


def _day(head: str, value: str, *, required: bool) -> forms.Field:
    return forms.CharField(
        label=head, initial=value, required=required, widget=forms.TextInput({"type": "date"}), max_length=20
    )
