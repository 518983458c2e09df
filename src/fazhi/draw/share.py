"""A party's share of the seed: promised before anybody knows the others', opened afterwards."""

import re
from dataclasses import dataclass

from fazhi.draw import fields
from fazhi.fault import Fault
from fazhi.ledger import canonical, digest
from fazhi.ledger.canonical import Json
from fazhi.ledger.digest import Algorithm


@dataclass(frozen=True, slots=True)
class Commitment:
    """The digest that a party publishes before the draw."""

    party: str
    digest: str

    def as_dict(self) -> dict[str, Json]:
        """The commitment as it is published."""
        return {"commitment": self.digest, "party": self.party}


@dataclass(frozen=True, slots=True)
class Share:
    """32 secret bytes, in hexadecimal, that one party adds to the seed of one draw.

    The digest covers draw and party, so that nobody can repeat another's commitment as an own one and open
    it with the other's secret.

    >>> Share("2026-1", "司法局", "00" * 32).commitment(Algorithm.SHA256).digest[:15]
    'sha256:5f3cbcd4'
    """

    draw: str
    party: str
    secret: str

    def __post_init__(self) -> None:
        if not re.fullmatch("[0-9a-f]{64}", self.secret):
            wrong = f"{self.party} 的秘密不是 64 位十六进制小写数字"
            raise Fault("draw.E007", wrong, "请使用 fazhi draw share 生成的文件")

    def commitment(self, algorithm: Algorithm) -> Commitment:
        """What the party publishes before the draw."""
        raw = digest.hasher(algorithm)(canonical.encode(self.as_dict()))
        return Commitment(self.party, digest.write(algorithm, raw))

    def as_dict(self) -> dict[str, Json]:
        """The share as it is kept secret before, and published after the draw."""
        return {"draw": self.draw, "party": self.party, "secret": self.secret}


def from_dict(value: Json, place: str) -> Share:
    """The share that JSON gives."""
    row = fields.read(value, place, {"draw", "party", "secret"})
    return Share(row.text("draw"), row.text("party"), row.text("secret"))


def promise(value: Json, place: str) -> Commitment:
    """The commitment that JSON gives."""
    row = fields.read(value, place, {"party", "commitment"})
    digest.read(row.text("commitment"))
    return Commitment(row.text("party"), row.text("commitment"))
