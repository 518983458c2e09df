"""Giving out a token and taking it back: everybody for themselves, within the posts they hold."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from fazhi.api import secret
from fazhi.api.models import ApiToken
from fazhi.api.scope import Scope
from fazhi.fault import Fault
from fazhi.office.actor import Actor
from fazhi.office.right import Right

LONGEST = 366
"""Days that a token may live: the house's own rule."""
LABEL = 60
MOST = 50
"""Tokens that a person may have open at once."""


@dataclass(frozen=True)
class Made:
    """A token with its text, which is shown this once."""

    row: ApiToken
    text: str


@dataclass(frozen=True, kw_only=True)
class Make:
    """A token for the actor in one of the actor's organs; ``days`` is how long it lives."""

    organ: int
    label: str
    scopes: tuple[str, ...]
    days: int

    def perform(self, actor: Actor, at: datetime) -> Made:
        """Give the token; only its digest is stored."""
        self._check(actor, at)
        text = secret.new()
        row = ApiToken.objects.create(
            person_id=actor.identity,
            organ_id=self.organ,
            label=self.label.strip(),
            scopes=[scope.value for scope in Scope if scope.value in self.scopes],
            start=text[: secret.START],
            digest=secret.digest(text),
            made_at=at,
            expires_at=at + timedelta(days=self.days),
        )
        return Made(row, text)

    def _check(self, actor: Actor, at: datetime) -> None:
        actor.demand(Right.READ)
        if self.organ not in actor.organs():
            raise Fault("office.E001", "您在这一单位没有任职", "请选择您任职的单位")
        if not self.label.strip() or len(self.label) > LABEL or "\0" in self.label:
            raise Fault("api.E001", f"没有写明用途，或者用途超过{LABEL}字", "请写明哪个系统用它做什么")
        if not self.scopes or set(self.scopes) - set(Scope.values):
            raise Fault("api.E002", "没有选择权限，或者权限不存在", f"请从{'、'.join(Scope.labels)}中选择")
        if not 1 <= self.days <= LONGEST:
            raise Fault("api.E003", f"有效期应为1到{LONGEST}天", "请选择有效期；到期后重新生成")
        if _open(actor, at) >= MOST:
            raise Fault("api.E004", f"您已有{MOST}个有效令牌", "请先停用不再使用的令牌")


def _open(actor: Actor, at: datetime) -> int:
    mine = ApiToken.objects.filter(person_id=actor.identity, revoked_at=None)
    return mine.filter(expires_at__gt=at).count()


def revoke(actor: Actor, pk: int, at: datetime) -> ApiToken:
    """Stop one of the actor's own tokens at once; a second time changes nothing."""
    row = ApiToken.objects.filter(pk=pk, person_id=actor.identity).first()
    if row is None:
        raise Fault("api.E404", "没有这个令牌", "请在您自己的令牌中选择")
    if row.revoked_at is None:
        row.revoked_at = at
        row.save(update_fields=["revoked_at"])
    return row
