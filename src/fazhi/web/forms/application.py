"""What an applicant fills in on the portal: who they are, and what the edition's opening act asks for."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from fazhi.cases.actions import Attachment
from fazhi.documents.upload import check_size, largest, receive
from fazhi.documents.upload.size import MB
from fazhi.portal import opening
from fazhi.procedure.act import Act
from fazhi.procedure.edition import Edition
from fazhi.web.forms.act import ActForm, fact_names
from fazhi.web.forms.files import FilesField

KNOWN = ("name", "identity_number", "phone", "address", "email")
MOST = 5
"""So many files come with one form: the house's own measure, no rule was read."""
TITLE = "网上提交的材料"
"""With a number. What the file is called may name somebody, and titles of papers stand in the chain."""
SEALED = _("加密保存；只有承办人员因办理需要才能查看，每次查看都有记录。")
UNNAMED = _("可以不留姓名和联系方式，那样只能凭查询码看结果。留下的加密保存，每次查看都有记录。")


class ApplicationForm(ActForm):
    """The opening act without what the portal answers itself: the day, and how the application came."""

    name = forms.CharField(label=_("姓名或者名称"), max_length=200, help_text=SEALED)
    identity_number = forms.CharField(
        label=_("身份证明号码"), max_length=40, help_text=_("身份证件号码；单位填统一社会信用代码")
    )
    phone = forms.CharField(label=_("联系电话"), max_length=40, widget=forms.TextInput({"type": "tel"}))
    address = forms.CharField(label=_("通信地址"), max_length=300, required=False)
    email = forms.EmailField(label=_("电子邮箱"), max_length=200, required=False)
    attachments = FilesField(label=_("附件"), required=False)
    key = forms.RegexField("^[0-9a-f]{32}$", widget=forms.HiddenInput)

    def __init__(self, edition: Edition, act: Act, *args: Any, **kwargs: Any) -> None:
        super().__init__(edition, act, (), *args, **kwargs)
        hidden = [f"fact-{n}" for n in fact_names(edition, act) if opening.answered(edition.fact[n])]
        for name in ("happened_on", "expected", "paper-more", *hidden):
            del self.fields[name]
        self.fields["attachments"].help_text = _kinds()
        if opening.complains(edition):
            self._unnamed()
        last = ("attachments", *KNOWN)
        self.order_fields([*(name for name in self.fields if name not in last), *last])
        for name, auto in (
            ("name", "name"),
            ("phone", "tel"),
            ("address", "street-address"),
            ("email", "email"),
        ):
            self.fields[name].widget.attrs["autocomplete"] = auto

    def _unnamed(self) -> None:
        """Whoever complains may stay unnamed, and is asked for no more than a way to be reached."""
        for name in KNOWN:
            self.fields[name].required = False
        self.fields["name"].help_text = UNNAMED
        del self.fields["identity_number"]

    def clean(self) -> dict[str, Any]:
        """A way to be reached belongs to a name."""
        data: dict[str, Any] = super().clean() or self.cleaned_data
        given = [name for name in KNOWN if str(data.get(name) or "").strip()]
        if given and "name" not in given and not self.errors:
            self.add_error("name", _("留下联系方式的，请写明怎样称呼。[portal.E016]"))
        if len(data.get("attachments") or ()) > MOST:
            wrong = _("附件超过 %(most)d 个，请合并后重新选择。[portal.E018]") % {"most": MOST}
            self.add_error("attachments", wrong)
        return data

    def at_terminal(self) -> None:
        """A terminal in a hall has no files of the person's own, and must not open its own."""
        del self.fields["attachments"]

    def request(self) -> dict[str, Any]:
        """What the action ``Apply`` takes, but for the window."""
        data = self.cleaned_data
        known = {name: data[name].strip() for name in KNOWN if data.get(name, "").strip()}
        facts, papers = dict(self._given()), (*self._attached(), *self._sent())
        return {"known": known, "facts": facts, "papers": papers, "key": data["key"]}

    def _sent(self) -> Iterator[Attachment]:
        """The files, each checked and without metadata: where a picture was taken is not ours to keep."""
        for n, file in enumerate(self.cleaned_data.get("attachments", ()), 1):
            check_size(file.size, file.name)
            kept = receive(file.name, file.read())
            yield Attachment(f"{TITLE}{n}", kept.name, kept.data)

    def matter(self) -> Iterator[forms.BoundField]:
        """The fields of the matter itself."""
        return (field for field in self.visible_fields() if field.name not in KNOWN)

    def applicant(self) -> Iterator[forms.BoundField]:
        """The fields of the person."""
        return (self[name] for name in KNOWN if name in self.fields)


def _kinds() -> str:
    said = _(
        "最多 %(most)d 个，每个不超过 %(mb)d MB；PDF、Word、Excel、图片、文本等。"
        "拍摄时间、地点等隐含信息会自动去掉。提交有误的，须重新选择文件。"
    )
    return said % {"most": MOST, "mb": largest() // MB}
