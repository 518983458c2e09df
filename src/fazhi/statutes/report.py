"""What an import did, file by file."""

from dataclasses import dataclass, field

from fazhi.fault import Fault


@dataclass
class Report:
    """Names of files by what became of them; a skipped one with the reason."""

    imported: list[str] = field(default_factory=list)
    replaced: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    skipped: list[tuple[str, Fault]] = field(default_factory=list)
    articles: int = 0

    def as_dict(self) -> dict[str, object]:
        """Counts, and the skipped files with their reasons, for a machine."""
        return {
            "imported": len(self.imported),
            "replaced": len(self.replaced),
            "unchanged": len(self.unchanged),
            "articles": self.articles,
            "skipped": [{"file": name, **fault.as_dict()} for name, fault in self.skipped],
        }
