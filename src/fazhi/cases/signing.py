"""The keys that sign checkpoints: private halves as files of the installation, public ones by period."""

import secrets
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

from fazhi.fault import Fault
from fazhi.ledger import key, keyring, sm2
from fazhi.ledger.ed25519 import Ed25519Signer
from fazhi.ledger.key import Signer, Verifier
from fazhi.ledger.keyring import Keyring, Period
from fazhi.ledger.sm2 import Sm2Signer
from fazhi.office import keyfile
from fazhi.packs import DISTRICT
from fazhi.packs.pack import chain

RING = "keyring.txt"
KINDS: Mapping[str, Callable[[str, bytes], Signer]] = {".ed25519": Ed25519Signer, ".sm2": Sm2Signer}


def ring() -> Keyring:
    """All keys that ever signed, with the days of their use, as they are published."""
    path = keyfile.folder() / RING
    return keyring.read(path.read_text("utf-8")) if path.exists() else Keyring()


def new(day: date, name: str = "", *, national: bool = False) -> Period:
    """A new key in use from a day on, Ed25519 or (``national``) SM2.

    All keys of a ledger bear one name; ``Fault`` cases.E061 for another, ledger.E046 where the machine has no
    SM2.
    """
    held = ring()
    signer = _made(_name(held, name), national=national)
    period = Period(signer.verifier, day.isoformat())
    suffix = ".sm2" if national else ".ed25519"
    secret = signer.der if isinstance(signer, Sm2Signer) else signer.seed
    keyfile.keep(keyfile.folder() / f"{number(signer.verifier)}{suffix}", secret)
    _publish(Keyring((*held.periods, period)))
    return period


def _made(name: str, *, national: bool) -> Ed25519Signer | Sm2Signer:
    if national:
        return Sm2Signer(name, sm2.private_der(secrets.randbelow(sm2.ORDER - 2) + 1))
    return Ed25519Signer(name, secrets.token_bytes(32))


def _name(held: Keyring, wanted: str) -> str:
    if not held.periods:
        return wanted or f"{chain(DISTRICT)[-1].title}台账"
    name = held.periods[0].verifier.name
    if wanted not in ("", name):
        raise Fault("cases.E061", f"本台账的密钥名称是“{name}”，不能另起名称", "请省略名称")
    return name


def retire(number_: str, last: date) -> Period:
    """Give a key its last day; what it signed until then goes on being proven with it."""
    held = ring()
    found = next((one for one in held.periods if number(one.verifier) == number_), None)
    if found is None:
        raise Fault("cases.E062", f"没有编号为“{number_}”的签名密钥", "请运行 fazhi ledger key list 查看编号")
    if found.until or last.isoformat() < found.since:
        wrong = f"已于 {found.until} 停用" if found.until else f"自 {found.since} 起才启用"
        raise Fault("cases.E063", f"密钥 {number_} {wrong}", "请核对编号和日期")
    retired = replace(found, until=last.isoformat())
    _publish(Keyring(tuple(retired if one == found else one for one in held.periods)))
    return retired


def signers(day: date) -> tuple[Signer, ...]:
    """The keys that sign on a day and that this machine can use; ``Fault`` cases.E060 where there is none."""
    found = tuple(_in_use(day.isoformat()))
    if not found:
        remedy = "请运行 fazhi ledger key new 建立密钥，并核对密钥文件夹"
        raise Fault("cases.E060", f"{day} 没有可用的签名密钥", remedy)
    return found


def _in_use(day: str) -> Iterator[Signer]:
    for period in ring().periods:
        path = private(period.verifier)
        if path and period.covers(day) and period.verifier.usable:
            yield KINDS[path.suffix](period.verifier.name, path.read_bytes())


def private(verifier: Verifier) -> Path | None:
    """The file of a key's private half, none where it is not (or no longer) here."""
    paths = (path for suffix in KINDS for path in keyfile.held(f"{number(verifier)}{suffix}"))
    return next(paths, None)


def number(verifier: Verifier) -> str:
    """A key's number, as signatures name it."""
    return key.key_id(verifier).hex()


def _publish(held: Keyring) -> None:
    keyfile.replace(keyfile.folder() / RING, str(held).encode())
