"""The form that opens a case: which organ, what it is about, who the parties are, and the first act."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from fazhi.cases import secrecy
from fazhi.cases.actions import Identity
from fazhi.cases.models import Secrecy
from fazhi.office.models import Organ, Person
from fazhi.procedure.act import Act
from fazhi.procedure.edition import Edition
from fazhi.procedure.role import RoleKind
from fazhi.web.forms.act import ActForm


class OpeningForm(ActForm):
    """The first act of a case with everything that a case begins with."""

    organ = forms.ModelChoiceField(Organ.objects.none(), label="承办机关", empty_label=None)
    title = forms.CharField(
        label="案由", max_length=120, required=False, help_text="一句话说明是什么事；不要写个人姓名和号码"
    )
    secrecy = forms.TypedChoiceField(label="知悉范围", choices=Secrecy.choices, coerce=int, initial=0)

    def __init__(
        self,
        edition: Edition,
        act: Act,
        people: tuple[Person, ...],
        organs: QuerySet[Organ],
        *args: Any,
        **kwargs: Any,
    ) -> None:
        super().__init__(edition, act, people, *args, **kwargs)
        self.fields["organ"].queryset = organs  # type: ignore[attr-defined]
        self._narrow(secrecy.least(edition))
        self.parties = tuple(role for role in edition.roles if role.kind is RoleKind.PARTY)
        for role in self.parties:
            self.fields |= _party(role.id, role.title)
        self.order_fields(["organ", "title", "secrecy", "happened_on"])

    def _narrow(self, least: Secrecy) -> None:
        """Offer what the procedure allows."""
        allowed = [(one.value, one.label) for one in Secrecy if one >= least]
        self.fields["secrecy"].choices = allowed  # type: ignore[attr-defined]
        self.fields["secrecy"].initial = least.value

    def request(self) -> dict[str, Any]:
        data = self.cleaned_data
        given = super().request()
        return given | {
            "organ": data["organ"],
            "title": data["title"],
            "secrecy": Secrecy(data["secrecy"]),
            "parties": tuple(self._identities()),
        }

    def _identities(self) -> list[Identity]:
        found = []
        for role in self.parties:
            known = {
                name: self.cleaned_data[f"party-{role.id}-{name}"].strip()
                for name in ("name", "phone", "address")
            }
            if any(known.values()):
                found.append(Identity(role.id, {name: text for name, text in known.items() if text}))
        return found


def _party(role: str, title: str) -> dict[str, forms.Field]:
    return {
        f"party-{role}-name": forms.CharField(
            label=_("{}姓名或者名称").format(title),
            required=False,
            max_length=200,
            help_text="封存保管，查看会被记录",
        ),
        f"party-{role}-phone": forms.CharField(
            label=_("{}电话").format(title), required=False, max_length=40
        ),
        f"party-{role}-address": forms.CharField(
            label=_("{}送达地址").format(title), required=False, max_length=300
        ),
    }
