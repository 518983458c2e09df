"""Check a receipt: python verify_receipt.py RECEIPT.json NAME+ID+KEY. Needs `cryptography`; 0 if it holds."""

import base64
import hashlib
import json
import sys
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey


def need(condition, otherwise):
    if not condition:
        raise ValueError(otherwise)


def canonical(value):  # RFC 8785, for the whole numbers and texts that the ledger admits
    if isinstance(value, dict):
        keys = sorted(value, key=lambda k: k.encode("utf-16-be"))
        return "{" + ",".join(f"{canonical(k)}:{canonical(value[k])}" for k in keys) + "}"
    if isinstance(value, list):
        return "[" + ",".join(map(canonical, value)) + "]"
    return json.dumps(value, ensure_ascii=False)


def root_of(entry, index, size, path, name):  # RFC 9162, section 2.1.3.2
    here, last, found = index, size - 1, hashlib.new(name, b"\0" + entry).digest()
    for sibling in path:
        need(last > 0, "the path is too long")
        left = here & 1 or here == last
        found = hashlib.new(name, b"\1" + (sibling + found if left else found + sibling)).digest()
        while left and here and not here & 1:
            here, last = here >> 1, last >> 1
        here, last = here >> 1, last >> 1
    return found if last == 0 else None


def check(receipt, public_key):
    signer, key_id, key = public_key.split("+", 2)
    text, _, notes = receipt["checkpoint"].partition("\n\n")
    lines = [n.split(" ") for n in notes.splitlines()]
    raw = {each: base64.b64decode(each) for each in (*receipt["path"], *(n[2] for n in lines))}
    need(all(base64.b64encode(raw[each]).decode() == each for each in raw), "the Base64 was touched")
    signed = {raw[n[2]][:4].hex(): raw[n[2]][4:] for n in lines if n[1] == signer}
    need(base64.b64decode(key)[:1] == b"\1" and key_id in signed, "not signed with this key of Ed25519")
    Ed25519PublicKey.from_public_bytes(base64.b64decode(key)[1:]).verify(signed[key_id], f"{text}\n".encode())
    (_, size, root, date, tree), entry = text.split("\n"), receipt["entry"]
    act, index, name = receipt["act"], receipt["index"], tree.removeprefix("hash ")
    chain = entry["previous"].partition(":")[0]  # a case keeps the algorithm it began with
    digest = f"{chain}:{hashlib.new(chain, canonical(act).encode()).hexdigest()}"
    need(act is None or digest == entry["digest"], "the act is not the one recorded")
    need(0 <= index < int(size), "there is no such place in the ledger")
    found = root_of(canonical(entry).encode(), index, int(size), map(raw.get, receipt["path"]), name)
    need(found == base64.b64decode(root), "the act is not under this checkpoint")
    return f"proven: act {entry['sequence']} of case {entry['case']} ({chain}), {date}"


if __name__ == "__main__":
    sys.excepthook = lambda kind, error, _: print("NOT proven:", str(error) or kind.__name__, file=sys.stderr)
    print(check(json.loads(Path(sys.argv[1]).read_bytes()), sys.argv[2]))
