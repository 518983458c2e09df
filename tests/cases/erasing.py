"""An erasure as it is ordered: one coordinator proposes it, another decides."""

from datetime import datetime

from fazhi.cases.actions import ProposeErasure, RuleErasure
from fazhi.cases.models import Case, ErasureRuling
from tests.cases.conftest import person


def erase(case: Case, subject: str, when: datetime) -> ErasureRuling:
    """Somebody's personal data of a case, gone at a moment."""
    asked = {"ground": "《个人信息保护法》第四十七条", "reason": "演示：当事人依法请求删除"}
    proposed = ProposeErasure(case=case, subject=subject, **asked).perform(person("second"), when)
    return RuleErasure(erasure=proposed, approved=True, reason="演示：同意").perform(
        person("coordinator"), when
    )
