"""The commands of this checkout, on nothing but Python 3.11: see it run, pass all tests, measure, tidy up.

python3 run.py demo [--port N]     the demo district on http://127.0.0.1:8000
python3 run.py test [ARGS]         everything CI runs; ARGS go to pytest
python3 run.py soak                the long tests
python3 run.py bench               every benchmark, side by side with its peer
python3 run.py pictures [NAME …]   docs/screenshots anew, or those named, with the machine's Chromium
python3 run.py audit               advisories against the pins: 1 where there are any, 2 where nobody knows
python3 run.py clean               remove the environment, caches and demo data (never your own data)
"""

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
CACHES = (".venv", ".mypy_cache", ".ruff_cache", ".pytest_cache", ".hypothesis", "var/demo")


def demo(arguments: list[str]) -> int:
    """Make what is missing, then hand over to ``fazhi demo``."""
    from tools import environment

    python = environment.ensure(environment.RUNTIME)
    command = [str(python), "-m", "fazhi", "demo", *arguments]
    if os.name == "nt":
        return subprocess.call(command, env=environment.clean_environ(), cwd=ROOT)
    os.chdir(ROOT)
    sys.stdout.flush()
    os.execve(python, command, environment.clean_environ())


def test(arguments: list[str]) -> int:
    """Run everything CI runs."""
    from tools import checks

    return checks.everything(arguments)


def soak(arguments: list[str]) -> int:
    """Run the long tests."""
    from tools import checks

    return checks.soak(arguments)


def bench(arguments: list[str]) -> int:
    """Run ``main()`` of every benchmark, or of those named."""
    from tools import environment

    python = environment.ensure(environment.DEVELOPMENT)
    names = arguments or [p.stem for p in sorted((ROOT / "benchmarks").glob("[!_]*.py"))]
    status = 0
    for name in names:
        print(f"== {name}", flush=True)
        call = f"from benchmarks.{name} import main; main()"
        status |= subprocess.call([python, "-c", call], env=environment.clean_environ(), cwd=ROOT)
    return status


def pictures(arguments: list[str]) -> int:
    """Take the pictures of the documentation."""
    from tools import environment

    python = environment.ensure(environment.DEVELOPMENT)
    command = [str(python), "-m", "tools.pictures", *arguments]
    return subprocess.call(command, env=environment.clean_environ(), cwd=ROOT)


def audit(_: list[str]) -> int:
    """Ask for advisories before a release."""
    from tools import audit, environment

    environment.ensure(environment.DEVELOPMENT)
    found = audit.audit()
    print(found, *found.advisories, sep="\n")
    return found.status


def clean(_: list[str]) -> int:
    """Remove what can be made again."""
    for name in CACHES:
        shutil.rmtree(ROOT / name, ignore_errors=True)
    return 0


COMMANDS = {
    "demo": demo,
    "test": test,
    "soak": soak,
    "bench": bench,
    "pictures": pictures,
    "audit": audit,
    "clean": clean,
}


def main(arguments: list[str]) -> int:
    if sys.version_info < (3, 11):  # noqa: UP036 - an older Python gets a sentence, not a traceback
        print("[run.E001] 需要 Python 3.11 或更高版本。请改用 python3.11 run.py。", file=sys.stderr)
        return 2
    if not arguments or arguments[0] not in COMMANDS:
        print(__doc__, file=sys.stderr)
        return 0 if arguments[:1] in (["-h"], ["--help"]) else 2
    sys.path.insert(0, str(ROOT / "src"))
    from fazhi.fault import Fault

    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    try:
        return COMMANDS[arguments[0]](arguments[1:])
    except Fault as fault:
        print(fault, file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
