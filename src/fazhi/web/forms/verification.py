"""What a reader of a paper types and uploads to have it checked."""

from django import forms


class CodeForm(forms.Form):
    code = forms.CharField(
        label="核验码", max_length=40, help_text="印在文书落款左侧，十二位数字和字母，大小写和空格不限"
    )


class FileForm(forms.Form):
    file = forms.FileField(label="电子文书", help_text="您收到的 PDF 原文件；平台只计算摘要，不保存文件")
