"""Which organs a document means by the names it writes."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from fazhi.office.models import Alias, Group, Organ
from fazhi.office.models.organ import GroupAlias


@dataclass(frozen=True)
class Resolved:
    """What a written name stands for: one organ, or a group with its members on the day."""

    written: str
    organs: tuple[Organ, ...]
    group: Group | None = None

    @property
    def found(self) -> bool:
        return bool(self.organs)


Named = Mapping[str, tuple[Organ, ...]]
NOTHING: Named = {}
BETWEEN = re.compile("[、,;]|和|及|与")


def plain(name: str) -> str:
    """A name without the differences of width and white space that documents vary.

    >>> plain("区委（区政府） 督查室")
    '区委(区政府)督查室'
    """
    return "".join(unicodedata.normalize("NFKC", name).split())


class Directory:
    """The organs and groups of the district on a day, to resolve many names with few queries."""

    def __init__(self, day: date) -> None:
        self.day = day

    @cached_property
    def _organs(self) -> dict[str, Organ]:
        organs = {alias.text: alias.organ for alias in Alias.objects.select_related("organ")}
        organs |= {name: organ for organ in Organ.objects.all() for name in (organ.full_name, organ.name)}
        return {plain(name): organ for name, organ in organs.items()}

    @cached_property
    def _groups(self) -> dict[str, Group]:
        groups = {alias.text: alias.group for alias in GroupAlias.objects.select_related("group")}
        groups |= {group.name: group for group in Group.objects.all()}
        return {plain(name): group for name, group in groups.items()}

    @cached_property
    def _members(self) -> dict[int, tuple[Organ, ...]]:
        return {group.pk: tuple(group.members(self.day)) for group in Group.objects.all()}

    def resolve(self, written: str) -> Resolved:
        """The organs a name stands for; none where the directory does not know it (it is never guessed)."""
        name = plain(written)
        if organ := self._organs.get(name):
            return Resolved(written, (organ,))
        if group := self._groups.get(name):
            return Resolved(written, self._members[group.pk], group)
        return Resolved(written, ())

    def resolve_list(self, written: str, named: Named = NOTHING) -> tuple[Organ, ...]:
        """The organs of a subject such as 区政府各部门、各街道.

        None where a name in it is unknown, or means only the organs concerned (区政府有关部门): which ones,
        a person says, and ``named`` has what they said, by plain name.
        """
        whole = self._named(written, named)
        parts = [whole] if whole.found else [self._named(n, named) for n in BETWEEN.split(plain(written))]
        if not all(part.found and not (part.group and part.group.narrow) for part in parts):
            return ()
        return tuple(dict.fromkeys(organ for part in parts for organ in part.organs))

    def _named(self, written: str, named: Named) -> Resolved:
        organs = named.get(plain(written))
        return Resolved(written, organs) if organs else self.resolve(written)
