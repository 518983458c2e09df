"""Which office and which period a command asks about."""

from typing import TYPE_CHECKING, Annotated

import typer

from fazhi.fault import Fault

if TYPE_CHECKING:
    from fazhi.indicators.period import Period
    from fazhi.office.models import Organ

Office = Annotated[str, typer.Option("--office", help="单位的代码或者名称，默认全区")]
Span = Annotated[str, typer.Option("--period", help="2025、2025H1、2025Q1 或者 2025-03，默认本年")]


def organ_of(name: str) -> "Organ | None":
    """An office by code or name, none for the whole district; ``Fault`` indicators.E020 for no office."""
    from django.db.models import Q

    from fazhi.office.models import Organ

    if not name:
        return None
    if found := Organ.objects.filter(Q(code=name) | Q(name=name)).first():
        return found
    raise Fault("indicators.E020", f"没有单位“{name}”", "请用单位的代码或者名称；不写则为全区")


def period_of(code: str) -> "Period":
    """The period of a code, by default this year."""
    from django.utils import timezone

    from fazhi.indicators.period import containing, read

    return read(code) if code else containing(timezone.localdate())
