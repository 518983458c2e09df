"""A document template as a lawyer writes it: words in braces stand for what case and drafter supply."""

from datetime import date

from pydantic import model_validator

from fazhi.packs.condition_entry import ConditionEntry
from fazhi.packs.entry import Entry


class FieldEntry(Entry):
    """What the drafter fills in because the procedure does not record it."""

    title: str
    basis: str = ""
    long: bool = False
    """Takes several lines."""


class LineEntry(Entry):
    """A paragraph that stands only on a condition."""

    text: str
    when: ConditionEntry


class TemplateEntry(Entry):
    """One document of one act; the first of ``statutes`` is the one that a bare 第几条 means.

    A document that another body makes has ``made_by`` and no ``body``.
    """

    id: str
    title: str
    procedure: str
    act: str
    basis: str
    statutes: dict[str, date]
    made_by: str = ""
    numbered: bool = False
    fields: dict[str, FieldEntry] = {}
    cites: dict[str, str] = {}
    addressee: str = ""
    body: tuple[str | LineEntry, ...] = ()
    note: str = ""

    @model_validator(mode="after")
    def _text_or_maker(self) -> "TemplateEntry":
        if bool(self.made_by) == bool(self.body):
            raise ValueError("须写且只写 body（由本机关制作）或者 made_by（由其他单位制发）之一")
        return self
