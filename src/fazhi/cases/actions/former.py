"""Cases known by what they were called elsewhere: who brings the same file in twice has each case once."""

from collections.abc import Iterable, Iterator

from fazhi.cases.history import History
from fazhi.cases.models import Act
from fazhi.fault import Fault

PREFIX = "import:"
"""Before such a name in the key of a case's first act, so that no request of today bears it by chance."""
BATCH = 5_000


def refusals(histories: Iterable[History]) -> Iterator[Fault | None]:
    """For each history why it is one too many, if it is: on file already, or a few lines before."""
    held = tuple(histories)
    seen = on_file(held)
    for one in held:
        yield doubled(one.key, seen[one.key]) if one.key in seen else None
        if one.key:
            seen.setdefault(one.key, one.place or "同一次导入的另一件")


def on_file(histories: Iterable[History]) -> dict[str, str]:
    """The numbers of cases on file, by what histories with these keys were called elsewhere."""
    wanted = [named(one) for one in histories if one.key]
    found: dict[str, str] = {}
    for first in range(0, len(wanted), BATCH):
        rows = Act.objects.filter(key__in=wanted[first : first + BATCH]).select_related("case")
        found |= {str(act.key).removeprefix(PREFIX): act.case.number for act in rows}
    return found


def named(history: History) -> str | None:
    """The key that the first act of a case that is brought in keeps."""
    return f"{PREFIX}{history.key}" if history.key else None


def doubled(key: str, where: str) -> Fault:
    """The refusal of a case that is there already."""
    wrong = f"编号“{key}”的案件已经有了：{where}"
    return Fault("cases.E077", wrong, "同一案件只导入一次，请删去该行或者更正编号")
