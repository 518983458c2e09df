"""Nobody changes, moves, adds or drops an act of a case without the ledger saying where."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fazhi.fault import Fault
from fazhi.ledger import audit, canonical, chain, digest, record
from fazhi.ledger.breach import Breach
from fazhi.ledger.digest import Algorithm
from fazhi.ledger.entry import Entry
from fazhi.ledger.head import Head
from fazhi.ledger.node import leaf
from fazhi.ledger.record import Record
from tests.ledger import samples

RECORDS = samples.ledger()
LINES = [r.line() for r in RECORDS]
HEADS = {r.entry.case: chain.head(r) for r in RECORDS}
ONE = [line for line in LINES if "1号".encode() in line]
MIXED = samples.mixed() if Algorithm.SM3 in digest.available() else []
needs_sm3 = pytest.mark.skipif(not MIXED, reason="this machine has no SM3")


def breach(lines: list[bytes], heads: dict[str, Head] | None = None) -> Breach:
    with pytest.raises(Breach) as found:
        audit.audit(lines, heads=heads)
    return found.value


def flipped(line: bytes, place: int, bit: int) -> bytes:
    return line[:place] + bytes([line[place] ^ 1 << bit]) + line[place + 1 :]


def changed(at: int, old: str, new: str) -> list[bytes]:
    assert old.encode() in LINES[at]
    return [*LINES[:at], LINES[at].replace(old.encode(), new.encode()), *LINES[at + 1 :]]


def test_an_untouched_ledger_holds() -> None:
    assert audit.audit(LINES, heads=HEADS) == audit.Audit(acts=10, cases=2)
    assert audit.audit([]) == audit.Audit(acts=0, cases=0)


def test_a_line_is_canonical_json_and_reads_back_as_the_record() -> None:
    for each in RECORDS:
        value = {"act": canonical.decode(each.act), **each.entry.as_dict()}
        assert each.line() == canonical.encode(value) + b"\n"
        assert record.read(each.line()) == each


def test_an_act_that_itself_looks_like_an_entry_reads_back_too() -> None:
    inner = canonical.decode(LINES[0].removesuffix(b"\n"))
    assert isinstance(inner, dict)
    done = chain.append("甲", {"case": "乙", "quoted": inner}, happened="2026-03-02", recorded="2026-03-02")
    assert record.read(done.line()) == done
    assert audit.audit([done.line()]).acts == 1


@settings(max_examples=300)
@given(st.integers(0, len(LINES) - 5), st.data())
def test_one_flipped_bit_is_found_in_its_own_line_where_two_later_acts_testify(
    at: int, draw: st.DataObject
) -> None:
    place = draw.draw(st.integers(0, len(LINES[at]) - 2))
    line = flipped(LINES[at], place, draw.draw(st.integers(0, 7)))
    found = breach([*LINES[:at], line, *LINES[at + 1 :]])
    assert found.line == at + 1


@settings(max_examples=200)
@given(st.integers(0, len(LINES) - 1), st.data())
def test_one_flipped_bit_anywhere_is_found_when_the_ends_are_known(at: int, draw: st.DataObject) -> None:
    place = draw.draw(st.integers(0, len(LINES[at]) - 2))
    line = flipped(LINES[at], place, draw.draw(st.integers(0, 7)))
    breach([*LINES[:at], line, *LINES[at + 1 :]], HEADS)


@pytest.mark.parametrize(
    ("old", "new", "field"),
    [
        ("告知文书", "告知文本", "act"),
        ('"happened":"2026-03-03"', '"happened":"2026-03-04"', "entry"),
        ("T09:00:00+08:00", "T08:00:00+08:00", "entry"),
        ('"sequence":3', '"sequence":4', "sequence"),
        ("〔2026〕1号", "〔2026〕3号", "case,sequence"),
        ('"happened":', '"happener":', "happened"),
        ('"recorded":"2026', '"recorded":"z026', "recorded"),
        ('{"act":{', '{"acts":{', "act"),
    ],
)
def test_a_changed_field_is_named_with_its_line_case_and_act(old: str, new: str, field: str) -> None:
    found = breach(changed(4, old, new))
    assert (found.line, found.field) == (5, field)
    assert str(found).startswith(f"[{found.code}] 第 5 行")


def test_a_changed_digest_is_told_from_a_changed_act_by_the_next_record() -> None:
    name = RECORDS[4].entry.digest
    found = breach(changed(4, name, name.translate(str.maketrans("01", "10"))))
    assert (found.line, found.case, found.sequence, found.field) == (5, "〔2026〕1号", 3, "digest")


def test_a_changed_link_is_told_from_a_changed_predecessor_by_the_next_record() -> None:
    name = RECORDS[4].entry.previous
    found = breach(changed(4, name, name.translate(str.maketrans("01", "10"))))
    assert (found.line, found.field) == (5, "previous")


def test_where_no_later_record_testifies_both_sides_are_named() -> None:
    assert breach(changed(9, "送达文书", "送达文本")).field == "act,digest"
    last = breach(changed(6, '"happened":"2026-03-04"', '"happened":"2026-03-06"'))
    assert (last.line, last.field) == (9, "previous")
    assert "二者之一被改，前者在第 7 行" in last.wrong
    assert breach([LINES[0].replace("〔2026〕1号".encode(), b"X")]).field == "case,previous"


def test_an_act_rewritten_with_its_digest_is_found_by_the_next_record() -> None:
    old = RECORDS[4]
    before = chain.head(RECORDS[2])
    forged = chain.append(old.entry.case, {"act": "不予处罚"}, happened=old.entry.happened,
                          recorded=old.entry.recorded, head=before)  # fmt: skip
    found = breach([*LINES[:4], forged.line(), *LINES[5:]])
    assert (found.line, found.sequence, found.field) == (5, 3, "entry")


@given(st.permutations(ONE).filter(lambda lines: lines != ONE))
def test_reordered_acts_are_found(lines: list[bytes]) -> None:
    found = breach(lines)
    first = next(i for i, (a, b) in enumerate(zip(ONE, lines, strict=True), 1) if a != b)
    assert (found.line, found.code) == (first, "ledger.E023")


@given(st.integers(0, len(ONE) - 2))
def test_a_dropped_act_is_found_where_it_is_missing(at: int) -> None:
    found = breach(ONE[:at] + ONE[at + 1 :])
    assert (found.code, found.line, found.sequence) == ("ledger.E023", at + 1, at + 2)


@given(st.integers(0, len(ONE) - 1), st.integers(0, len(ONE)))
def test_a_repeated_act_is_found(what: int, where: int) -> None:
    lines = [*ONE[:where], ONE[what], *ONE[where:]]
    assert breach(lines).code in {"ledger.E023", "ledger.E024"}


def test_an_inserted_act_is_found_at_the_insertion() -> None:
    extra = chain.append("〔2026〕1号", {"act": "补记"}, happened="2026-03-02", recorded="2026-03-02",
                         head=chain.head(RECORDS[2]))  # fmt: skip
    found = breach([*LINES[:4], extra.line(), *LINES[4:]])
    assert (found.line, found.field) == (6, "sequence")


@given(st.integers(0, len(ONE) - 1))
def test_acts_cut_off_the_end_are_found_when_the_end_is_known(kept: int) -> None:
    assert audit.audit(ONE[:kept]).acts == kept
    found = breach(ONE[:kept], {"〔2026〕1号": HEADS["〔2026〕1号"]})
    assert (found.code, found.sequence) == ("ledger.E025", 5)


def test_a_chain_moved_to_another_case_is_found() -> None:
    moved = [line.replace("〔2026〕1号".encode(), "〔2026〕9号".encode()) for line in ONE]
    assert breach(moved).line == 1


@needs_sm3
def test_each_case_of_a_ledger_keeps_the_algorithm_it_began_with() -> None:
    records = samples.mixed()
    lines = [r.line() for r in records]
    heads = {r.entry.case: chain.head(r) for r in records}
    assert audit.audit(lines, heads=heads) == audit.Audit(acts=20, cases=4, sm3=2)
    for algorithm in Algorithm:
        tree = samples.grown(records, algorithm)
        promised = samples.signed(tree, algorithm).checkpoint
        assert audit.against(lines, promised) == audit.Audit(acts=20, cases=4, size=20, sm3=2)


@needs_sm3
@settings(max_examples=100)
@given(st.integers(0, 19), st.data())
def test_one_flipped_bit_is_found_in_a_ledger_of_both_algorithms(at: int, draw: st.DataObject) -> None:
    lines = [r.line() for r in MIXED]
    place = draw.draw(st.integers(0, len(lines[at]) - 2))
    line = flipped(lines[at], place, draw.draw(st.integers(0, 7)))
    breach([*lines[:at], line, *lines[at + 1 :]], {r.entry.case: chain.head(r) for r in MIXED})


@needs_sm3
@pytest.mark.parametrize("at", [8, 9], ids=["to SM3", "to SHA-256"])
def test_a_chain_that_changes_its_algorithm_is_found(at: int) -> None:
    """The entry holds in itself; what it calls previous is not the link before it."""
    lines, old = [r.line() for r in MIXED], MIXED[at]
    (other,) = set(Algorithm) - {digest.read(old.entry.previous)[0]}
    hash_ = digest.hasher(other)
    link = digest.write(other, leaf(hash_, MIXED[at - 4].entry.header()))
    act = digest.write(other, hash_(old.act))
    for change in ({"previous": link, "digest": act}, {"previous": link}, {"digest": act}):
        forged = Record(replace(old.entry, **change), old.act)
        found = breach([*lines[:at], forged.line(), *lines[at + 1 :]])
        assert (found.case, found.line) == (old.entry.case, at + 1)


@needs_sm3
def test_an_algorithm_that_the_machine_lacks_is_said_and_never_replaced(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    lines = [r.line() for r in MIXED]
    found = digest._found
    monkeypatch.setattr(digest, "_found", lambda name: None if name is Algorithm.SM3 else found(name))
    assert digest.available() == (Algorithm.SHA256,)
    for work in (lambda: audit.audit(lines), lambda: samples.ledger(algorithm=Algorithm.SM3)):
        with pytest.raises(Fault, match=r"ledger\.E010.*sm3"):
            work()


@needs_sm3
def test_a_chain_goes_on_with_the_algorithm_it_began_with() -> None:
    first = samples.ledger(algorithm=Algorithm.SM3)[0]
    second = chain.append(first.entry.case, {}, happened="2026-03-02", recorded="2026-03-02",
                          head=chain.head(first))  # fmt: skip
    assert second.entry.digest.startswith("sm3:")


def test_an_act_in_other_than_canonical_json_is_found_when_asked() -> None:
    twice = b'{"a":1,"a":2}'
    entry = Entry("甲", 1, chain.genesis("甲", Algorithm.SHA256),
                  digest.write(Algorithm.SHA256, digest.hasher(Algorithm.SHA256)(twice)),
                  "2026-03-02", "2026-03-02")  # fmt: skip
    line = record.Record(entry, twice).line()
    assert audit.audit([line]).acts == 1
    with pytest.raises(Breach, match=r"ledger\.E026.*第 1 行"):
        audit.audit(audit.strict([line]))


MISWRITTEN: list[tuple[str, str | int]] = [
    ("case", ""),
    ("case", 'a"b'),
    ("case", "a\nb"),
    ("case", 'a","digest":"b'),
    ("case", "\ud800"),
    ("case", 1),
    ("sequence", "1"),
    ("happened", "\ud800"),
    ("sequence", 0),
    ("sequence", -1),
    ("previous", "sha256:0"),
    ("digest", "md5:" + "0" * 32),
    ("happened", "昨天"),
    ("recorded", "2026-3-2"),
    ("recorded", ""),
]


@pytest.mark.parametrize(("field", "value"), MISWRITTEN)
def test_an_entry_that_is_not_written_as_it_must_be_is_refused(field: str, value: str | int) -> None:
    with pytest.raises(Fault) as refused:
        Entry.from_dict(RECORDS[0].entry.as_dict() | {field: value})
    assert refused.value.code == "ledger.E020"
    assert field in refused.value.wrong


def test_a_case_number_that_is_no_text_is_refused_when_recording() -> None:
    with pytest.raises(Fault, match=r"ledger\.E020"):
        chain.append("\ud800", {}, happened="2026-03-02", recorded="2026-03-02")


def test_a_case_that_is_no_text_in_utf_8_is_found() -> None:
    line = LINES[0].replace("〔2026〕1号".encode(), b"\xff")
    assert breach([line]).code == "ledger.E021"
