"""What a coordinator fills in to lay a duty on an organ that the outline alone does not make answer."""

from django import forms

from fazhi.duties.actions import Assign
from fazhi.duties.actions.supervision import LONGEST
from fazhi.duties.models import Duty
from fazhi.office.models import Organ


class AssignForm(forms.Form):
    """The organ, the day and what is wanted."""

    organ = forms.ModelChoiceField(Organ.objects.all(), label="交给哪个单位", empty_label="请选择")
    due_on = forms.DateField(label="完成时限", widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d"))
    text = forms.CharField(label="交办要求", widget=forms.Textarea({"rows": 5}), max_length=LONGEST)

    def action(self, duty: Duty) -> Assign:
        """The action that these words ask for."""
        return Assign(duty=duty, **self.cleaned_data)
