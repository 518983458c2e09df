"""Which kinds of registers there are, who keeps one, and which edition is in force."""

from typing import Any

from fazhi.cli.option import AsJson
from fazhi.cli.output import show_json
from fazhi.cli.register.naming import started


def list_(as_json: AsJson = False) -> None:
    """列出清单种类、编制单位和现行版本。"""
    started()
    from django.utils import timezone

    from fazhi.registers.kinds import kinds

    found = [_kind(kind) for kind in kinds(timezone.localdate())]
    show_json(found) if as_json else _print(found)


def _kind(kind: Any) -> dict[str, Any]:
    from fazhi.registers.models import Register
    from fazhi.registers.standing import in_force, latest

    rows = []
    for row in Register.objects.filter(kind=kind.id):
        current, newest = in_force(row), latest(row)
        rows.append(
            {
                "keeper": row.holder,
                "superior": row.superior,
                "demo": row.demo,
                "in_force": current.number if current else None,
                "entries": current.entries.count() if current else 0,
                "latest": newest.number if newest else None,
            }
        )
    return {"kind": kind.id, "title": kind.title, "published": kind.published, "registers": rows}


def _print(found: list[dict[str, Any]]) -> None:
    for kind in found:
        print(f"{kind['kind']}　{kind['title']}")
        for row in kind["registers"]:
            told = f"第{row['in_force']}版，{row['entries']}项" if row["in_force"] else "尚未公布"
            print(f"  {row['keeper']}　{told}")
