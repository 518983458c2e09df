"""What a reviewer had before them, answered and decided stays on record: the opinion rests on it."""

from fazhi.office.append_only import AppendOnly

TABLES = AppendOnly(("legality_examination", "legality_found", "legality_answer", "legality_ruling"))
