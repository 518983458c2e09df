"""Old cases come in with their parties and papers: sealed and kept as those of cases opened here."""

import json
import os
from pathlib import Path
from typing import Any

import pytest

from fazhi.cases import lawbook, soundness, store, transcript
from fazhi.cases.actions import Look, Transcribe
from fazhi.cases.actions.paper import LARGEST, MOST, chained
from fazhi.cases.actions.transcribe import Result
from fazhi.cases.audit import audit
from fazhi.cases.bundle import Bundle
from fazhi.cases.models import Act, Case, Clock, Paper, Party, Secret, Series, SubjectKey
from fazhi.documents.upload import inspected
from fazhi.fault import Fault
from fazhi.ledger import digest
from fazhi.ledger.digest import Algorithm
from fazhi.office.actor import Actor
from tests.cases.conftest import opening
from tests.cases.erasing import erase
from tests.cases.ledgers import home
from tests.conftest import Personas, at

__all__ = ["home"]
NOW = at(2026, 9, 1)
PDF = b"%PDF-1.7 demo"
NAME, PHONE = "演示·申请人甲", "00000000000"
APPLICANT = {"role": "applicant", "name": NAME, "phone": PHONE}
OTHER = {"role": "third_party", "name": "演示·第三方乙"}
FORM = {"title": "申请书", "file": "1号/申请书.pdf"}
EMPTY = (Case, Act, Clock, Series, Paper, Party, Secret, SubjectKey)


@pytest.fixture
def bundle(tmp_path: Path) -> Bundle:
    """A folder with one paper, beside a file that is none of its business."""
    (tmp_path / "secret.pdf").write_bytes(PDF)
    folder = tmp_path / "bundle"
    (folder / "1号").mkdir(parents=True)
    (folder / "1号" / "申请书.pdf").write_bytes(PDF)
    return Bundle(folder, inspected)


def line(*papers: Any, parties: Any = (APPLICANT,), **changes: Any) -> bytes:
    facts = {"channel": "in-person", "submitted_on": "2026-07-06"}
    first = {"act": "submit", "by": ["receiver"], "on": "2026-07-06", "facts": {"channel": "in-person"}}
    second = {"act": "receive", "by": ["receiver"], "on": "2026-07-06", "facts": facts}
    acts = [first, {**second, "papers": list(papers)}]
    case = {"procedure": "disclosure-on-request", "organ": "justice", "title": "旧案", "acts": acts}
    return json.dumps({**case, "parties": parties, **changes}).encode()


def brought(actor: Actor, bundle: Bundle, *lines: bytes, **how: bool) -> Result:
    read = transcript.read(lines, bundle)
    assert read.unread == (), read.unread[0].fault
    return Transcribe(histories=read.histories, **how).perform(actor, NOW)


def nothing() -> bool:
    """Whether no row of a case was written."""
    return not any(model.objects.exists() for model in EMPTY)


def refused(actor: Actor, bundle: Bundle, text: bytes) -> Fault:
    """Why a line comes in neither as a trial nor in earnest; what stands beside it stays out, too."""
    for dry_run in (True, False):
        read = transcript.read([line(FORM), text], bundle)
        trial = dry_run or bool(read.unread)
        told = Transcribe(histories=read.histories, dry_run=trial).perform(actor, NOW)
        wrong = [(one.place, one.fault) for one in read.unread]
        wrong += [(one.history.place, one.fault) for one in told.rejected]
        assert [place for place, _ in wrong] == ["第2行"]
    return wrong[0][1]


@pytest.mark.parametrize("algorithm", digest.available())
def test_parties_and_papers_are_kept_as_those_of_a_case_opened_here(
    receiver: Actor, bundle: Bundle, home: Path, algorithm: Algorithm, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lawbook, "algorithm", lambda: algorithm)
    told = brought(receiver, bundle, line(FORM, parties=(APPLICANT, OTHER)))
    assert (told.cases, told.acts, told.parties, told.papers) == (1, 2, 2, 1)
    case = Case.objects.get()
    party, _ = case.parties.order_by("pk")
    known = Look(party=party, purpose="演示：核对").perform(receiver, NOW)
    assert (party.role, known) == ("applicant", {"name": NAME, "phone": PHONE})
    paper = Paper.objects.get()
    assert (paper.title, paper.file_name, bytes(paper.content)) == ("申请书", "申请书.pdf", PDF)
    assert store.load(case).records[1].documents == ("申请书",)
    first, second = (json.loads(bytes(act.body)) for act in case.acts.order_by("sequence"))
    here = json.loads(bytes(opening().perform(receiver, at(2026, 7, 6)).acts.get().body))
    assert next(iter(first["parties"].values())).keys() == next(iter(here["parties"].values())).keys()
    assert (second["papers"], "parties" in second) == (chained([paper], algorithm), False)
    assert audit().acts == 3
    rows = soundness.sample(whole=True)
    for look in (soundness.projections, soundness.seals, soundness.papers):
        assert look(rows).wrong == ()


def test_who_they_are_stands_nowhere_and_can_be_erased(
    receiver: Actor, bundle: Bundle, personas: Personas, home: Path
) -> None:
    brought(receiver, bundle, line(FORM), line())
    party, other = Party.objects.order_by("pk")
    for rows in (Act.objects.values_list("body"), Secret.objects.values_list("ciphertext", "nonce")):
        kept = b"".join(bytes(part) for row in rows for part in row)
        assert not any(word.encode() in kept for word in (NAME, PHONE))
    assert (party.subject != other.subject, SubjectKey.objects.count()) == (True, 2)
    erase(party.case, party.subject, NOW)
    assert Look(party=party, purpose="演示").perform(receiver, NOW) == {}
    assert Look(party=other, purpose="演示").perform(receiver, NOW)["name"] == NAME
    assert audit().acts == 4


def test_a_trial_looks_at_all_and_writes_nothing(receiver: Actor, bundle: Bundle) -> None:
    told = brought(receiver, bundle, line(FORM), dry_run=True)
    assert (told.cases, told.parties, told.papers) == (1, 1, 1)
    assert nothing()


def test_a_path_that_leaves_the_folder_is_refused(receiver: Actor, bundle: Bundle) -> None:
    (bundle.folder / "out.pdf").symlink_to(bundle.folder.parent / "secret.pdf")
    (bundle.folder / "out").symlink_to(bundle.folder.parent)
    for name in (
        "../secret.pdf", "1号/../../secret.pdf", "/etc/hostname", "out.pdf", "out/secret.pdf", "C:secret.pdf",
        "..\\secret.pdf", "", ".", "1号//申请书.pdf",
    ):  # fmt: skip
        fault = refused(receiver, bundle, line({"title": "申请书", "file": name}))
        assert (fault.code, name in fault.wrong) == ("cases.E074", True)
    assert nothing()


def files(folder: Path) -> None:
    """Files that cannot be papers, each by the code it is refused with."""
    (folder / "folder.pdf").mkdir()
    os.mkfifo(folder / "pipe.pdf")
    (folder / "loop.pdf").symlink_to("loop.pdf")
    (folder / "empty.pdf").touch()
    with (folder / "big.pdf").open("wb") as big:
        big.truncate(LARGEST + 1)
    (folder / "run.exe").write_bytes(b"MZ")
    (folder / "false.pdf").write_bytes(b"MZ")


FILES: tuple[tuple[object, str], ...] = (
    ("1号/申请.pdf", "cases.E075"),
    ("folder.pdf", "cases.E075"),
    ("pipe.pdf", "cases.E075"),
    ("loop.pdf", "cases.E075"),
    ("长" * 300, "cases.E075"),
    ("\ud800.pdf", "cases.E072"),
    ("𠮷.pdf", "cases.E075"),
    ("empty.pdf", "cases.E011"),
    ("big.pdf", "cases.E012"),
    ("run.exe", "documents.E052"),
    ("false.pdf", "documents.E053"),
    ("a\0.pdf", "cases.E072"),
    (7, "cases.E072"),
)


def test_a_file_that_cannot_be_a_paper_says_why(receiver: Actor, bundle: Bundle) -> None:
    files(bundle.folder)
    for name, code in FILES:
        assert refused(receiver, bundle, line({"title": "申请书", "file": name})).code == code
    assert nothing()


LINES = (
    (line(FORM, FORM), "cases.E013"),
    (line(*({**FORM, "title": f"材料{n}"} for n in range(MOST + 1))), "cases.E010"),
    (line({**FORM, "title": " "}), "cases.E072"),
    (line({**FORM, "title": "长" * 121}), "cases.E072"),
    (line({**FORM, "pages": 3}), "cases.E072"),
    (line("申请书"), "cases.E072"),
    (line(parties=({**APPLICANT, "role": "clerk"},)), "cases.E014"),
    (line(parties=({**APPLICANT, "role": "nobody"},)), "cases.E014"),
    (line(parties=({"role": "applicant"},)), "cases.E015"),
    (line(parties=({**APPLICANT, "name": " "},)), "cases.E015"),
    (line(parties=({**APPLICANT, "phone": "0" * 2_001},)), "cases.E017"),
    (line(parties=({**APPLICANT, "age": "40"},)), "cases.E072"),
    (line(parties=({**APPLICANT, "phone": 40},)), "cases.E072"),
    (line(parties=(NAME,)), "cases.E072"),
    (line(parties=(APPLICANT, OTHER, APPLICANT)), "cases.E078"),
    (line(key="长" * 71), "cases.E072"),
)


def test_what_cannot_be_kept_says_why(receiver: Actor, bundle: Bundle) -> None:
    for text, code in LINES:
        assert refused(receiver, bundle, text).code == code, text.decode()
    assert nothing()


def test_a_paper_and_a_document_of_one_name_are_one_too_many(receiver: Actor, bundle: Bundle) -> None:
    value = json.loads(line(FORM))
    value["acts"][1]["documents"] = ["申请书"]
    assert refused(receiver, bundle, json.dumps(value).encode()).code == "cases.E013"


def test_a_case_known_elsewhere_comes_in_once(receiver: Actor, bundle: Bundle) -> None:
    told = brought(receiver, bundle, line(key="旧1"), line(key="旧2"), line(), line(key="旧1"), partly=True)
    (double,) = told.rejected
    assert (told.cases, double.history.place, double.fault.code) == (3, "第4行", "cases.E077")
    assert "第1行" in double.fault.wrong
    again = brought(receiver, bundle, line(key="旧3"), line(key="旧2"))
    assert (again.cases, Case.objects.count()) == (0, 3)
    number = Case.objects.order_by("pk")[1].number
    assert [one.fault.wrong for one in again.rejected] == [f"编号“旧2”的案件已经有了：{number}"]
    assert brought(receiver, bundle, line(key="旧3"), line(key="旧2"), partly=True).cases == 1


def test_a_file_changed_in_between_keeps_everything_out(receiver: Actor, bundle: Bundle) -> None:
    read = transcript.read([line(), line(FORM)], bundle)
    (bundle.folder / "1号" / "申请书.pdf").write_bytes(PDF + b"!")
    with pytest.raises(Fault, match=r"cases\.E076.*申请书\.pdf.*没有导入任何案件"):
        Transcribe(histories=read.histories, partly=True).perform(receiver, NOW)
    assert nothing()


def test_an_upload_limit_of_the_operator_counts_here_too(
    receiver: Actor, bundle: Bundle, settings: Any
) -> None:
    settings.CONFIG = settings.CONFIG.model_copy(update={"upload_mb": 1})
    (bundle.folder / "scan.pdf").write_bytes(PDF + bytes(2**20))
    assert refused(receiver, bundle, line({"title": "申请书", "file": "scan.pdf"})).code == "documents.E050"
