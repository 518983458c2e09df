"""The rows that an indicator counts, as a query: each with what leaves it out, and whether it fits."""

from typing import Any

from django.db.models import (
    Case,
    DateField,
    DurationField,
    Exists,
    ExpressionWrapper,
    F,
    IntegerField,
    Max,
    Min,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.db.models.expressions import Combinable

from fazhi.cases.models import Case as CaseRow
from fazhi.cases.models import Clock
from fazhi.indicators.criterion import Terms
from fazhi.indicators.models import Deed
from fazhi.packs.indicator_entry import ANY, ByEntry, CriterionEntry, IndicatorEntry, SpanEntry
from fazhi.registers.models import Edition, Entry, Review

IN = -1
"""In the place of a reason: the row is counted."""
Rows = QuerySet[Any]


def rows(indicator: IndicatorEntry, terms: Terms, option: str) -> Rows:
    """All rows with ``out`` (the number of the exclusion, or ``IN``), ``fits``, ``place`` and ``made_up``.

    For days a row has its ``span``; one that has not both ends is no row.
    """
    population = indicator.population
    found = _cases(indicator, terms) if population.cases else _entries(indicator, terms)
    if population.where:
        found = found.filter(terms.of(population.where))
    found = _missed(population.late, found, terms) if population.late else found
    found = found.annotate(out=_out(indicator, terms, option), fits=_fits(indicator.numerator, terms))
    return _spanned(found, indicator.span) if indicator.span else found


def reasons(indicator: IndicatorEntry, option: str) -> list[tuple[CriterionEntry, str]]:
    """What leaves a row out, in order, with its words; the first that holds is the one that is told."""
    told = [(one.when, one.because) for one in indicator.exclusions]
    if indicator.choice and option:
        chosen = indicator.choice.options[option]
        told += [(chosen.leaves_out, f"口径：{chosen.title}")] if chosen.leaves_out else []
    return told


def _out(indicator: IndicatorEntry, terms: Terms, option: str) -> Combinable:
    whens = [When(terms.of(when), then=Value(n)) for n, (when, _) in enumerate(reasons(indicator, option))]
    return Case(*whens, default=Value(IN), output_field=IntegerField())


def _fits(numerator: CriterionEntry | None, terms: Terms) -> Combinable:
    if numerator is None:
        return Value(1, output_field=IntegerField())
    return Case(When(terms.of(numerator), then=Value(1)), default=Value(0), output_field=IntegerField())


def _cases(indicator: IndicatorEntry, terms: Terms) -> Rows:
    by = indicator.population.by or ByEntry(began=True)
    rows = CaseRow.objects.filter(_dated(by, terms), procedure__in=indicator.population.cases)
    found: Rows = rows.annotate(place=F("organ"), made_up=F("demo"))
    return found


def _missed(names: tuple[str, ...], cases: Rows, terms: Terms) -> Rows:
    """Each clock of some cases whose last day lies in the period and was missed; a case may have several."""
    rows = Clock.objects.filter(terms.missed(), case__in=cases.values("pk"), due__range=terms.days)
    chosen = rows if ANY in names else rows.filter(name__in=names)
    found: Rows = chosen.select_related("case").annotate(place=F("case__organ"), made_up=F("case__demo"))
    return found


def _dated(by: ByEntry, terms: Terms) -> Q:
    """Which cases belong to the period; a limit that still runs does so only once its last day is over."""
    if by.act:
        return Q(pk__in=Deed.objects.filter(name=by.act, day__range=terms.days).values("case"))
    if by.due:
        over = terms.clocks(by.due, within=True).filter(Q(stopped__isnull=False) | Q(due__lt=terms.today))
        return Q(Exists(over))
    return Q(began_on__range=terms.days)


def _spanned(found: Rows, span: SpanEntry) -> Rows:
    begun, over = (
        Subquery(
            Deed.objects.filter(case=OuterRef("pk"), name=act).order_by().values("case").values(d=end("day")),
            output_field=DateField(),
        )
        for act, end in ((span.from_, Min), (span.to, Max))
    )
    found = found.annotate(begun=begun, over=over).filter(begun__isnull=False, over__isnull=False)
    spanned: Rows = found.annotate(span=ExpressionWrapper(F("over") - F("begun"), DurationField()))
    return spanned


def _entries(indicator: IndicatorEntry, terms: Terms) -> Rows:
    """The entries of the editions that had been published by the end of the period, which then applied."""
    last = min(terms.period.last, terms.today)
    kinds = indicator.population.registers
    published = Edition.objects.filter(
        register=OuterRef("edition__register"),
        reviews__kind=Review.Kind.PUBLISH,
        reviews__at__date__lte=last,
    )
    held = Entry.objects.filter(edition__register__kind__in=kinds, edition__register__organ__isnull=False)
    standing = held.filter(edition=Subquery(published.order_by("-number").values("pk")[:1])).on(last)
    found: Rows = standing.annotate(place=F("edition__register__organ"), made_up=F("edition__register__demo"))
    return found
