"""What a coordinator fills in to say which organs a general name means in a measure."""

from typing import Any

from django import forms
from django.http import QueryDict

from fazhi.duties.actions import Narrow, TakeBack
from fazhi.duties.actions.narrow import LONGEST
from fazhi.duties.models import Measure
from fazhi.duties.narrowing import General


class NarrowForm(forms.Form):
    """The organs among those of the name, and why; to take a decision back only why."""

    organs = forms.MultipleChoiceField(label="指哪些机构", required=False)
    reason = forms.CharField(label="理由", max_length=LONGEST, widget=forms.Textarea({"rows": 3}))
    written = forms.CharField(widget=forms.HiddenInput)
    expected = forms.IntegerField(widget=forms.HiddenInput, min_value=0)

    def __init__(self, general: General, seen: int, number: int, data: Any = None) -> None:
        kept = {"written": general.written, "expected": seen, "organs": general.codes}
        super().__init__(data, initial=kept, auto_id=f"name-{number}-%s")
        self.general = general
        self.fields["organs"].choices = [(one.code, one.name) for one in general.members]  # type: ignore[attr-defined]

    @property
    def options(self) -> list[tuple[str, str, bool]]:
        """Each member's code and name, and whether it is chosen."""
        chosen = self["organs"].value() or ()
        return [(one.code, one.name, one.code in chosen) for one in self.general.members]

    def look_again(self) -> None:
        """What was recorded meanwhile is on the page now: the next try has seen it."""
        data = QueryDict(mutable=True)
        data.update(self.data)
        data["expected"] = self.initial["expected"]
        self.data = data

    def action(self, measure: Measure, *, back: bool) -> Narrow | TakeBack:
        """The action that these words ask for."""
        told = {name: self.cleaned_data[name] for name in ("written", "reason", "expected")}
        if back:
            return TakeBack(measure=measure, **told)
        return Narrow(measure=measure, organs=tuple(self.cleaned_data["organs"]), **told)
