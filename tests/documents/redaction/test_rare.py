"""Names in characters outside the usual block are names: no registry of households leaves them out."""

import pytest

from fazhi.documents.redaction.redact import redact


@pytest.mark.parametrize(
    ("written", "published"),
    [
        ("申请人王𠮷，男，汉族。王𠮷不服。", "申请人王某，男，汉族。王某不服。"),
        ("当事人李㐂子，女，汉族。", "当事人李某，女，汉族。"),
        ("申请人䶮小明，男，汉族。䶮小明不服。", "申请人䶮某，男，汉族。䶮某不服。"),
        ("姓名：𠮷小明", "姓名：𠮷某"),
    ],
)
def test_rare_characters_are_hidden_in_their_places(written: str, published: str) -> None:
    found = redact(written)
    assert found.text == published
    assert all(written[span.start] == span.masked[0] for span in found.spans)
