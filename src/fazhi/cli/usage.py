"""A command that was written wrong is refused like everything else: code, what was wrong, what to write.

Typer tells such mistakes in English sentences; they are read here, the one place where its words matter.
"""

import re

import typer
from typer.exceptions import TyperException

from fazhi.fault import Fault

MISTAKES = (
    (
        r"No such option: (?P<name>\S+)(?: \(Possible options: (?P<meant>.+)\))?",
        "cli.E001",
        "没有“{name}”这个选项",
    ),
    (
        r"No such command '(?P<name>.+?)'\.(?: Did you mean (?P<meant>.+)\?)?",
        "cli.E002",
        "没有“{name}”这个命令",
    ),
    (r"Missing command\.", "cli.E002", "没有写明命令"),
    (r"Missing argument '(?P<name>.+?)'\..*", "cli.E003", "缺少参数“{name}”"),
    (r"Missing option '(?P<name>.+?)'\..*", "cli.E003", "缺少选项“{name}”"),
    (r"Got unexpected extra argument(?:\(s\)|s)? \((?P<name>.*)\)", "cli.E004", "多余的参数“{name}”"),
    (r"Option '(?P<name>.+?)' requires an? .*", "cli.E005", "选项“{name}”后面没有值"),
    (r"Option '(?P<name>.+?)' requires (?P<n>\d+) .*", "cli.E005", "选项“{name}”后面须有{n}个值"),
    (r"Option '(?P<name>.+?)' does not take a value\.", "cli.E005", "选项“{name}”后面不能有值"),
    (r"Argument '(?P<name>.+?)' takes (?P<n>\d+) values\.", "cli.E005", "参数“{name}”须有{n}个值"),
    (r"Invalid value for '?(?P<name>[^:]+?)'?: (?P<because>.*)", "cli.E006", "“{name}”的值不对：{because}"),
)
"""What Typer says, the code, and the same in Chinese."""
REASONS = (
    (r"Input should be a valid integer.*", "须是整数"),
    (r"Input should be a valid number.*", "须是数字"),
    (r"Input should be greater than or equal to (.*)", "不能小于 {}"),
    (r"Input should be less than or equal to (.*)", "不能大于 {}"),
    (r"Input should be (.*)", "请从 {} 中选择"),
    (r"'(.*)' is not a valid (?:integer|int)\.?", "“{}”不是整数"),
    (r"'(.*)' is not a valid (?:float|number)\.?", "“{}”不是数字"),
    (r"'(.*)' is not a valid boolean.*", "“{}”不是 true 或者 false"),
    (r"'?(.*?)'? is not in the range (.*?)\.?", "{} 不在 {} 的范围内"),
    (r"'(.*)' does not match the formats? (.*?)\.?", "“{}”不是 {} 的写法"),
    (r"'(.*)' is not one of (.*?)\.?", "“{}”不在可选范围内，请从 {} 中选择"),
    (r"(?:File|Directory|Path|file|directory|path) '(.*)' does not exist\.?", "没有“{}”这个文件或者文件夹"),
)
STATUS = 2


def run(app: typer.Typer) -> int:
    """Run the command and give its exit status; a mistake in how it was written is raised as a ``Fault``."""
    try:
        status = app(prog_name="fazhi", standalone_mode=False)
    except typer.Abort:
        return 1
    except TyperException as error:
        if not error.format_message():  # the help was asked for, and has been shown
            return STATUS
        raise fault_of(error.format_message(), _command(error)) from None
    return status if isinstance(status, int) else 0


def _command(error: TyperException) -> str:
    """The command that was being read when the mistake was met."""
    context = getattr(error, "ctx", None)
    return str(context.command_path) if context else "fazhi"


def fault_of(told: str, command: str) -> Fault:
    """A mistake as Typer tells it, in the words of this house.

    >>> print(fault_of("No such option: --jsn (Possible options: --json)", "fazhi version"))
    [cli.E001] 没有“--jsn”这个选项。是否应为 --json；用法见 fazhi version --help。
    """
    for pattern, code, wrong in MISTAKES:
        if found := re.fullmatch(pattern, " ".join(told.split())):
            said = found.groupdict()
            meant = f"是否应为 {_listed(said['meant'])}；" if said.get("meant") else ""
            said |= {"because": _because(said.get("because") or "")}
            return Fault(code, wrong.format(**said), f"{meant}用法见 {command} --help")
    return Fault("cli.E007", f"命令的写法不对（{told.strip()}）", f"用法见 {command} --help")


def _listed(names: str) -> str:
    """Names in Chinese, as in a sentence.

    >>> _listed("'check', 'schema'")
    'check、schema'
    """
    return "、".join(name.strip(" '") for name in names.split(","))


def _because(told: str) -> str:
    for pattern, words in REASONS:
        if found := re.fullmatch(pattern, told):
            return words.format(*found.groups())
    return told.rstrip(".")
