"""Whether the service's own database role could undo what keeps records from being changed (ASVS 1.2.4)."""

from collections.abc import Iterator

from fazhi.cli.finding import Finding, Level

CODE = "check.C15"
QUESTION = """
SELECT current_setting('is_superuser') = 'on',
       coalesce(bool_or(pg_has_role(current_user, relowner, 'MEMBER')), false),
       coalesce(bool_or(has_table_privilege(oid, 'TRUNCATE') OR has_table_privilege(oid, 'TRIGGER')), false),
       has_parameter_privilege('session_replication_role', 'SET')
FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace
"""
POWERS = ("是超级用户", "是数据表的所有者", "可以清空数据表或者另设触发器", "可以停用触发器")
REMEDY = "请按运维手册“PostgreSQL”一节分设建表、服务两个角色，本检查以服务角色运行"


def inspect() -> Iterator[Finding]:
    """One finding on PostgreSQL; of SQLite the file's owner may do everything, and there are no roles."""
    from django.db import connection

    if connection.vendor != "postgresql":
        return
    with connection.cursor() as cursor:
        cursor.execute(QUESTION)
        held = [power for power, has in zip(POWERS, cursor.fetchone(), strict=True) if has]
    if held:
        wrong = f"服务所用的数据库角色{'、'.join(held)}，能绕过“只增不改”的保护"
        yield Finding(CODE, Level.WARN, wrong, REMEDY)
    else:
        yield Finding(CODE, Level.OK, "服务所用的数据库角色不能绕过“只增不改”的保护")
