"""What an official or a machine asks for often must answer at once."""

import subprocess
import sys

from tests.cli.command import Installation


def test_the_command_starts_without_loading_django() -> None:
    code = "import sys, fazhi.cli; sys.exit('django' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code]).returncode == 0


def test_the_version_names_what_a_report_needs(installation: Installation) -> None:
    assert installation.read("version").keys() == {"fazhi", "python", "django"}
    assert not installation.home.exists()


def test_a_refusal_is_coded_for_people_and_for_machines(installation: Installation) -> None:
    refused = installation.run("restore", "nothing.backup")
    assert refused.returncode == 2
    assert refused.stderr.startswith("[backup.E002] ")
    assert '"code": "backup.E002"' in installation.run("restore", "nothing.backup", "--json").stderr
