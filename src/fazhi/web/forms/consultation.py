"""What the public fills in to comment on a draft, and an official to put one before it."""

import uuid
from typing import Any

from django import forms

from fazhi.cases.models import Case
from fazhi.chapters.decisions.consultation.actions import Open, Say
from fazhi.chapters.decisions.consultation.actions import open as opening
from fazhi.chapters.decisions.consultation.actions.comment import LONGEST, NAME
from fazhi.chapters.decisions.consultation.actions.revise import LONGEST as DRAFT
from fazhi.chapters.decisions.consultation.draft import Piece
from fazhi.chapters.decisions.consultation.models import Comment, Consultation
from fazhi.chapters.decisions.consultation.terms import PROCEDURES
from fazhi.chapters.decisions.participation.submission import LONGEST as KEY
from fazhi.web.lookup_code import code_of

WHOLE = "0"
OFF = {"autocomplete": "off"}
SHORT = 36


class SayForm(forms.Form):
    """A comment; who makes it need not say so."""

    clause = forms.ChoiceField(label="针对哪一条")
    text = forms.CharField(label="您的意见", widget=forms.Textarea({"rows": 7}), max_length=LONGEST)
    kind = forms.ChoiceField(label="您是", choices=Comment.Kind)
    name = forms.CharField(
        label="姓名或者名称", max_length=NAME, required=False, widget=forms.TextInput(OFF),
        help_text="不填也可以；填了加密保存，不公开",
    )  # fmt: skip
    contact = forms.CharField(
        label="联系方式", max_length=NAME, required=False, widget=forms.TextInput(OFF),
        help_text="需要向您核实时使用，不公开",
    )  # fmt: skip
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=1)
    key = forms.CharField(widget=forms.HiddenInput, max_length=KEY)

    def __init__(self, pieces: tuple[Piece, ...], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        chosen = [(str(one.place), f"{one.label}　{_short(one)}") for one in pieces]
        self.fields["clause"].choices = [(WHOLE, "整个草案"), *chosen]  # type: ignore[attr-defined]

    def action(self, consultation: Consultation) -> Say:
        """The action that these words ask for."""
        data = self.cleaned_data
        place = int(data.pop("clause"))
        return Say(consultation=consultation, clause=place or None, code=code_of(data["key"]), **data)


def _short(piece: Piece) -> str:
    words = piece.text.removeprefix(piece.label).strip()
    return words if len(words) <= SHORT else words[:SHORT] + "…"


def fresh(version: int, clause: str) -> dict[str, object]:
    """What a new form begins with; its key makes it one comment however often it is sent."""
    return {"version": version, "clause": clause or WHOLE, "key": uuid.uuid4().hex, "kind": "person"}


class MineForm(forms.Form):
    """The number and the code that were given for a comment."""

    number = forms.CharField(
        label="意见编号", max_length=40, help_text="如 3-12", widget=forms.TextInput(OFF)
    )
    code = forms.CharField(label="查询码", max_length=40, widget=forms.TextInput(OFF))


class OpenForm(forms.Form):
    """A draft for the public, with all that the announcement has to say."""

    title = forms.CharField(label="征求意见的事项", max_length=opening.TITLE)
    text = forms.CharField(
        label="草案全文", max_length=DRAFT, widget=forms.Textarea({"rows": 12}),
        help_text="每条另起一行；公众可以针对每一条提意见",
    )  # fmt: skip
    note = forms.CharField(label="起草说明", max_length=opening.LONGEST, widget=forms.Textarea({"rows": 5}))
    ways = forms.CharField(
        label="提意见的方式", max_length=opening.LONGEST, widget=forms.Textarea({"rows": 3}),
        help_text="网上以外的方式：地址、邮编、电话、邮箱",
    )  # fmt: skip
    until = forms.DateField(
        label="截止之日", widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d"),
        help_text="当日仍可提意见；一般不少于30日",
    )  # fmt: skip
    shortening = forms.CharField(
        label="少于30日的，说明原因", required=False, max_length=opening.LONGEST,
        widget=forms.Textarea({"rows": 2}), help_text="向社会公布",
    )  # fmt: skip
    expropriation = forms.BooleanField(label="是房屋征收补偿方案", required=False)

    def __init__(self, procedure: str, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not PROCEDURES[procedure].expropriation:
            del self.fields["expropriation"]

    def action(self, case: Case) -> Open:
        """The action that these words ask for."""
        return Open(case=case, **self.cleaned_data)
