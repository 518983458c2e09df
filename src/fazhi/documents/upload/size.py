"""The one limit on the size of a file that is sent (FAZHI_UPLOAD_MB)."""

from django.conf import settings

from fazhi.fault import Fault

MB = 2**20


def largest() -> int:
    """Bytes of the largest file that any page or action takes."""
    return int(settings.CONFIG.upload_mb) * MB


def check_size(size: int, name: str = "") -> None:
    """Refuse a file by its size alone (documents.E050); a page calls it before it takes the content in."""
    if size > largest():
        shown = f"“{name}”" if name else ""
        raise Fault(
            "documents.E050", f"文件{shown}超过 {largest() // MB} MB", "请压缩、拆分或者去掉图片后上传"
        )
