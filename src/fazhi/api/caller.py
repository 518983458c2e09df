"""Who stands behind a token: its person with today's posts in its organ, cut down to its scopes."""

from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone

from fazhi.api import secret
from fazhi.api.models import ApiToken
from fazhi.api.scope import Scope, rights
from fazhi.fault import Fault
from fazhi.office.actor import Actor, actor_of
from fazhi.office.right import Right

UNKNOWN = Fault("api.E401", "没有令牌，或者令牌无效、已停用、已到期", "请在工作台“接口令牌”中生成令牌")


@dataclass(frozen=True)
class Caller(Actor):
    """A person as a token lets them act."""

    scopes: frozenset[str] = frozenset()

    def may(self, right: Right, organ_id: int | None = None) -> bool:
        return right in rights(self.scopes) and super().may(right, organ_id)

    def demand_scope(self, scope: Scope) -> None:
        """Refuse a token that does not open this part."""
        if scope.value not in self.scopes:
            wrong = f"令牌没有“{scope.label}”（{scope.value}）的权限"
            raise Fault("api.E403", wrong, "请在工作台生成有这一权限的令牌")


def behind(text: str, at: datetime) -> tuple[ApiToken, Caller]:
    """The token with its caller; ``Fault`` api.E401 where it opens nothing or its person left the organ."""
    row = ApiToken.objects.select_related("person__user").filter(digest=secret.digest(text)).first()
    if row is None or not row.opens(at) or not row.person.user.is_active:
        raise UNKNOWN
    actor = actor_of(row.person.user, timezone.localdate(at))
    posts = frozenset(post for post in actor.posts if post[0] == row.organ_id)
    if not posts:
        raise UNKNOWN
    return row, Caller(actor.person_id, actor.name, posts, scopes=frozenset(row.scopes))
