"""Repeat a draw without the platform: python verify_draw.py COMMITMENT < RECORD.json"""

import hashlib
import hmac
import json
import sys


def spin(weights, number, randoms):  # those with chance one, then a wheel: every total-th mark takes one
    total = sum(weights.values())
    if heavy := [i for i, w in weights.items() if number * w >= total]:
        light = {i: w for i, w in weights.items() if number * w < total}
        return heavy + spin(light, number - len(heavy), randoms)
    mark, end = next(n % total for n in randoms if n < 2**256 - 2**256 % total) if number else 0, 0
    return [i for i, w in weights.items() if ((end := end + number * w) - 1 - mark) % total < number * w]


def check(record, commitment):  # what could be wrong, and whether it is
    def digest(value):  # of canonical JSON: all keys are ASCII, all numbers whole
        text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
        return f"{name}:{hashlib.new(name, text.encode()).hexdigest()}"

    def cast(*words):
        return hmac.new(seed, "\0".join(words).encode(), name).hexdigest()

    stated, rows, shares, value = (record[k] for k in ("statement", "candidates", "shares", "beacon"))
    shares.sort(key=lambda s: s["party"])
    name, missing = stated["hash"], {s["party"]: s["commitment"] for s in stated["shares"]}
    yield "the statement is not the one published", digest(stated) != commitment
    yield "a list is not as stated", any(digest(record[k]) != v["digest"] for k, v in stated["lists"].items())
    yield "a share is not the promised one", any(missing.pop(s["party"], 0) != digest(s) for s in shares)
    given, named = value is not None, stated["beacon"] is not None
    yield "a share or the beacon is missing", not shares or given != named or (missing and not given)
    seed = bytes.fromhex(digest({"beacon": value, "shares": shares, "statement": commitment}).split(":")[1])
    drawn, load = [], dict.fromkeys((o["id"] for o in record["officers"]), 0)
    for q in stated["quotas"]:
        task, group = q["task"], (q["stratum"], "")
        those = [c for c in rows if (c["stratum"], c["excluded"]) == group and task in (c["tasks"] or [task])]
        left = dict(sorted(((cast("ticket", c["id"]), c["id"]), c["weight"]) for c in those))
        for kind, number in (("selected", q["number"]), ("substitute", q["substitutes"])):
            rand = (int(cast("number", task, q["stratum"], kind, str(n)), 16) for n in range(999))
            taken = spin(left, number, rand) if stated["rule"] == "weighted" else list(left)[:number]
            drawn += [(kind, *key, task) for key in taken if left.pop(key)]
    told = [tuple(map(r.get, ("outcome", "ticket", "id", "task"))) for r in record["results"] if r["rank"]]
    yield "others were drawn", sorted(told) != sorted(drawn)
    yield "a ticket is another's", any(r["ticket"] != cast("ticket", r["id"]) for r in record["results"])
    teams = {t["task"]: (t["size"], t["size"] + t["substitutes"]) for t in stated["teams"]}
    visits = (d[2:] for d in sorted(drawn) if d[3] in teams)
    for (at, task), told in zip(visits, record["assignments"], strict=True):
        free = [o for o in record["officers"] if at not in (r["object"] for r in o["recused"])]
        free = [o["id"] for o in free if not o["excluded"] and task in (o["tasks"] or [task])]
        free.sort(key=lambda o: (load[o], cast("officer", task, at, o), o))
        sent, more = free[: teams[task][0]], free[slice(*teams[task])]
        load.update((o, load[o] + 1) for o in sent)
        yield "others go", told != told | {"object": at, "task": task, "officers": sent, "substitutes": more}


if __name__ == "__main__":
    wrong = next((w for w, is_ in check(json.load(sys.stdin), sys.argv[1]) if is_), None)
    sys.exit(f"NOT proven: {wrong}" if wrong else print("proven: the draw gives this result and no other"))
