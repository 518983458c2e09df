"""Bring statute texts in: each file whole or not at all, each edition once, however often it is run."""

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from django.db import transaction

from fazhi.fault import Fault
from fazhi.law.statute_text import StatuteText
from fazhi.law.title import key
from fazhi.statutes import bulk, fulltext
from fazhi.statutes.models import Article, Edition, Statute
from fazhi.statutes.report import Report
from fazhi.statutes.source import Source, load

INDEX_BATCH = 100
"""Editions indexed in one transaction: FTS5 writes a segment for each, and merges them."""


class Import:
    """One run over files; it remembers which editions it met, so that two files of one do not alternate."""

    def __init__(self) -> None:
        self.report = Report()
        held = Edition.objects.values_list("digest", "statute__key", "promulgated")
        self._held = {digest: (name, day) for digest, name, day in held}
        self._met: dict[tuple[str, date], str] = {}

    def run(self, paths: Iterable[Path]) -> Iterator[Path]:
        """Import files, in a transaction each, giving back each path when it is done."""
        for count, path in enumerate(paths, 1):
            try:
                self._take(load(path))
            except Fault as fault:
                self.report.skipped.append((path.name, fault))
            if count % INDEX_BATCH == 0:
                index()
            yield path
        index()

    def _take(self, source: Source) -> None:
        if held := self._held.get(source.digest):
            self._meet(held, source)
            self.report.unchanged.append(source.name)
            return
        text = source.read()
        self._meet((key(text.title), text.promulgated), source)
        replaced = save(text, source)
        (self.report.replaced if replaced else self.report.imported).append(source.name)
        self.report.articles += len(text.articles)

    def _meet(self, edition: tuple[str, date], source: Source) -> None:
        if first := self._met.get(edition):
            raise Fault(
                "statute.E008",
                f"与{first}是同一版本（{edition[1]}）",
                "请只保留一个文件，或者在文件名中改正版本日期",
            )
        self._met[edition] = source.name


@transaction.atomic
def save(text: StatuteText, source: Source) -> bool:
    """Write one edition with its articles; true where it took the place of an older reading of itself."""
    statute, _ = Statute.objects.get_or_create(key=key(text.title), defaults={"title": text.title})
    if text.enacted and not (statute.enacted and statute.enacted <= text.enacted):
        statute.enacted = text.enacted
        statute.save(update_fields=["enacted"])
    replaced = _remove(statute, text.promulgated)
    edition = Edition.objects.create(
        statute=statute, promulgated=text.promulgated, in_force_from=text.in_force_from,
        document=text.document, notices="\n".join(act.text for act in text.enactments),
        preamble=text.preamble, article_count=text.articles[-1].number.number,
        file_name=source.name, digest=source.digest,
    )  # fmt: skip
    bulk.write(edition, text)
    return replaced


def _remove(statute: Statute, promulgated: date) -> bool:
    edition = Edition.objects.filter(statute=statute, promulgated=promulgated).first()
    if edition is None:
        return False
    if edition.indexed:
        fulltext.remove(list(edition.articles.values_list("id", "text")))
    edition.delete()
    return True


def index() -> None:
    """Make every edition findable that is not yet: also what an interrupted import left behind."""
    while batch := list(Edition.objects.filter(indexed=False).values_list("id", flat=True)[:INDEX_BATCH]):
        with transaction.atomic():
            rows = Article.objects.filter(edition__in=batch).order_by("id")
            fulltext.add(list(rows.values_list("id", "text")))
            Edition.objects.filter(id__in=batch).update(indexed=True)
