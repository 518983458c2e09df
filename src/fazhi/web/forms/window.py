"""What a leader fills in to open a window."""

from datetime import date
from typing import Any

from django import forms

from fazhi.office.actor import Actor
from fazhi.office.models import Organ, Person
from fazhi.office.models.validity import on
from fazhi.office.right import Right
from fazhi.portal import opening
from fazhi.portal.actions import OpenWindow


class WindowForm(forms.Form):
    """Organ, procedure, and the person who is put on each case; only the organs the actor leads."""

    procedure = forms.ChoiceField(label="程序")
    organ = forms.ModelChoiceField(Organ.objects.none(), label="承办机关", empty_label=None)
    officer = forms.ModelChoiceField(
        Person.objects.none(), label="承办人员", empty_label="请选择", help_text="收到的每件申请都指派给此人"
    )

    def __init__(self, actor: Actor, day: date, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        led = [organ for organ in actor.organs() if actor.may(Right.ISSUE, organ)]
        people = Person.objects.filter(on(day, "appointments__"), appointments__post__organ__in=led)
        choices = [(one.id, one.title) for one in opening.opened(day)]
        self.fields["procedure"].choices = choices  # type: ignore[attr-defined]
        self.fields["organ"].queryset = Organ.objects.filter(pk__in=led)  # type: ignore[attr-defined]
        self.fields["officer"].queryset = people.distinct().order_by("name")  # type: ignore[attr-defined]

    def action(self) -> OpenWindow:
        """The action that these words ask for."""
        return OpenWindow(**self.cleaned_data)
