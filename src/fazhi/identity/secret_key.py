"""A new ``secret.key`` in place of one that is old or was seen; what was made with the old one stays good.

Sessions go on, and second factors and contacts of the public are opened with either, until ``fazhi office
secret reseal`` has brought them under the new one and the old file is destroyed.
"""

import secrets
from pathlib import Path

from django.conf import settings

from fazhi.config import EARLIER, SECRET
from fazhi.fault import Fault
from fazhi.office import keyfile

LENGTH = 50


def renew() -> Path:
    """Put a new key in its place, the old one beside the other keys; gives the old one's file.

    Running services know the new one once they are started again. ``Fault`` identity.E019 where a manager of
    secrets hands the key over: it is changed there.
    """
    handed = settings.CONFIG.secrets
    if handed and (handed / SECRET).is_file():
        remedy = "请在密钥库中换用新的 secret.key，把原来的另存为 secret-0001.key，再重新启动服务"
        raise Fault("identity.E019", f"{SECRET} 由密钥库提供，不能在这里更换", remedy)
    path = settings.HOME / SECRET
    old = keyfile.folder() / EARLIER.replace("*", f"{_following():04d}")
    keyfile.keep(old, path.read_bytes())
    keyfile.replace(path, secrets.token_urlsafe(LENGTH).encode())
    return old


def _following() -> int:
    numbers = [int(path.stem.partition("-")[2]) for path in keyfile.held(EARLIER)]
    return max(numbers, default=0) + 1
