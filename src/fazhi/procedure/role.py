"""In which capacity somebody acts, and what the law asks of them for it."""

from dataclasses import dataclass
from enum import StrEnum

from fazhi.law.rule import Basis


class RoleKind(StrEnum):
    """An official acts for the organ; a party and another body decide for themselves whether they act."""

    OFFICIAL = "official"
    PARTY = "party"
    BODY = "body"


@dataclass(frozen=True)
class Role:
    """Post, qualification and number of people, and the roles whose actors must not be among them.

    ``recorded_by`` names the roles that may put a party's act on record for it, as a counter clerk does.
    """

    id: str
    title: str
    kind: RoleKind
    basis: Basis
    post: str = ""
    """The post that holds the role; the role's title where empty."""
    qualification: str = ""
    persons: int = 1
    differs_from: tuple[str, ...] = ()
    recorded_by: tuple[str, ...] = ()

    @property
    def holder(self) -> str:
        """The post whose holders act in this role."""
        return self.post or self.title
