"""The index is written here and nowhere else."""

from fazhi.search.actions.mark import after_migration, mark_all
from fazhi.search.actions.update import Updated, update, update_all

__all__ = ["Updated", "after_migration", "mark_all", "update", "update_all"]
