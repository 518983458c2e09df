"""What people say about an issued paper or one past its term."""

from django import forms

DAY = {"type": "date"}


class WithdrawForm(forms.Form):
    reason = forms.CharField(label="撤回理由", max_length=500)


class ProposeForm(forms.Form):
    counted_from = forms.DateField(label="保管期限起算之日", widget=forms.DateInput(DAY, format="%Y-%m-%d"))
    fixed_until = forms.DateField(
        label="另行确定的期满之日", required=False, widget=forms.DateInput(DAY, format="%Y-%m-%d")
    )
    authority = forms.CharField(label="确定期限的机关和文号", max_length=200, required=False)
    reason = forms.CharField(label="鉴定意见", max_length=500)


class RuleForm(forms.Form):
    approved = forms.ChoiceField(label="审批", choices=(("yes", "同意处置"), ("no", "不同意处置")))
    reason = forms.CharField(label="审批意见", max_length=500)
