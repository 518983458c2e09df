"""Several files in one field of a form, with and without script."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile


class Files(forms.ClearableFileInput):
    allow_multiple_selected = True


class FilesField(forms.FileField):
    """Gives a list, empty where none was chosen."""

    widget = Files

    def clean(self, data: Any, initial: Any = None) -> "list[UploadedFile[bytes]]":
        single = super().clean
        chosen: Sequence[Any] = data if isinstance(data, (list, tuple)) else [data]
        return [single(one, initial) for one in chosen if one]
