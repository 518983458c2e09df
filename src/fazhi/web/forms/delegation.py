"""What a person fills in to let another act in the own post."""

from datetime import date

from django import forms

from fazhi.office.actions.counter import IS_COUNTER
from fazhi.office.actions.delegate import LONGEST, Delegate
from fazhi.office.actor import Actor
from fazhi.office.models import Person, Post
from fazhi.office.models.validity import on


class DelegationForm(forms.Form):
    """The post, the person, the days and the reason; only own posts and colleagues can be chosen."""

    post = forms.ModelChoiceField(Post.objects.none(), label="岗位", empty_label="请选择")
    delegate = forms.ModelChoiceField(Person.objects.none(), label="代理人", empty_label="请选择")
    since = forms.DateField(label="自", widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d"))
    until = forms.DateField(label="至", widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d"))
    reason = forms.CharField(label="理由", max_length=LONGEST)

    def __init__(self, actor: Actor, day: date, *args: object, **options: object) -> None:
        super().__init__(*args, **options)  # type: ignore[arg-type]
        own = on(day, "appointments__")
        posts = Post.objects.filter(own, appointments__person=actor.person_id).select_related("organ")
        people = Person.objects.filter(own, appointments__post__organ__in=actor.organs())
        self.fields["post"].queryset = posts.distinct()  # type: ignore[attr-defined]
        others = people.exclude(pk=actor.identity).exclude(IS_COUNTER).order_by("name").distinct()
        self.fields["delegate"].queryset = others  # type: ignore[attr-defined]

    def action(self) -> Delegate:
        """The action that these words ask for."""
        return Delegate(**self.cleaned_data)
