"""The checkout's own Python environment: made once, and again only when what it must hold has changed."""

import hashlib
import os
import platform
import shutil
import subprocess
import sys
from pathlib import Path

from fazhi.fault import Fault

ROOT = Path(__file__).resolve().parents[1]
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
STAMP = VENV / "installed"
RUNTIME = ROOT / "requirements.txt"
DEVELOPMENT = ROOT / "requirements-dev.txt"
HOLDS = {RUNTIME: (RUNTIME,), DEVELOPMENT: (RUNTIME, DEVELOPMENT)}
"""The development file pins everything the other one does, in the same versions; a test says so."""
FOREIGN = ("PYTHONPATH", "PYTHONHOME", "VIRTUAL_ENV", "DJANGO_SETTINGS_MODULE")


def ensure(requirements: Path) -> Path:
    """The interpreter of an environment that holds the pinned requirements and this project."""
    if not is_fresh(requirements):
        create()
        install(requirements)
        STAMP.write_text("\n".join(map(fingerprint, HOLDS[requirements])), "utf-8")
    return PYTHON


def is_fresh(requirements: Path) -> bool:
    return (
        PYTHON.exists() and STAMP.exists() and fingerprint(requirements) in STAMP.read_text("utf-8").split()
    )


def fingerprint(requirements: Path) -> str:
    """What an installation depends on: the pins, the project's metadata, the interpreter, the place."""
    known = hashlib.sha256(f"{platform.python_version()} {ROOT}".encode())
    for path in (requirements, ROOT / "pyproject.toml"):
        known.update(path.read_bytes())
    return f"{requirements.name}:{known.hexdigest()}"


def clean_environ() -> dict[str, str]:
    """This process's environment without what would lead Python to another installation.

    uv trusts the system's certificates unless told otherwise: a mirror inside an organisation has its own.
    """
    kept = {k: v for k, v in os.environ.items() if k not in FOREIGN}
    return {"UV_SYSTEM_CERTS": "true"} | kept | {"PYTHONUTF8": "1"}


def create() -> None:
    say(f"创建 Python 环境 {VENV}")
    if subprocess.call([sys.executable, "-m", "venv", "--clear", VENV], env=clean_environ()):
        raise Fault(
            "run.E002", "无法创建 Python 虚拟环境", "请安装 venv（Debian：apt install python3-venv）后重试"
        )


def install(requirements: Path) -> None:
    """Install by uv where it is found, else, or where uv cannot reach its index, by pip."""
    for name, commands in installers(requirements).items():
        say(f"由 {name} 安装 {requirements.name} 所列依赖（只在首次或依赖变化时）")
        if all(map(succeeds, commands)):
            return
    raise Fault(
        "run.E003", "依赖没有装上，原因见上方输出", "请检查网络或 pip 的镜像设置（PIP_INDEX_URL）后重试"
    )


def installers(requirements: Path) -> dict[str, list[list[str]]]:
    """Ways to install, best first; each is the commands to run one after another."""
    tools = {"pip": [str(PYTHON), "-m", "pip", "install", "--disable-pip-version-check", "--no-input"]}
    if uv := shutil.which("uv"):
        tools = {"uv": [uv, "pip", "install", "--python", str(PYTHON)]} | tools
    pinned, project = ["--require-hashes", "-r", str(requirements)], ["--no-deps", "-e", str(ROOT)]
    return {name: [[*tool, *pinned], [*tool, *project]] for name, tool in tools.items()}


def succeeds(command: list[str]) -> bool:
    return subprocess.call(command, env=clean_environ(), cwd=ROOT) == 0


def say(text: str) -> None:
    print(f"— {text}", flush=True)
