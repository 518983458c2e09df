"""A whole file to take away (数据包): papers, index, chain and receipts, with digests to check them by.

Whoever receives it needs nothing of this platform: ``sha256sum -c SHA256SUMS`` checks all files, and
docs/verify_receipt.py a receipt against the published key. Each line of ``ledger.jsonl`` names the digests of
its act's papers.
"""

import io
import json
import zipfile
from collections.abc import Iterator
from hashlib import sha256
from pathlib import PurePath

from fazhi.cases import receipts, store
from fazhi.cases.models import Act
from fazhi.chapters.decisions.archive import export, sheets
from fazhi.chapters.decisions.archive.standing import Standing

SUMS = "SHA256SUMS"
EPOCH = (1980, 1, 1, 0, 0, 0)
README = """卷宗数据包

papers/        卷内材料，文件名前为目录序号
index.csv      卷内目录
index.json     归档时固定的目录内容（规范 JSON，RFC 8785）；它的 SHA-256 就是页面上的目录摘要
ledger.jsonl   本案全部行为，按存证的写法；每一行为写明所附材料的摘要
receipts/      已进入存证点的行为的回执
SHA256SUMS     以上各文件的摘要

核对：在本目录运行 sha256sum -c SHA256SUMS；
回执用公布的公钥核对（verify_receipt.py，或者本平台的“核对回执”页面）。
"""


def bundle(now: Standing) -> bytes:
    """The ZIP file; the same file and checkpoints give the same bytes."""
    parts = dict(_parts(now))
    sums = "".join(f"{sha256(data).hexdigest()}  {name}\n" for name, data in sorted(parts.items()))
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in (*sorted(parts.items()), (SUMS, sums.encode())):
            archive.writestr(_entry(name), data)
    return file.getvalue()


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, EPOCH)
    entry.compress_type, entry.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
    return entry


def _parts(now: Standing) -> Iterator[tuple[str, bytes]]:
    acts = now.file.acts
    yield "README.txt", README.encode()
    yield "index.csv", export.csv(now.index)
    yield "index.json", now.index.content
    yield "ledger.jsonl", b"".join(store.line(act, act.case.number).line() for act in acts)
    yield from _papers(now)
    for act in Act.objects.filter(pk__in=receipts.proven(Act.objects.filter(pk__in=[a.pk for a in acts]))):
        text = json.dumps(receipts.of(act).as_dict(), ensure_ascii=False, indent=1) + "\n"
        yield f"receipts/{act.case.number}-{act.sequence:03}.json", text.encode()


def _papers(now: Standing) -> Iterator[tuple[str, bytes]]:
    for number, item in enumerate(now.index.items, 1):
        found = sheets.content(item.sheet.place, now.file.acts) if item.sheet else None
        if found:
            yield f"papers/{number:03}-{PurePath(found[0]).name}", found[1]
