"""Take a list file in for its report; nothing of it is in the register before it is kept."""

from datetime import datetime
from pathlib import PurePath

from django.utils import timezone

from fazhi.office.actor import Actor
from fazhi.office.right import Right
from fazhi.registers.files.table import rows
from fazhi.registers.models import Register, Upload
from fazhi.registers.standing import form_of


def upload(actor: Actor, register: Register, name: str, data: bytes, at: datetime) -> Upload:
    """The file waiting for a decision; a ``Fault`` where it cannot be read, and then nothing is kept."""
    actor.demand(Right.KEEP_REGISTER, register.organ_id)
    rows(form_of(register, timezone.localdate(at)), name, data)
    return Upload.objects.create(
        register=register,
        file_name=PurePath(name.replace("\\", "/")).name[-255:],
        content=data,
        uploaded_at=at,
        uploaded_by_id=actor.identity,
    )


def discard(actor: Actor, waiting: Upload) -> None:
    """Throw a file away; nothing of it was kept."""
    actor.demand(Right.KEEP_REGISTER, waiting.register.organ_id)
    waiting.delete()
