"""The state of an installation, item by item: what is right, what should be better, what must be mended."""

import os
import shlex
import shutil
import stat
from collections.abc import Iterator
from pathlib import Path

from fazhi import config, credential
from fazhi.cli import database_role, framework, keeping, peppered, record, schema, sending
from fazhi.cli.finding import Finding, Level
from fazhi.fault import Fault


def inspect(*, whole: bool = False) -> list[Finding]:
    """All findings; only the first where the settings are so wrong that nothing else can be asked."""
    try:
        given = config.read()
        framework.start()
    except Fault as fault:
        return [Finding("check.C01", Level.FAIL, fault.wrong, fault.remedy)]
    database = _database()
    return [
        _exposure(given),
        *_lines(given),
        *_framework(),
        database,
        *(_stored(whole=whole) if database.level is Level.OK else ()),
        _digest(),
        _secret(given),
        keeping.inspect(given),
        keeping.disk(given.home),
        _private(given.home),
        _static(),
        _fonts(given.fonts),
        _scan(given.scan),
        *sending.inspect(given),
    ]


def _exposure(given: config.Config) -> Finding:
    beyond = set(given.hosts) - {"127.0.0.1", "localhost", "[::1]"}
    if given.debug and beyond:
        return Finding("check.C01", Level.FAIL, "对外服务时开启了调试", "请去掉 FAZHI_DEBUG")
    if beyond and not given.secure:
        return Finding(
            "check.C01", Level.WARN, "对外服务但未声明 HTTPS", "经 HTTPS 发布后设 FAZHI_SECURE=true"
        )
    return Finding("check.C01", Level.OK, f"设置有效，响应主机 {'、'.join(given.hosts)}")


def _lines(given: config.Config) -> Iterator[Finding]:
    """What goes out in clear because the operator said so stays in sight."""
    titles = {"database": "数据库", "mail": "邮件"}
    if lines := "、".join(titles[line] for line in sorted(given.plain)):
        wrong = f"FAZHI_PLAIN 准许{lines}线路不加密"
        yield Finding("check.C14", Level.WARN, wrong, "请确认线路另有保护，或者改用 TLS 后去掉该设置")


def _stored(*, whole: bool) -> Iterator[Finding]:
    yield from database_role.inspect()
    yield from peppered.inspect()
    yield from record.inspect(whole=whole)


def _framework() -> Iterator[Finding]:
    from django.core import checks

    for message in checks.run_checks():
        level = Level.FAIL if message.is_serious() else Level.WARN
        yield Finding("check.C02", level, f"{message.id} {message.msg}", message.hint or "")


def _database() -> Finding:
    from django.db import DatabaseError, connection

    try:
        missing = schema.pending()
    except DatabaseError as error:
        return Finding(
            "check.C03", Level.FAIL, f"数据库连接失败：{error}", "请检查 FAZHI_DATABASE 与数据库服务"
        )
    if missing:
        return Finding("check.C03", Level.FAIL, f"数据库缺少 {len(missing)} 项迁移", "请运行 fazhi migrate")
    return Finding("check.C03", Level.OK, f"数据库（{connection.display_name}）可用且表结构最新")


def _digest() -> Finding:
    """Without the algorithm that the packs demand no case can be opened."""
    from fazhi.cases import lawbook
    from fazhi.ledger import digest

    wanted = lawbook.algorithm()
    if wanted in digest.available():
        return Finding("check.C12", Level.OK, f"新立案件的链以 {wanted.shown} 计算摘要")
    wrong = f"规则包要求以 {wanted.shown} 计算摘要，本机没有这一算法，不能立案"
    return Finding("check.C12", Level.FAIL, wrong, "请安装带 SM3 的 OpenSSL")


def _secret(given: config.Config) -> Finding:
    """Who can read the keys can forge any log-in, sign checkpoints and open what is sealed."""
    keys = [*keeping.own(given.home), *given.secret_files()]
    exposed = [str(path) for path in keys if credential.is_open(path)]
    if exposed:
        return Finding(
            "check.C04", Level.FAIL, "密钥文件可被他人读取", f"请运行 chmod 600 {' '.join(exposed)}"
        )
    return Finding("check.C04", Level.OK, "密钥文件只有所有者可读")


def _private(home: Path) -> Finding:
    """The SQLite file holds what people entrusted to the office: not for other accounts here."""
    file = home / "fazhi.sqlite3"
    open_to_others = [stat.S_IMODE(path.stat().st_mode) & 0o077 for path in (home, file) if path.exists()]
    if os.name == "posix" and all(open_to_others) and file.exists():
        return Finding("check.C16", Level.WARN, "数据库文件可被本机其他用户读取", f"请运行 chmod 700 {home}")
    return Finding("check.C16", Level.OK, "数据只有所有者可读")


def _static() -> Finding:
    from django.contrib.staticfiles import finders

    if finders.find("django_htmx/htmx-2.min.js"):
        return Finding("check.C05", Level.OK, "静态文件齐备")
    return Finding("check.C05", Level.FAIL, "找不到静态文件", "请重新安装本软件及其依赖")


def _fonts(folder: Path | None) -> Finding:
    """Pages use the visitor's fonts; papers are set with the server's own."""
    from fazhi.documents.press.font import cabinet

    held = cabinet(folder)
    if not held.chosen("body"):
        return Finding(
            "check.C06", Level.WARN, "本机没有中文字体，不能生成文书", "请安装 fonts-noto-cjk 或仿宋字体"
        )
    if missing := held.substitutes():
        wrong = f"本机有中文字体，但没有公文用的{'、'.join(missing)}"
        return Finding("check.C06", Level.WARN, wrong, "请安装这些字体，或者用 FAZHI_FONTS 指向字体目录")
    return Finding("check.C06", Level.OK, "公文字体齐备")


def _scan(command: str) -> Finding:
    """A scanner that is not there would refuse every upload; none at all is said, not hidden."""
    from fazhi.documents.upload.scan import NOT_SCANNED

    if not command:
        return Finding("check.C11", Level.WARN, NOT_SCANNED.wrong, NOT_SCANNED.remedy)
    if not shutil.which(shlex.split(command)[0]):
        return Finding("check.C11", Level.FAIL, f"找不到病毒扫描程序 {command}", "请改正 FAZHI_SCAN")
    return Finding("check.C11", Level.OK, "上传的文件经过病毒扫描")
