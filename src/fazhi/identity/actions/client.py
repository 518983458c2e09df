"""Which systems of the district may have officials log in here: registered and revoked by an operator."""

from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlsplit

from allauth.idp.oidc.adapter import get_adapter
from allauth.idp.oidc.models import Client
from django.db import transaction

from fazhi.config import HERE
from fazhi.fault import Fault
from fazhi.identity.actions.record import record_by_operator
from fazhi.identity.adapter.provider import SCOPES
from fazhi.identity.models import Event

LONGEST = 100


@dataclass(frozen=True)
class Registered:
    """A system with the secret to hand to it, which is kept nowhere."""

    client: Client
    secret: str


@dataclass(frozen=True, kw_only=True)
class Register:
    """A system by name; people are sent back to one of exactly these addresses, and to no other."""

    name: str
    back: tuple[str, ...]
    scopes: tuple[str, ...] = ("openid", "profile", "offices")

    @transaction.atomic
    def perform(self, at: datetime) -> Registered:
        """Give the system and its secret; ``Fault`` identity.E030–E032 for what cannot be."""
        self._check()
        secret = get_adapter().generate_client_secret()
        client = Client(name=self.name.strip(), type=Client.Type.CONFIDENTIAL, created_at=at)
        client.set_secret(secret)
        client.set_redirect_uris(list(self.back))
        client.set_scopes(list(self.scopes))
        client.set_default_scopes(["openid"])
        client.save(force_insert=True)
        record_by_operator(Event.Kind.CLIENT, None, at, f"登记{client.name}（{client.pk}）")
        return Registered(client, secret)

    def _check(self) -> None:
        if not self.name.strip() or len(self.name) > LONGEST or "\0" in self.name:
            raise Fault("identity.E030", f"系统名称为空、超过{LONGEST}字或者含有无效字符", "请改写名称")
        for one in self.back or ("",):
            _check_address(one)
        if not {"openid"} <= set(self.scopes) <= SCOPES.keys():
            wrong = f"范围“{'、'.join(self.scopes)}”不含 openid，或者有本系统不提供的"
            raise Fault("identity.E032", wrong, f"请从 {'、'.join(SCOPES)} 中选择，openid 必选")


def _check_address(address: str) -> None:
    url = urlsplit(address)
    sealed = url.scheme == "https" or (url.scheme == "http" and url.hostname in HERE)
    if not (sealed and url.hostname) or url.fragment or "*" in address or address.split() != [address]:
        wrong = f"返回地址“{address}”不能用"
        raise Fault("identity.E031", wrong, "请写完整的 https:// 地址，不带 # 和通配符")


@transaction.atomic
def revoke(pk: str, at: datetime) -> str:
    """End a system's access at once, with all that was given out to it; gives its name."""
    client = Client.objects.filter(pk=pk).first()
    if client is None:
        raise Fault("identity.E033", f"没有编号为“{pk}”的系统", "请用 fazhi office client list 核对")
    client.delete()
    record_by_operator(Event.Kind.CLIENT, None, at, f"停用{client.name}（{pk}）")
    return str(client.name)
