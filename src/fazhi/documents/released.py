"""The file that goes out: what a person approved, made anew from the original in a form to publish."""

from fazhi.documents import publication
from fazhi.documents.actions.review import marks_of
from fazhi.documents.models import Original, Release
from fazhi.documents.press.font import Cabinet
from fazhi.fault import Fault


def forms(row: Original) -> tuple[str, ...]:
    """In which forms a file may go out: its own first, a PDF made of its text, the text alone."""
    own = publication.form_of(bytes(row.data))
    return tuple(dict.fromkeys((own, ".pdf", ".txt")))


def stem(release: Release) -> str:
    """The file name without its kind: what a person added to the masks is hidden in it too."""
    row = release.choice.original
    return publication.file_stem(row.safe_name, marks_of(release.choice.marks), row.text)


def released_file(release: Release, form: str, fonts: Cabinet | None = None) -> bytes:
    """The released version in one of ``forms``; the text is the one that was approved, byte by byte.

    ``Fault`` documents.E065 where the file is read otherwise today than when it was reviewed; those of
    ``publication.copy`` where a form cannot be made.
    """
    if form == ".txt":
        return release.text.encode()
    row = release.choice.original
    data = bytes(row.data)
    if publication.original_text(data, row.file_name) != row.text:
        wrong = "文件读出的文字与审核时不一致（读取规则已更新）"
        raise Fault("documents.E065", wrong, "请重新上传并审核，或者只公开文本")
    return publication.copy(data, row.file_name, marks_of(release.choice.marks), form, stem(release), fonts)
