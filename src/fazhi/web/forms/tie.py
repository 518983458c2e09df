"""The forms that join and sever cases: those of an act, with a reason and with the other cases."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms

from fazhi.cases.actions import sever
from fazhi.cases.models import Case
from fazhi.web.choice import number
from fazhi.web.forms.act import LONGEST, ActForm


def reason() -> forms.CharField:
    """Why cases were tied or parted, for who reads the file later."""
    return forms.CharField(label="理由", widget=forms.Textarea({"rows": 3}), max_length=LONGEST)


class JoinForm(ActForm):
    """An act that joins; ``seen`` tells what the person saw of the other cases."""

    seen = forms.CharField(widget=forms.HiddenInput, max_length=2_000)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["reason"] = reason()

    def others(self) -> Mapping[int, int]:
        """The number of acts of each other case, by its key."""
        pairs = (one.split("-") for one in self.cleaned_data["seen"].split(","))
        return {int(pk): int(sequence) for pk, sequence in pairs}

    def clean_seen(self) -> str:
        """As the page wrote it, or refused."""
        text = str(self.cleaned_data["seen"])
        pairs = [one.split("-") for one in text.split(",")]
        if not all(len(pair) == 2 and all(number(n) is not None for n in pair) for pair in pairs):
            raise forms.ValidationError("页面的内容不完整，请重新选择案件")
        return text


class SeverForm(ActForm):
    """An act that severs; a case that is not joined says what the new cases are about."""

    titles = forms.CharField(
        label="分出的各案的案由",
        widget=forms.Textarea({"rows": 3}),
        help_text=f"每行一件，至多{sever.MOST}件；本案保留原案号。不要写个人姓名和号码",
    )

    def __init__(self, *args: Any, joined: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if joined:
            del self.fields["titles"]
        self.fields["reason"] = reason()

    def parts(self) -> tuple[str, ...]:
        """The titles, one for each new case."""
        lines = str(self.cleaned_data.get("titles", "")).splitlines()
        return tuple(line.strip() for line in lines if line.strip())


def seen(rows: Iterable[Case]) -> str:
    """What a page shows of cases, for the form to send back."""
    return ",".join(f"{row.pk}-{row.sequence}" for row in rows)
