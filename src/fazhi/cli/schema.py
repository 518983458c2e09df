"""The database's tables, brought to what this version of the software expects."""

from fazhi.cli import framework
from fazhi.cli.option import AsJson
from fazhi.cli.output import show_json
from fazhi.cli.progress import waiting
from fazhi.fault import Fault


def migrate(as_json: AsJson = False) -> None:
    """建立或升级数据库表结构。"""
    framework.start()
    done = pending()
    bring_up_to_date()
    show_json({"applied": done}) if as_json else print(f"数据库已是最新（本次执行 {len(done)} 项迁移）")


def pending() -> list[str]:
    """Migrations that this version has and the database has not, as ``app.name``."""
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    return [f"{migration.app_label}.{migration.name}" for migration, _ in plan]


def bring_up_to_date() -> None:
    from django.core.management import call_command

    with waiting("正在建立或升级数据库表结构…"):
        call_command("migrate", verbosity=0, interactive=False)


def ready() -> None:
    """Load Django on a database in this version's shape; a new home gets its database here."""
    framework.start()
    if pending():
        bring_up_to_date()


def demand_current() -> None:
    """Refuse to work on a database that this version's tables are missing from."""
    if missing := pending():
        raise Fault("schema.E001", f"数据库缺少 {len(missing)} 项迁移", "请先运行 fazhi migrate")
