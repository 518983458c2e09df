"""``fazhi indicator``: the figures of the pages, for scripts."""

from tests.cli.command import Installation


def test_every_figure_and_one_with_its_words(demo: Installation) -> None:
    listed = demo.read("indicator", "list", "--period", "2025")
    codes = {one["indicator"] for one in listed["indicators"]}
    assert {"document-reviewed", "decision-advisers", "catalogue-published"} <= codes
    one = demo.read("indicator", "show", "document-filed-government", "--period", "2025")
    assert "公布" in one["counts"]
    assert "不看是否按期" in one["unmeasured"]
    told = demo.run("indicator", "show", "decision-advisers", "--office", "justice")
    assert "决策前听取法律意见率（14.1）：" in told.stdout


def test_what_is_asked_wrongly_is_refused_with_its_code(demo: Installation) -> None:
    for asked, code in (
        (("show", "nothing"), "indicators.E404"),
        (("show", "decision-advisers", "--period", "25"), "indicators.E001"),
        (("list", "--office", "nowhere"), "indicators.E020"),
    ):
        refused = demo.run("indicator", *asked)
        assert (refused.returncode, f"[{code}]" in refused.stderr) == (2, True)


def test_a_rebuild_finds_nothing_to_change(demo: Installation) -> None:
    done = demo.read("indicator", "rebuild")
    assert (done["cases"] > 10, done["changed"]) == (True, 0)


def test_what_falls_due_is_answered_with_figures_once(demo: Installation) -> None:
    tried = demo.read("indicator", "answer", "--dry-run")
    assert (tried["answered"], tried["waiting"]) == (0, 0)
    assert not any(one["reached"] for one in tried["due"])  # the demo's worker was here before
    told = demo.run("indicator", "answer").stdout
    assert f"到期未报送 {len(tried['due'])} 项，已自动报送 0 项" in told
