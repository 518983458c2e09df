"""A released edition stays as it is; a successor, a repeal and drafts remain possible."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from typer.testing import CliRunner

from fazhi.cli import app
from fazhi.fault import Fault
from fazhi.packs import DISTRICT, lock, procedures

PERMIT = """\
procedure: odd-permit
title: 演示许可
basis: 第一条
statutes: {天津市矛盾纠纷多元化解条例: 2022-12-01}
in_force: {since: 2026-01-01}
roles:
  applicant: {title: 申请人, kind: party, recorded_by: [clerk], basis: 第十一条}
  clerk: {title: 经办人, basis: 第十一条}
acts:
  apply: {title: 申请, by: applicant, starts: true, basis: 第十一条}
  decide: {title: 决定, by: clerk, after: [apply], ends: done, basis: 第十二条}
clocks:
  decision: {title: 决定期限, undetermined: 区司法局, starts: [apply], stops: [decide], basis: 第十二条}
outcomes: {done: {title: 办结, basis: 第十二条}}
"""
HOOK = """\
procedure: told
title: 告知
procedures: permit
basis: 第一条
statutes: {天津市矛盾纠纷多元化解条例: 2022-12-01}
in_force: {since: 2026-01-01}
roles: {clerk: {title: 经办人, basis: 第十一条}}
acts: {tell: {title: 告知权利, by: clerk, basis: 第十一条}}
"""


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """A district's pack over the city's with one procedure."""
    folder = tmp_path / "pack"
    for name in ("hooks", "procedures"):
        (folder / name).mkdir(parents=True)
    (folder / "pack.yaml").write_text("id: pack\ntitle: 某区\nextends: cn-tj\n", "utf-8")
    (folder / "procedures" / "permit.yaml").write_text(PERMIT, "utf-8")
    return folder


def seal(pack: Path) -> str:
    told = CliRunner().invoke(app, ["procedure", "seal", str(pack)])
    assert told.exit_code == 0, told.output
    return told.stdout


def rewrite(pack: Path, old: str, new: str) -> None:
    path = pack / "procedures" / "permit.yaml"
    assert old in path.read_text("utf-8")
    path.write_text(path.read_text("utf-8").replace(old, new, 1), "utf-8")


def test_only_the_pack_s_own_editions_are_released_and_once(pack: Path) -> None:
    assert lock.sealed(pack) == []
    assert "发布1个版本" in seal(pack)
    written = (pack / lock.NAME).read_text("utf-8")
    assert written.count("procedure: odd-permit") == 1
    assert "发布0个版本" in seal(pack)
    assert (pack / lock.NAME).read_text("utf-8") == written
    assert "odd-permit" in lock.kept(pack)


@pytest.mark.parametrize(("old", "new"), [
    ("title: 决定,", "title: 作出决定,"),
    ("after: [apply], ", ""),
    ("since: 2026-01-01", "since: 2026-01-02"),
    ("undetermined: 区司法局", "limit: 20个工作日"),
])  # fmt: skip
def test_a_released_edition_changed_in_place_is_refused(pack: Path, old: str, new: str) -> None:
    seal(pack)
    rewrite(pack, old, new)
    with pytest.raises(Fault, match=r"pack\.E017.*editions\.lock 第2行.*已经发布.*新版本"):
        lock.kept(pack)
    assert CliRunner().invoke(app, ["procedure", "seal", str(pack)]).exit_code != 0
    assert "pack.E017" in CliRunner().invoke(app, ["pack", "check", str(pack)]).output


def test_a_draft_may_be_changed_and_a_new_edition_follows_a_released_one(pack: Path) -> None:
    rewrite(pack, "title: 决定,", "title: 作出决定,")
    (before,) = lock.kept(pack)["odd-permit"]
    seal(pack)
    rewrite(pack, "{since: 2026-01-01}", "{since: 2026-01-01, until: 2026-12-31}")
    new = PERMIT.replace("since: 2026-01-01", "since: 2027-01-01").replace("after: [apply], ", "")
    (pack / "procedures" / "permit-2027.yaml").write_text(new, "utf-8")
    old, young = lock.kept(pack)["odd-permit"]
    assert old.until == date(2026, 12, 31)
    assert old.content_hash == before.content_hash != young.content_hash
    assert "发布1个版本" in seal(pack)
    assert len(lock.sealed(pack)) == 2


def test_general_law_that_would_change_a_released_edition_is_refused(pack: Path) -> None:
    rewrite(pack, "title: 演示许可", "title: 演示许可\ntags: [permit]")
    seal(pack)
    (pack / "hooks" / "told.yaml").write_text(HOOK, "utf-8")
    with pytest.raises(Fault, match=r"pack\.E017.*hooks"):
        lock.kept(pack)


def test_general_law_of_a_lower_pack_is_no_breach_of_the_upper_lock(pack: Path) -> None:
    rewrite(pack, "title: 演示许可", "title: 演示许可\ntags: [permit]")
    seal(pack)
    lower = pack.parent / "lower"
    (lower / "hooks").mkdir(parents=True)
    (lower / "pack.yaml").write_text("id: lower\ntitle: 某街道\nextends: pack\n", "utf-8")
    (lower / "hooks" / "told.yaml").write_text(HOOK, "utf-8")
    assert "tell" in lock.kept(lower)["odd-permit"][0].act
    assert "发布1个版本" in seal(lower)
    (lower / "hooks" / "told.yaml").unlink()
    with pytest.raises(Fault, match=r"pack\.E017"):
        lock.kept(lower)


def test_an_edition_that_is_not_sound_is_not_released(pack: Path) -> None:
    rewrite(pack, "starts: true, ", "")
    told = CliRunner().invoke(app, ["procedure", "seal", str(pack)])
    assert "pack.E018" in str(told.exception)
    assert not (pack / lock.NAME).exists()


def test_a_lock_that_is_none_is_refused_with_its_line(pack: Path) -> None:
    (pack / lock.NAME).write_text("- {procedure: a, since: 2026-01-01, digest: xyz}\n", "utf-8")
    with pytest.raises(Fault, match=r"editions\.lock 第1行"):
        lock.kept(pack)
    (pack / lock.NAME).write_text(
        "- {procedure: a, since: 2026-01-01, digest: '" + "0" * 64 + "'}\n", "utf-8"
    )
    with pytest.raises(Fault, match=r"pack\.E017.*现被删去"):
        lock.kept(pack)


def test_the_packs_that_come_with_the_program_keep_what_they_released() -> None:
    assert set(lock.kept(DISTRICT)) >= {"disclosure-on-request", "administrative-mediation"}


def test_the_last_day_in_force_changes_no_digest() -> None:
    edition = procedures.load()["simple-penalty"]
    ended = replace(edition, until=date(2027, 1, 1))
    assert ended.content_hash == edition.content_hash
    assert replace(edition, since=date(2027, 1, 1)).content_hash != edition.content_hash
