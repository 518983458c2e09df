"""Packs written for a test, on the statutes of the registry that tests may cite."""

from pathlib import Path


def pack(folder: Path, extends: str = "", **files: str) -> Path:
    """A pack of the files given, ``rules__a`` being ``rules/a.yaml``; its id is the folder's name."""
    folder.mkdir(parents=True, exist_ok=True)
    name = folder.name.replace("_", "-").lower()
    (folder / "pack.yaml").write_text(f"id: {name}\ntitle: 某规则包\nextends: '{extends}'\n", "utf-8")
    for path, text in files.items():
        file = folder / f"{path.replace('__', '/')}.yaml"
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, "utf-8")
    return folder
