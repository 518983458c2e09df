"""The files of the project, also where it was unpacked from an archive and git is not there."""

from fnmatch import fnmatch
from pathlib import Path

ROOT = Path(__file__).parents[2]
MADE = {"var", "build", "dist", "__pycache__"}


def files(*patterns: str) -> list[Path]:
    """Files that people wrote: all of them, or those whose path matches one of the patterns."""
    paths = [path for path in ROOT.rglob("*") if path.is_file() and _is_written(path.relative_to(ROOT))]
    names = ((path, str(path.relative_to(ROOT))) for path in paths)
    return sorted(p for p, name in names if not patterns or any(fnmatch(name, each) for each in patterns))


def _is_written(path: Path) -> bool:
    hidden = [part for part in path.parts[:-1] if part.startswith(".") and part != ".ci"]
    return not hidden and not MADE & set(path.parts) and ".egg-info" not in str(path) and path.name != ".git"
