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


class ElementEntry(Entry):
    """What an article says that the document states: by names in braces, or in words that it prints."""

    title: str
    basis: str
    by: tuple[str, ...] = ()
    """Names of the template; ``organ`` and ``day`` stand in the signature."""
    words: str = ""
    when: ConditionEntry | None = None

    @model_validator(mode="after")
    def _stated(self) -> "ElementEntry":
        if not (self.by or self.words):
            raise ValueError("须写明由哪几项（by）或者哪句话（words）载明")
        return self


class PartLine(Entry):
    """Paragraphs and blanks that several documents share, by the id of their part."""

    part: str


class PartEntry(Entry):
    """A piece of several documents, in ``parts/*.yaml``: written once, so that all of them say the same."""

    id: str
    fields: dict[str, FieldEntry] = {}
    body: tuple[str | LineEntry, ...]


class TemplateEntry(Entry):
    """One document of one act; the first of ``statutes`` is the one that a bare 第几条 means.

    A document that another body makes has ``made_by`` and no ``body``.
    """

    id: str
    title: str
    procedure: str
    act: str
    also: tuple[str, ...] = ()
    """Further acts of the procedure that demand the same document."""
    basis: str
    statutes: dict[str, date]
    made_by: str = ""
    numbered: bool = False
    number: str = ""
    """The 文号 of a document that the platform does not number, usually a fact of the case."""
    head: bool = False
    """Set with 版头 and 版记 (GB/T 9704): a 公文 of the organ, not a record or a letter to a party."""
    heading: str | tuple[str | LineEntry, ...] = ""
    """The title as printed, where it says more than the kind of document: the first that stands."""
    when: ConditionEntry | None = None
    """The document is made only in such cases."""
    elements: tuple[ElementEntry, ...] = ()
    """What the law says that it must state."""
    fields: dict[str, FieldEntry] = {}
    cites: dict[str, str] = {}
    addressee: str = ""
    body: tuple[str | LineEntry | PartLine, ...] = ()
    attachments: tuple[str, ...] = ()
    note: str = ""
    slip: bool = False
    """May also be printed in the street, on a roll of 80 mm."""

    @model_validator(mode="after")
    def _text_or_maker(self) -> "TemplateEntry":
        if bool(self.made_by) == bool(self.body):
            raise ValueError("须写且只写 body（由本机关制作）或者 made_by（由其他单位制发）之一")
        if self.numbered and self.number:
            raise ValueError("文号由平台编（numbered）的，不再写 number")
        if self.slip and (self.head or self.attachments):
            raise ValueError("可以印在卷纸上（slip）的，没有版头和附件")
        return self
