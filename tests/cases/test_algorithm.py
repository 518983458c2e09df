"""A pack demands SM3: new cases are chained with it, old ones keep SHA-256, and both are proven alike."""

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from django.db import connection

from fazhi.cases import export, lawbook, receipts, soundness, store
from fazhi.cases.actions import Attachment
from fazhi.cases.audit import audit
from fazhi.cases.models import Act, Case, Checkpoint, Paper, Secret, Series
from fazhi.cli.backup import backup, restore
from fazhi.fault import Fault
from fazhi.ledger import audit as ledger
from fazhi.ledger import checkpoint, digest, key
from fazhi.ledger.audit import Audit
from fazhi.ledger.breach import Breach
from fazhi.ledger.digest import Algorithm
from fazhi.ledger.keyring import Period
from fazhi.office.actor import Actor
from tests.cases import ledgers
from tests.cases.conftest import DAY, do, opening
from tests.cases.ledgers import home, publish, write_acts
from tests.cases.test_audit import alter, flipped
from tests.conftest import at
from tests.packs.writing import pack
from tests.shared import ROOT

__all__ = ["home"]
period = ledgers.key
pytestmark = pytest.mark.skipif(Algorithm.SM3 not in digest.available(), reason="this machine has no SM3")
PAPERS = (Attachment("申请书", "演示.txt", b"demo"),)
FACTS = {"channel": "in-person", "submitted_on": DAY}
EXAMINED = {"unclear": True, "affects_third_party": False, "joint": False, "excessive": False}
ASKED = {"completion_items": "演示：写明项目", "completion_by": at(2026, 7, 20).date()}
Switch = Callable[[Algorithm], None]


@pytest.fixture
def demands(monkeypatch: pytest.MonkeyPatch) -> Switch:
    """The packs demand another algorithm from now on."""
    return lambda wanted: monkeypatch.setattr(lawbook, "algorithm", lambda: wanted)


def run_on(case: Case, actor: Actor) -> None:
    do(case, actor, "receive", DAY, facts=FACTS, papers=PAPERS)
    do(case, actor, "examine", DAY, facts=EXAMINED)
    do(case, actor, "ask_to_complete", DAY, facts=ASKED)


@pytest.fixture
def cases(receiver: Actor, period: Period, demands: Switch) -> list[Case]:
    """A case begun with SHA-256 and one begun with SM3, both gone on with afterwards; one brought in."""
    old = opening().perform(receiver, at(2026, 7, 6))
    demands(Algorithm.SM3)
    new = opening().perform(receiver, at(2026, 7, 6))
    for one in (old, new):
        run_on(one, receiver)
    return [old, new, *write_acts(receiver, 1)]


def named(case: Case) -> set[str]:
    """The algorithms of everything that a case's chain holds of its own."""
    acts = list(case.acts.order_by("sequence"))
    seals = Secret.objects.filter(act__in=acts).values_list("commitment", flat=True)
    written = [*seals, *(text for act in acts for text in (act.digest, act.previous))]
    return {text.partition(":")[0] for text in [*written, Case.objects.get(pk=case.pk).leaf]}


def test_a_case_keeps_in_all_its_chain_holds_the_algorithm_it_was_opened_with(cases: list[Case]) -> None:
    assert [named(case) for case in cases] == [{"sha256"}, {"sm3"}, {"sm3"}]
    received = Act.objects.filter(name="receive").order_by("pk")
    held = [json.loads(bytes(act.body))["papers"] for act in received]
    assert [paper.get("申请书", "")[:4] for paper in held] == [Paper.objects.all()[0].digest[:4], "sm3:", ""]
    assert store.load(cases[1]).records[3].facts["completion_items"] == "演示：写明项目"
    rows = soundness.sample(whole=True)
    for look in (soundness.projections, soundness.seals, soundness.papers):
        assert (look(rows).wrong, look(rows).looked > 0) == ((), True)


def test_one_tree_of_sha_256_proves_the_acts_of_both(
    cases: list[Case], period: Period, tmp_path: Path
) -> None:
    note = checkpoint.read(publish().note).checkpoint
    assert note.algorithm is Algorithm.SHA256
    assert audit() == Audit(acts=10, cases=3, size=10, sm3=2)
    assert ledger.against(export.lines(), note) == Audit(acts=10, cases=3, size=10, sm3=2)
    for case, algorithm in zip(cases, ("sha256", "sm3", "sm3"), strict=True):
        text = json.dumps(receipts.of(case.acts.get(sequence=2)).as_dict(), ensure_ascii=False).encode()
        assert receipts.verify(text).receipt.algorithm == algorithm
        (tmp_path / "receipt.json").write_bytes(text)
        command = [sys.executable, str(ROOT / "docs" / "verify_receipt.py"), str(tmp_path / "receipt.json")]
        done = subprocess.run([*command, key.write(period.verifier)], capture_output=True, text=True)
        assert f"of case {case.number} ({algorithm}), date" in done.stdout, done.stderr


@pytest.mark.parametrize("what", ["act", "paper", "seal"])
def test_one_changed_byte_of_a_case_under_sm3_is_found(cases: list[Case], what: str) -> None:
    if what == "act":
        row = cases[1].acts.get(sequence=3)
        alter(Act.objects.filter(pk=row.pk), body=flipped(bytes(row.body), 40))
        with pytest.raises(Breach) as found:
            audit()
        assert (found.value.case, found.value.sequence) == (cases[1].number, 3)
    elif what == "paper":
        alter(Paper.objects.filter(act__case=cases[1]), content=b"demO")
        assert len(soundness.papers(soundness.sample(whole=True)).wrong) == 1
    else:
        secret = Secret.objects.filter(act__case=cases[1]).order_by("pk")[0]
        alter(Secret.objects.filter(pk=secret.pk), ciphertext=flipped(bytes(secret.ciphertext), 3))
        assert len(soundness.seals(soundness.sample(whole=True)).wrong) == 1


def test_without_the_algorithm_no_case_is_opened_and_none_with_another(
    receiver: Actor, demands: Switch, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = opening().perform(receiver, at(2026, 7, 6))
    demands(Algorithm.SM3)
    new = opening().perform(receiver, at(2026, 7, 6))
    known = digest._found
    monkeypatch.setattr(digest, "_found", lambda name: None if name is Algorithm.SM3 else known(name))
    for work in (
        lambda: opening().perform(receiver, at(2026, 7, 6)),
        lambda: opening(parties=()).perform(receiver, at(2026, 7, 6)),
        lambda: do(new, receiver, "receive", DAY, facts=FACTS),
        lambda: write_acts(receiver, 1),
    ):
        with pytest.raises(Fault, match=r"ledger\.E010.*本机没有 sm3 算法"):
            work()
    assert (Case.objects.count(), Act.objects.count(), Series.objects.get().last) == (2, 2, 2)
    do(old, receiver, "receive", DAY, facts=FACTS)


def test_the_lowest_pack_says_which(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lawbook.algorithm.cache_clear()
    assert lawbook.algorithm() is Algorithm.SHA256
    try:
        for text, wanted in (("", Algorithm.SHA256), ("digest: sm3\n", Algorithm.SM3)):
            folder = pack(tmp_path / f"own{wanted}", "cn-tj")
            with (folder / "pack.yaml").open("a", encoding="utf-8") as file:
                file.write(text)
            monkeypatch.setattr(lawbook, "DISTRICT", folder)
            lawbook.algorithm.cache_clear()
            assert lawbook.algorithm() is wanted
    finally:
        lawbook.algorithm.cache_clear()


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(
    connection.vendor == "postgresql" and not shutil.which("pg_dump"),
    reason="pg_dump is not on this machine",
)
def test_a_backup_brings_both_back(cases: list[Case], receiver: Actor, tmp_path: Path) -> None:
    publish()
    before = list(export.lines())
    backup(tmp_path / "copy")
    run_on(opening().perform(receiver, at(2026, 7, 6)), receiver)
    restore(tmp_path / "copy", replace=True)
    assert list(export.lines()) == before
    assert audit() == Audit(acts=10, cases=3, size=Checkpoint.objects.get().size, sm3=2)
