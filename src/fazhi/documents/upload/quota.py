"""So much may one sender hand in a day: nobody fills the disk of an office alone (ASVS 12.1.3).

Counted in a small file of its own beside the installation's database, for all its processes together; who
sent is there under a keyed digest, for the day alone.
"""

import hmac
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from datetime import date
from hashlib import sha256

from django.conf import settings

from fazhi.documents.upload.size import MB
from fazhi.fault import Fault

MOST = 2_000
"""Files of one sender in a day; the installation sets the bytes (FAZHI_UPLOAD_DAY_MB)."""
PATIENCE = 2.0
TABLE = """CREATE TABLE IF NOT EXISTS handed_in
    (day TEXT, who TEXT, files INTEGER, bytes INTEGER, PRIMARY KEY (day, who)) WITHOUT ROWID"""
ADD = """INSERT INTO handed_in VALUES (?, ?, ?, ?) ON CONFLICT (day, who)
    DO UPDATE SET files = files + excluded.files, bytes = bytes + excluded.bytes RETURNING files, bytes"""


def demand(who: str, sizes: Sequence[int], day: date) -> None:
    """Count files of these bytes; ``Fault`` documents.E058 from the one on that is beyond the day."""
    files, total = _added(_hidden(who), len(sizes), sum(sizes), day)
    most = int(settings.CONFIG.upload_day_mb)
    if files > MOST or total > most * MB:
        wrong = f"今天提交的文件超过 {MOST} 个或者合计 {most} MB，这次没有办理"
        raise Fault("documents.E058", wrong, "请明天再提交；确有需要的，请联系系统管理员")


def _added(who: str, files: int, total: int, day: date) -> tuple[int, int]:
    """What the sender handed in today, this included; a file that cannot be counted is not refused for it."""
    try:
        path = settings.HOME / "quota.sqlite3"
        path.touch(0o600)
        with closing(sqlite3.connect(path, timeout=PATIENCE)) as held, held:
            held.execute(TABLE)
            held.execute("DELETE FROM handed_in WHERE day < ?", (day.isoformat(),))
            row = held.execute(ADD, (day.isoformat(), who, files, total)).fetchone()
    except (sqlite3.Error, OSError):
        return 0, 0
    return int(row[0]), int(row[1])


def _hidden(who: str) -> str:
    return hmac.new(settings.SECRET_KEY.encode(), who.encode(), sha256).hexdigest()
