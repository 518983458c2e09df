"""The acts and facts by which the procedure of a major decision knows its hearing."""

from fazhi.cases import lawbook
from fazhi.cases.models import Case

PROCEDURE = "major-decision"
ANNOUNCE, DELIVER, HOLD = "announce_hearing", "deliver_papers", "hold_hearing"
NOTICE, LIST, MINUTES = "听证会公告", "听证参加人名单", "听证会记录"


def basis(row: Case, act: str) -> str:
    """The article on which an act of the case rests."""
    return str(lawbook.edition(row.edition_id).act[act].basis)


def said_by(row: Case, fact: str) -> str:
    """The article on which a fact of the case rests."""
    return str(lawbook.edition(row.edition_id).fact[fact].basis)
