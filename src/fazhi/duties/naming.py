"""The units of a reading as organs of the district: by the directory, or as a coordinator decided."""

from collections.abc import Mapping
from functools import cached_property

from fazhi.duties.owing import Share
from fazhi.fault import Fault
from fazhi.office.models import Organ
from fazhi.office.resolution import Directory, Resolved, plain
from fazhi.outline.reading import Measure, Part, Reading

Codes = Mapping[str, tuple[str, ...]]
WEIGHT = {Part.LEAD: 0, Part.RESPONSIBLE: 1, Part.COOPERATING: 2}


class Naming:
    """Written names resolved on a day, with what was decided for single names.

    ``settled`` gives organ codes by written name; no code where the name is no organ of the district.
    ``meant`` gives those of general names in the measure at hand.
    """

    def __init__(self, directory: Directory, settled: Codes, meant: Codes | None = None) -> None:
        self.directory = directory
        self.settled = {plain(name): codes for name, codes in settled.items()}
        self.meant = {plain(name): codes for name, codes in (meant or {}).items() if codes}

    def within(self, meant: Codes) -> "Naming":
        """The names in a measure for which it was decided what general ones mean."""
        return Naming(self.directory, self.settled, meant) if meant else self

    def resolve(self, written: str) -> Resolved:
        """The organs of a name: a decision goes before the directory."""
        codes = self.meant.get(plain(written), self.settled.get(plain(written)))
        if codes is None:
            return self.directory.resolve(written)
        return Resolved(written, tuple(self._organ(code) for code in codes))

    def subject(self, written: str) -> tuple[Organ, ...]:
        """The organs of a duty's own subject; none where a name in it is not known."""
        named = {name: tuple(map(self._organ, codes)) for name, codes in self.meant.items()}
        return self.directory.resolve_list(written, named)

    def unresolved(self, reading: Reading) -> tuple[str, ...]:
        """Names of units that neither the directory nor a decision knows, in the document's order."""
        names = dict.fromkeys(unit.name for measure in reading.measures for unit in measure.units)
        return tuple(n for n in names if plain(n) not in self.settled and not self.directory.resolve(n).found)

    def demand(self, reading: Reading) -> None:
        """Refuse with a ``Fault`` that lists the names still to be decided."""
        if names := self.unresolved(reading):
            raise Fault(
                "duties.E005",
                f"尚有单位没有认定：{'、'.join(names[:20])}",
                "请逐一选择对应机构，或标明不分派",
            )

    def shares(self, measure: Measure) -> tuple[Share, ...]:
        """Each organ once with its weightiest part, a name of its own going before a group word."""
        named = [(unit, self.resolve(unit.name)) for unit in measure.units]
        ranked = sorted(named, key=lambda pair: (WEIGHT[pair[0].part], pair[1].group is not None))
        shares: dict[int, Share] = {}
        for unit, resolved in ranked:
            for organ in resolved.organs:
                shares.setdefault(organ.pk, Share(organ, unit.part.value, unit.name))
        return tuple(shares.values())

    @cached_property
    def _organs(self) -> dict[str, Organ]:
        return {organ.code: organ for organ in Organ.objects.all()}

    def _organ(self, code: str) -> Organ:
        if code not in self._organs:
            raise Fault("duties.E009", f"机构代码“{code}”不存在", "请从机构目录中选择")
        return self._organs[code]
