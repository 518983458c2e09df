"""The form of an act, made from its edition: a field for every fact and every paper it asks for."""

import uuid
from collections.abc import Iterator, Mapping
from typing import Any

from django import forms

from fazhi.cases.actions import Attachment
from fazhi.cases.capacity import pseudonym
from fazhi.documents.upload import evidence
from fazhi.office.models import Organ, Person
from fazhi.procedure.act import Act, Kind
from fazhi.procedure.edition import Edition
from fazhi.procedure.fact import Fact, FactKind
from fazhi.procedure.value import Value

DAY = {"type": "date"}
LONGEST = 10_000
YES_NO = (("", "请选择"), ("yes", "是"), ("no", "否"))
EMPTY = (None, "")
MORE = "其他材料"
FURTHER = ("corrects", "instead_on", "reason", "to")
"""Fields that some kinds of acts have."""


class ActForm(forms.Form):
    """One act of a case. Facts are fields ``fact-<id>``, papers ``paper-<n>`` in the edition's order."""

    happened_on = forms.DateField(label="发生之日", widget=forms.DateInput(DAY, format="%Y-%m-%d"))
    expected = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
    key = forms.CharField(widget=forms.HiddenInput, max_length=80, required=False)

    def __init__(
        self, edition: Edition, act: Act, people: tuple[Person, ...], *args: Any, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.act, self.edition = act, edition
        self.fields |= dict(_facts(edition, act, people))
        self.fields |= dict(_papers(act))
        if edition.role[act.by].persons > 1:
            self.fields["colleagues"] = _colleagues(people)
        if act.kind is Kind.CORRECTION:
            self.fields |= _correction()
        if act.kind is Kind.TRANSFER:
            self.fields |= _transfer()

    def request(self) -> dict[str, Any]:
        """What the action ``Perform`` or ``Open`` takes."""
        data = self.cleaned_data
        given: dict[str, Any] = {
            "act": self.act.id,
            "happened_on": data["happened_on"],
            "facts": dict(self._given()),
            "papers": tuple(self._attached()),
            "colleagues": tuple(int(one) for one in data.get("colleagues", ())),
            "key": data["key"],
        }
        extra: dict[str, Any] = {name: data[name] for name in FURTHER if name in data}
        return {**given, **extra}

    def _given(self) -> Iterator[tuple[str, Value]]:
        for name in fact_names(self.edition, self.act):
            value = self.cleaned_data.get(f"fact-{name}")
            if value not in EMPTY:
                yield name, value == "yes" if self.edition.fact[name].kind is FactKind.YES_NO else value

    def _attached(self) -> Iterator[Attachment]:
        titles = [(f"paper-{n}", paper.title) for n, paper in enumerate(self.act.documents)]
        for field, title in (*titles, ("paper-more", MORE)):
            if file := self.cleaned_data.get(field):
                content = file.read()
                yield Attachment(title, evidence(file.name, content), content)


def fact_names(edition: Edition, act: Act) -> tuple[str, ...]:
    """The facts that may come with an act; a correction may set any."""
    return tuple(edition.fact) if act.kind is Kind.CORRECTION else act.brings


def initial(expected: int, day: Any) -> dict[str, Any]:
    """What a fresh form starts with; its key makes a second click the same request."""
    return {"expected": expected, "happened_on": day, "key": uuid.uuid4().hex}


def _facts(edition: Edition, act: Act, people: tuple[Person, ...]) -> Iterator[tuple[str, forms.Field]]:
    for name in fact_names(edition, act):
        fact = edition.fact[name]
        needed = name in act.asks
        yield f"fact-{name}", _field(fact, needed, people, _dated(act, name))


def _dated(act: Act, name: str) -> str:
    by = act.dated_by
    return "这一天就是发生之日" if by and name in by.days.values() else ""


def _field(fact: Fact, needed: bool, people: tuple[Person, ...], note: str) -> forms.Field:
    said: Mapping[str, Any] = {"label": fact.title, "required": needed, "help_text": note}
    match fact.kind:
        case FactKind.YES_NO:
            return forms.ChoiceField(choices=YES_NO, **said)
        case FactKind.CHOICE:
            return forms.ChoiceField(choices=(("", "请选择"), *fact.choices.items()), **said)
        case FactKind.NUMBER:
            return _number(fact, said)
        case FactKind.DATE:
            return forms.DateField(widget=forms.DateInput(DAY, format="%Y-%m-%d"), **said)
        case FactKind.PERSON:
            named = [(pseudonym(person.pk), person.name) for person in people]
            return forms.ChoiceField(choices=(("", "请选择"), *named), **said)
        case FactKind.TEXT:
            return forms.CharField(widget=forms.Textarea({"rows": 3}), max_length=LONGEST, **said)


def _number(fact: Fact, said: Mapping[str, Any]) -> forms.Field:
    label = f"{fact.title}（{fact.unit}）" if fact.unit else fact.title
    return forms.DecimalField(
        decimal_places=2,
        max_digits=16,
        **{**said, "label": label},
    )


def _papers(act: Act) -> Iterator[tuple[str, forms.Field]]:
    for n, paper in enumerate(act.documents):
        only = "；只在属于应当制作的情形时上传" if paper.when else ""
        yield (
            f"paper-{n}",
            forms.FileField(
                label=f"《{paper.title}》",
                help_text=f"依据：{paper.basis}{only}",
                required=paper.when is None,
            ),
        )
    yield "paper-more", forms.FileField(label=MORE, required=False, help_text="每个文件不超过 20 MB")


def _colleagues(people: tuple[Person, ...]) -> forms.Field:
    return forms.MultipleChoiceField(
        label="共同办理的人员",
        choices=[(person.pk, person.name) for person in people],
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )


def _transfer() -> dict[str, forms.Field]:
    return {
        "to": forms.ModelChoiceField(
            Organ.objects.order_by("pk"),
            label="移送机关",
            required=False,
            empty_label="不在本系统办理",
            help_text="本案办结，各期限停止；承接的案件按它自己的程序计算期限",
        ),
        "reason": forms.CharField(label="移送的理由", widget=forms.Textarea({"rows": 3}), max_length=LONGEST),
    }


def _correction() -> dict[str, forms.Field]:
    return {
        "corrects": forms.IntegerField(label="更正第几条记录", min_value=1),
        "instead_on": forms.DateField(
            label="正确的发生之日",
            required=False,
            widget=forms.DateInput(DAY, format="%Y-%m-%d"),
            help_text="日期没有错的，不填",
        ),
        "reason": forms.CharField(label="更正的理由", widget=forms.Textarea({"rows": 3}), max_length=LONGEST),
    }
