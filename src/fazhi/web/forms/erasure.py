"""What people say when somebody's personal data are to be erased, and when another decides on it."""

from django import forms

from fazhi.cases.actions.erase import BASIS, LONGEST

GROUNDS = (
    f"例如{BASIS}（目的已经实现、撤回同意、违法处理等情形，应当主动删除）；"
    "依据其他规定的，写明名称和条款，由审批人核对。"
)


class ProposeErasureForm(forms.Form):
    subject = forms.CharField(
        label="删除谁的个人信息", error_messages={"required": "请在名单中选择一人"}, max_length=120
    )
    ground = forms.CharField(label="法律依据", max_length=LONGEST, help_text=GROUNDS)
    reason = forms.CharField(
        label="理由",
        max_length=LONGEST,
        help_text="谁在什么时候提出，符合哪一种情形。理由长期保存，请不要写姓名、电话等个人信息。",
        widget=forms.Textarea({"rows": 3}),
    )


class RuleErasureForm(forms.Form):
    approved = forms.ChoiceField(label="审批", choices=(("yes", "同意删除"), ("no", "不同意删除")))
    reason = forms.CharField(label="审批意见", max_length=LONGEST)
