"""What the first pages add up."""

from collections import Counter, defaultdict
from collections.abc import Sequence

from core.measure.figures import Width
from core.report.model import Bar, Chart, Page, ReportOptions, Summary
from core.report.rows import class_labels
from core.report.wording import Wording
from core.values import Tag

TAG_COLOURS = {Tag.CRACKED: "#d55e00", Tag.NOT_CRACKED: "#009e73", Tag.UNSURE: "#e69f00", None: "#9aa3ad"}
UNITS = ("mm", "px")


def summarise(pages: Sequence[Page], options: ReportOptions, say: Wording) -> Summary:
    """Sums are kept apart by unit: millimetres and pixels are never added."""
    charts = (
        _tags(pages, say),
        _classes(pages, options, say),
        _severities(pages, options, say),
        *_elements(pages, say),
    )
    return Summary(
        rows=tuple(_rows(pages, say)),
        charts=tuple(chart for chart in charts if any(bar.value for bar in chart.bars)),
        unreviewed=tuple(page.photo.name for page in pages if not page.photo.is_reviewed),
        total=len(pages),
        unread=tuple(page.photo.name for page in pages if page.error),
    )


def _rows(pages: Sequence[Page], say: Wording) -> list[tuple[str, str]]:
    found = [page.figures for page in pages if page.figures is not None]
    rows = [
        (say("photos"), str(len(pages))),
        (say("photos_with_cracks"), str(sum(bool(one.cracks) for one in found))),
        (say("cracks"), str(sum(len(one.cracks) for one in found))),
    ]
    for unit in UNITS:
        lengths = [one.length for one in found if one.unit == unit and one.cracks]
        widest = max(
            (one.widest.max_width for one in found if one.unit == unit and one.widest), key=_value, default=None
        )
        if lengths and widest is not None:
            rows.append((say("total_length"), say.length(sum(lengths), unit)))
            rows.append((say("largest_width"), say.width(widest)))
    return rows


def _value(width: Width) -> tuple[bool, float]:
    """A width that was resolved counts more than any limit."""
    return not width.is_below, width.value


def _tags(pages: Sequence[Page], say: Wording) -> Chart:
    count = Counter(page.tag for page in pages)
    kinds = (*Tag, None)
    bars = (
        Bar(say(str(kind) if kind else "untagged"), count[kind], str(count[kind]), TAG_COLOURS[kind]) for kind in kinds
    )
    return Chart(say("by_tag"), tuple(bars))


def _classes(pages: Sequence[Page], options: ReportOptions, say: Wording) -> Chart:
    labels = class_labels(options.classes, say)
    sums = [0.0] * len(labels)
    for page in pages:
        for number, length in enumerate(page.class_lengths):
            sums[number] += length
    bars = (
        Bar(label, length, say.length(length, "mm"), colour)
        for (label, colour), length in zip(labels, sums, strict=True)
    )
    return Chart(say("by_class"), tuple(bars))


def _severities(pages: Sequence[Page], options: ReportOptions, say: Wording) -> Chart:
    count = Counter(page.photo.severity for page in pages if page.photo.severity)
    grades = [*options.severities, *sorted(set(count) - set(options.severities))]
    bars = (Bar(grade, count[grade], str(count[grade]), options.style.accent) for grade in grades)
    return Chart(say("by_severity"), tuple(bars))


def _elements(pages: Sequence[Page], say: Wording) -> list[Chart]:
    """One chart a unit, if there is more than one element; the longest first, at most twelve."""
    charts = []
    for unit in UNITS:
        sums: dict[str, float] = defaultdict(float)
        for page in pages:
            if page.figures is not None and page.figures.unit == unit and page.photo.element:
                sums[page.photo.element] += page.figures.length
        longest = sorted(sums.items(), key=lambda item: -item[1])[:12]
        bars = tuple(Bar(name, length, say.length(length, unit), "#56789a") for name, length in longest)
        if len(sums) > 1:
            charts.append(Chart(say("by_element"), bars))
    return charts
