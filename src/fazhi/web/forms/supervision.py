"""The forms of the steps on an occurrence, one for each kind of step."""

from django import forms
from django.utils.functional import lazy

from fazhi.documents.upload import largest
from fazhi.documents.upload.size import MB
from fazhi.duties import actions
from fazhi.duties.actions.supervision import LONGEST, Supervision
from fazhi.duties.evidence import File, Link, Piece
from fazhi.duties.models import Occurrence, Step
from fazhi.web.forms.files import FilesField

Kind = Step.Kind
WORDS = forms.Textarea({"rows": 5})


class StepForm(forms.Form):
    """What every step carries: words, and how many steps the person saw when deciding."""

    text = forms.CharField(label="说明", widget=WORDS, required=False, max_length=LONGEST)
    expected = forms.IntegerField(widget=forms.HiddenInput, min_value=0)

    performs: type[Supervision]

    def action(self, occurrence: Occurrence) -> Supervision:
        """The action that these words ask for."""
        return self.performs(occurrence=occurrence, **self.cleaned_data)


class AskForm(StepForm):
    text = forms.CharField(label="交办要求", widget=WORDS, max_length=LONGEST)
    performs = actions.Ask


class ConfirmForm(StepForm):
    performs = actions.Confirm


class ChaseForm(StepForm):
    performs = actions.Chase


class ReturnForm(StepForm):
    text = forms.CharField(label="退回理由", widget=WORDS, max_length=LONGEST)
    rectify_by = forms.DateField(label="整改期限", widget=forms.DateInput({"type": "date"}))
    performs = actions.SendBack


def _limit() -> str:
    return f"可选多个；PDF、Word、Excel、图片等，每个不超过 {largest() // MB} MB"


class AnswerForm(StepForm):
    """Words and evidence; files, an address, or both."""

    text = forms.CharField(label="完成情况", widget=WORDS, max_length=LONGEST)
    documents = FilesField(label="佐证文件", required=False, help_text=lazy(_limit, str)())
    url = forms.CharField(
        label="佐证网址", required=False, max_length=500, help_text="以 https:// 开头；文件和网址至少有一项"
    )
    url_title = forms.CharField(label="网址名称", required=False, max_length=200)

    field_order = ("text", "documents", "url", "url_title", "expected")

    def action(self, occurrence: Occurrence) -> Supervision:
        data = self.cleaned_data
        return actions.Answer(
            occurrence=occurrence,
            expected=data["expected"],
            text=data["text"],
            evidence=tuple(self._pieces()),
        )

    def _pieces(self) -> list[Piece]:
        files: list[Piece] = [File(f.name or "", f.read()) for f in self.cleaned_data["documents"]]
        url = self.cleaned_data["url"]
        return [*files, Link(url, self.cleaned_data["url_title"])] if url else files


FORMS: dict[Kind, type[StepForm]] = {
    Kind.ASK: AskForm,
    Kind.ANSWER: AnswerForm,
    Kind.CONFIRM: ConfirmForm,
    Kind.RETURN: ReturnForm,
    Kind.CHASE: ChaseForm,
}
