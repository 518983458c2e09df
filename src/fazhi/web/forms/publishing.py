"""What a clerk fills in to publish a document and to keep what the library says of it."""

from dataclasses import fields
from typing import Any

from django import forms
from django.db.models import QuerySet

from fazhi.library import actions, shelf
from fazhi.library.legible import LONGEST
from fazhi.library.models import Item, Validity
from fazhi.library.origin import ENTERED, Origin
from fazhi.library.told import SHORT, SUMMARY, TITLE, Told
from fazhi.office.models import Organ
from fazhi.packs import library
from fazhi.web.forms.files import FilesField

DAY = "不知道的留空，不要推定"
REVIEW = "写明公开审查、保密审查的结论和审查人；长期存档，不对外显示"
DATE = {"type": "date"}
CHANGES = [choice for choice in Validity.State.choices if choice[0] != Validity.State.UNSTATED]


def _day(label: str, required: bool = False, text: str = DAY) -> forms.DateField:
    widget = forms.DateInput(DATE, format="%Y-%m-%d")
    return forms.DateField(label=label, required=required, widget=widget, help_text=text)


def _prose(label: str, rows: int, most: int, **more: Any) -> forms.CharField:
    return forms.CharField(label=label, widget=forms.Textarea({"rows": rows}), max_length=most, **more)


class ToldForm(forms.Form):
    """The particulars; only the name is asked of everybody."""

    title = forms.CharField(label="名称", max_length=TITLE)
    index_number = forms.CharField(label="索引号", max_length=SHORT, required=False)
    number = forms.CharField(label="发文字号", max_length=SHORT, required=False)
    subject = forms.CharField(
        label="主题", max_length=SHORT, required=False, widget=forms.TextInput({"list": "subjects"})
    )
    signed_on = _day("成文日期")
    issued_on = _day("发文日期")
    summary = _prose("内容概述", 3, SUMMARY, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        settled = library.load().index_number
        if settled:
            open_form = f"形式由{settled.undetermined}确定；没有编制的留空"
            self.fields["index_number"].help_text = settled.example or open_form

    def told(self) -> Told:
        """The particulars as they were filled in."""
        return Told(**{field.name: self.cleaned_data[field.name] for field in fields(Told)})


class PublishForm(ToldForm):
    """A document with where it comes from, its text and files, and the finding of the review."""

    kind = forms.ChoiceField(label="公开种类", choices=Item.Kind)
    organ = forms.ModelChoiceField(Organ.objects.none(), label="发布机构", empty_label="请选择")
    document = forms.ModelChoiceField(
        Item.objects.none(), label="解读的文件", required=False, empty_label="没有",
        help_text="公开种类是政策解读的，选择它解读的文件",
    )  # fmt: skip
    state = forms.ChoiceField(
        label="有效性", choices=[("", "请选择"), *Validity.State.choices],
        help_text="文件没有写明、也没有查到的，选未载明；政策解读选未载明",
    )  # fmt: skip
    sent = FilesField(label="文件", required=False, help_text="可选多个；自动去除其中的作者等元数据")
    text = _prose(
        "正文", 8, LONGEST, required=False, help_text="不填的，从上面的 DOCX、PDF、TXT 中读出；扫描件须填写"
    )
    review = _prose("公开审查意见", 3, 2000, help_text=REVIEW)
    checked = forms.BooleanField(label="已经核对个人信息，依法可以公开", required=False)
    field_order = (
        "kind", "organ", "document", "title", "index_number", "number", "subject", "signed_on", "issued_on",
        "state", "summary", "sent", "text", "review", "checked",
    )  # fmt: skip

    def __init__(self, organs: QuerySet[Organ], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        documents = shelf.published().filter(kind=Item.Kind.DOCUMENT)
        self.fields["organ"].queryset = organs  # type: ignore[attr-defined]
        self.fields["document"].queryset = documents  # type: ignore[attr-defined]

    def action(self, origin: Origin = ENTERED) -> actions.Publish:
        """The act that these words ask for."""
        given = self.cleaned_data
        same = ("organ", "kind", "document", "state", "text", "review", "checked")
        sent = tuple((file.name or "", file.read()) for file in given["sent"])
        demo = origin.demo
        return actions.Publish(
            told=self.told(), files=sent, origin=origin, demo=demo, **{name: given[name] for name in same}
        )


class DescribeForm(ToldForm):
    reason = forms.CharField(label="更正理由", max_length=500)


class ValidityForm(forms.Form):
    state = forms.ChoiceField(label="有效性", choices=CHANGES)
    since = _day("自何日起", True, "可以是将来的日期，到那天自动变更")
    cause = forms.ModelChoiceField(
        Item.objects.none(), label="依据的文件", required=False, empty_label="不在公开文件库",
        help_text="修改、废止这份文件的另一份文件",
    )  # fmt: skip
    reason = _prose("变更理由", 3, 2000, help_text="写明依据的文件或者决定；在公众网页显示")

    def __init__(self, row: Item, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        others = shelf.published().filter(kind=Item.Kind.DOCUMENT).exclude(pk=row.pk)
        self.fields["cause"].queryset = others  # type: ignore[attr-defined]


class RelateForm(forms.Form):
    """A reading for a document, or a document for a reading."""

    other = forms.ModelChoiceField(Item.objects.none(), label="文件或者解读", empty_label="请选择")
    stands = forms.ChoiceField(label="办理", choices=(("yes", "关联"), ("no", "取消关联")))

    def __init__(self, row: Item, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        others = shelf.published().exclude(kind=row.kind)
        self.fields["other"].queryset = others  # type: ignore[attr-defined]


class WithdrawForm(forms.Form):
    reason = _prose("撤下理由", 3, 2000, help_text="失效、废止的文件不必撤下，请变更有效性")


class OpenForm(forms.Form):
    review = _prose("公开审查意见", 3, 2000, help_text=REVIEW)


class CloseForm(forms.Form):
    reason = _prose("停止公开理由", 3, 2000)
