"""A clerk's program that opens cases and goes on with them until it is killed; prints what is done.

Started again it begins anew with the same keys, as a client does that does not know what arrived.
"""

import json
import sys
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from fazhi.cli.schema import ready

if TYPE_CHECKING:
    from fazhi.office.actor import Actor

NOW = datetime(2026, 7, 6, 10, tzinfo=ZoneInfo("Asia/Shanghai"))
DAY = date(2026, 7, 6)
FACTS = {"channel": "in-person", "submitted_on": DAY}


def clerk() -> "Actor":
    """The receiver of the small district, which is established at the first start."""
    from fazhi.office.actions.establish import establish
    from fazhi.office.actor import actor_of
    from fazhi.office.models import Person
    from fazhi.office.pack import OfficePack, load

    if not Person.objects.exists():
        establish(load(Path(__file__).parents[1] / "organs.yaml", OfficePack), date(2020, 1, 1))
    return actor_of(Person.objects.get(user__username="receiver").user, DAY)


def write(count: int) -> None:
    """Two acts in each of so many cases, with a party and a paper; a case's number once both are done."""
    from fazhi.cases.actions import Attachment, Identity, Open, Perform
    from fazhi.office.models import Organ

    actor, organ = clerk(), Organ.objects.get(code="justice")
    papers = (Attachment("申请书", "演示.txt", b"demo"),)
    applicant = Identity("applicant", {"name": "演示·申请人甲"})
    for n in range(count):
        case = Open(
            procedure="disclosure-on-request", organ=organ, act="submit", happened_on=DAY,
            facts={"channel": "in-person"}, parties=(applicant,), key=f"open-{n}",
        ).perform(actor, NOW)  # fmt: skip
        Perform(
            case=case, expected=1, act="receive", happened_on=DAY, facts=FACTS, papers=papers, key=f"go-{n}"
        ).perform(actor, NOW)
        print(case.number, flush=True)


def told() -> dict[str, object]:
    """What is on file, counted, and what of it does not hold."""
    from fazhi.cases import soundness
    from fazhi.cases.audit import audit
    from fazhi.cases.models import Act, Case, Engagement, Event, Paper, Party, Secret, Series, SubjectKey

    rows = soundness.sample(whole=True)
    looks = (soundness.projections, soundness.seals, soundness.papers)
    events = [(one.case_id, one.kind, one.data["sequence"]) for one in Event.objects.all()]
    sequences = Act.objects.order_by("case", "sequence").values_list("sequence", flat=True)
    return {
        "audit": vars(audit()),
        "wrong": [wrong for look in looks for wrong in look(rows).wrong],
        "series": Series.objects.get().last,
        "numbers": [row.number for row in Case.objects.order_by("pk")],
        "sequences": list(sequences),
        "events": [len(events), len(set(events))],
        "rows": {
            model.__name__: model.objects.count()
            for model in (Act, Engagement, Paper, Party, Secret, SubjectKey)
        },
    }


if __name__ == "__main__":
    ready()
    write(int(sys.argv[1]))
    print(json.dumps(told(), ensure_ascii=False))
