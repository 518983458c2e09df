"""Forms about ratings: what an applicant thinks of a service, how long an office has after a bad one."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from fazhi.law.unit import Unit
from fazhi.office.actor import Actor
from fazhi.office.models import Organ
from fazhi.office.right import Right
from fazhi.portal.actions import Rate, SetLimit
from fazhi.portal.actions.rate import LONGEST
from fazhi.portal.models import Application, Limit, Rating

LEVELS = (
    (Rating.Level.VERY_SATISFIED.value, _("非常满意")),
    (Rating.Level.SATISFIED.value, _("满意")),
    (Rating.Level.MOSTLY_SATISFIED.value, _("基本满意")),
    (Rating.Level.DISSATISFIED.value, _("不满意")),
    (Rating.Level.VERY_DISSATISFIED.value, _("非常不满意")),
)


class RatingForm(forms.Form):
    """Five levels and, if the applicant likes, words."""

    level = forms.ChoiceField(label=_("您满意吗"), choices=LEVELS, widget=forms.RadioSelect)
    words = forms.CharField(
        label=_("您的意见"),
        max_length=LONGEST,
        required=False,
        widget=forms.Textarea({"rows": 3}),
        help_text=_("哪里好、哪里不好。加密保存，只有承办机关的有关人员能看。"),
    )

    def action(self, application: Application) -> Rate:
        """The action that these words ask for."""
        data = self.cleaned_data
        return Rate(application=application, level=Rating.Level(data["level"]), words=data["words"])


class LimitForm(forms.Form):
    """The answer of an office that the actor leads."""

    organ = forms.ModelChoiceField(Organ.objects.none(), label="机关", empty_label=None)
    step = forms.ChoiceField(label="步骤", choices=Limit.Step.choices)
    amount = forms.IntegerField(
        label="期限", required=False, min_value=1, max_value=365, help_text="没有规定的留空：不倒计时"
    )
    unit = forms.ChoiceField(label="单位", choices=Limit.UNITS)
    source = forms.CharField(
        label="依据的文件", max_length=200, help_text="名称和文号；没有文件的，写明由谁答复"
    )

    def __init__(self, actor: Actor, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        led = [organ for organ in actor.organs() if actor.may(Right.ISSUE, organ)]
        self.fields["organ"].queryset = Organ.objects.filter(pk__in=led)  # type: ignore[attr-defined]

    @property
    def leads(self) -> bool:
        """Whether there is any office to answer for."""
        return bool(self.fields["organ"].queryset.exists())  # type: ignore[attr-defined]

    def action(self) -> SetLimit:
        """The action that these words ask for."""
        data = self.cleaned_data
        given = {"step": Limit.Step(data["step"]), "unit": Unit(data["unit"])}
        return SetLimit(**{**data, **given})
