"""What a person fills in about normative documents: particulars, decisions, campaigns, answers."""

from typing import Any

from django import forms
from django.http import QueryDict

from fazhi.chapters.decisions.validity import actions, particulars
from fazhi.chapters.decisions.validity.actions.change import KINDS
from fazhi.chapters.decisions.validity.actions.enter import Refused
from fazhi.chapters.decisions.validity.models import Campaign, Document, Record, Settlement
from fazhi.office.actor import Actor
from fazhi.office.models import Organ
from fazhi.office.right import Right
from fazhi.packs.register_entry import Column, Kind
from fazhi.packs.registers import source_of
from fazhi.registers.files.table import DAYS

LONG = ("basis", "term_words")
CHOOSE = ("", "请选择")
SINCE = Column(
    id="since", title=DAYS["since"], kind=Kind.DATE, help="文件从哪一天起施行；公布之日起施行的留空"
)


def day_field(label: str, help_text: str = "", *, required: bool = True) -> forms.DateField:
    """A day, as browsers ask for it."""
    widget = forms.DateInput({"type": "date"}, format="%Y-%m-%d")
    return forms.DateField(label=label, help_text=help_text, required=required, widget=widget)


def text_field(label: str, help_text: str = "", rows: int = 3, *, required: bool = True) -> forms.CharField:
    """Words of some length."""
    widget = forms.Textarea({"rows": rows})
    return forms.CharField(
        label=label, help_text=help_text, max_length=5_000, required=required, widget=widget
    )


class ParticularsForm(forms.Form):
    """The columns of the register; what may stand in each, the register's own reading says."""

    def __init__(
        self, actor: Actor, data: QueryDict | None = None, *, without: tuple[str, ...] = (), **kwargs: Any
    ) -> None:
        super().__init__(data, **kwargs)
        for column in (*particulars.form().columns, SINCE):
            if column.id not in without:
                self.fields[column.id] = _field(column, actor)

    @property
    def cells(self) -> dict[str, str]:
        """The cells as they were filled in."""
        return {name: str(value) for name, value in self.cleaned_data.items()}

    def refuse(self, refused: Refused) -> None:
        """Put each mistake at its column."""
        names = {column.title: column.id for column in (*particulars.form().columns, SINCE)}
        for one in refused.mistakes:
            told = f"{one.fault.wrong}。{one.fault.remedy}（{one.fault.code}）"
            self.add_error(names.get(one.column), told)


def _field(column: Column, actor: Actor) -> forms.Field:
    told = column.help + (f"　{source_of(column)}" if column.basis else "")
    given: dict[str, Any] = {"label": column.title, "help_text": told.strip(), "required": column.required}
    if column.kind is Kind.ORGAN:
        return forms.ChoiceField(**given, choices=[CHOOSE, *((o.name, o.name) for o in kept_by(actor))])
    if column.choices:
        return forms.ChoiceField(**given, choices=[CHOOSE, *((c, c) for c in column.choices)])
    if column.kind is Kind.DATE:
        return forms.CharField(**given, max_length=20, widget=forms.TextInput({"type": "date"}))
    long = column.id in LONG
    return forms.CharField(
        **given, max_length=10_000, widget=forms.Textarea({"rows": 4}) if long else forms.TextInput()
    )


def kept_by(actor: Actor) -> list[Organ]:
    """The organs for which a person may register documents."""
    return [organ for organ in Organ.objects.all() if actor.may(Right.KEEP_REGISTER, organ.pk)]


def filled(document: Document) -> dict[str, str]:
    """The particulars that hold, in the words of the form."""
    latest = document.records.filter(kind__in=(Record.Kind.ENTER, Record.Kind.CORRECT)).last()
    assert latest
    return {name: particulars.words(name, value) for name, value in latest.data.items()}


class ChangeForm(forms.Form):
    """A decision about a document, with the decision's day and words."""

    kind = forms.ChoiceField(label="决定", choices=[CHOOSE, *((k.value, k.label) for k in KINDS)])
    effective_on = day_field("生效之日", "决定写明从哪一天起的，照写", required=False)
    replacement = forms.CharField(
        label="代替它的文件",
        help_text="决定为“修改”的，写修改后文件的名称和文号",
        max_length=300,
        required=False,
    )
    reason = text_field("决定和理由", "写明作出决定的机关、文号或者会议")
    expected = forms.IntegerField(widget=forms.HiddenInput)

    def action(self, document: Document) -> actions.Change:
        """The decision that these words ask for."""
        said = dict(self.cleaned_data)
        return actions.Change(document=document, **{**said, "kind": Record.Kind(said["kind"])})


class SettleForm(forms.Form):
    outcome = forms.ChoiceField(label="处理", choices=[CHOOSE, *Settlement.Outcome.choices])
    reason = text_field("理由", rows=2)


class WarnForm(forms.Form):
    days = forms.IntegerField(label="提前提醒的天数", min_value=1, max_value=3_660)
    reason = text_field("依据或者理由", "写明由谁决定、依据哪份文件", rows=2)


class FileForm(forms.Form):
    file = forms.FileField(
        label="文件目录", help_text="XLSX、CSV 或者 JSON；表头与模板一致", allow_empty_file=True
    )


class KeepForm(forms.Form):
    partial = forms.BooleanField(label="只导入没有问题的行", required=False)


class LaunchForm(forms.Form):
    """The scope and the last day of a campaign."""

    title = forms.CharField(label="清理名称", max_length=120)
    note = text_field("清理要求", "写明依据、标准和方法")
    as_of = day_field("范围截至", "这一天尚未终止的文件都在范围内")
    organs = forms.ModelMultipleChoiceField(
        Organ.objects.none(),
        label="管理单位",
        help_text="不选的，包括全部单位；按住 Ctrl 键多选",
        required=False,
    )
    published_before = day_field("只清理这一天以前公布的", required=False)
    due = day_field("提出结论的最后一日")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        owners = Organ.objects.filter(pk__in=Document.objects.values("organ"))
        self.fields["organs"].queryset = owners  # type: ignore[attr-defined]

    def action(self) -> actions.Launch:
        """The campaign that is asked for."""
        said = self.cleaned_data
        scope = actions.Scope(
            as_of=said["as_of"], organs=tuple(said["organs"]), published_before=said["published_before"]
        )
        return actions.Launch(title=said["title"], note=said["note"], scope=scope, due=said["due"])


class PublishForm(forms.Form):
    effective_on = day_field("结论生效之日", "废止、宣布失效和修改从这一天起生效")
    text = text_field("清理结果的说明", "随清理结果一并公布")

    def action(self, campaign: Campaign) -> actions.Publish:
        """The publication that is asked for."""
        return actions.Publish(campaign=campaign, **self.cleaned_data)


class WithdrawForm(forms.Form):
    text = text_field("撤销的理由", rows=2)
