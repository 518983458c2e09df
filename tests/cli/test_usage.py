"""A command written wrong is refused in Chinese, with a code, and says what to write."""

import json
from pathlib import Path

import pytest

import fazhi.cli
from fazhi.cli import tree, usage
from fazhi.fault import Fault
from tests.cli.command import Installation

MISTAKES = [
    (["version", "--jsn"], "cli.E001", "没有“--jsn”这个选项", "是否应为 --json；用法见 fazhi version --help"),
    (["versin"], "cli.E002", "没有“versin”这个命令", "是否应为 version；用法见 fazhi --help"),
    (["pack", "diff"], "cli.E003", "缺少参数“A”", "用法见 fazhi pack diff --help"),
    (["pack", "check", "a", "b"], "cli.E004", "多余的参数“b”", "用法见 fazhi pack check --help"),
    (["serve", "--port"], "cli.E005", "选项“--port”后面没有值", "用法见 fazhi --help"),
    (["version", "--json=3"], "cli.E005", "选项“--json”后面不能有值", "用法见 fazhi --help"),
    (["serve", "--port", "x"], "cli.E006", "“--port”的值不对：须是整数", "用法见 fazhi serve --help"),
    (["serve", "--port", "0"], "cli.E006", "“--port”的值不对：不能小于 1", "用法见 fazhi serve --help"),
]


@pytest.mark.parametrize(("words", "code", "wrong", "remedy"), MISTAKES)
def test_a_mistake_is_told_like_every_refusal(
    words: list[str], code: str, wrong: str, remedy: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.argv", ["fazhi", *words])
    with pytest.raises(Fault) as told:
        usage.run(fazhi.cli.app)
    assert (told.value.code, told.value.wrong, told.value.remedy) == (code, wrong, remedy)


@pytest.mark.parametrize(
    ("told", "words"),
    [
        (
            "Invalid value for '--on': 'x' does not match the format '%Y'.",
            "“--on”的值不对：“x”不是 '%Y' 的写法",
        ),
        ("Invalid value for 'DIR': Path 'x' does not exist.", "“DIR”的值不对：没有“x”这个文件或者文件夹"),
        ("Missing option '--to'.", "缺少选项“--to”"),
        ("Something new.", "命令的写法不对（Something new.）"),
    ],
)
def test_other_wordings_of_the_library_are_read_too(told: str, words: str) -> None:
    assert usage.fault_of(told, "fazhi").wrong == words


def test_people_and_machines_get_the_code_and_the_status(installation: Installation) -> None:
    refused = installation.run("version", "--jsn")
    assert (refused.returncode, refused.stdout) == (2, "")
    assert refused.stderr.startswith("[cli.E001] ")
    machine = installation.run("version", "--jsn", "--json")
    assert json.loads(machine.stderr)["code"] == "cli.E001"
    assert installation.run("pack").returncode == 2
    assert "fazhi pack [OPTIONS]" in installation.run("pack", "--help").stdout
    assert installation.run("--help").returncode == 0
    assert not installation.home.exists()


def test_the_status_of_a_command_is_kept(installation: Installation) -> None:
    assert installation.run("pack", "check", "nowhere").returncode == 1


def test_every_module_with_commands_hangs_on_the_tree_and_can_be_read() -> None:
    root = Path(fazhi.cli.__file__).parent
    files = {one: one.read_text("utf-8") for one in (*root.glob("*.py"), *root.glob("*/__init__.py"))}
    made = {one for one, text in files.items() if "\napp = typer.Typer(" in text} - {root / "__init__.py"}
    assert {one.parent.name if one.stem == "__init__" else one.stem for one in made} == set(tree.GROUPS)
    assert [tree.read(name).name for name in tree.COMMANDS] == list(tree.COMMANDS)
