"""The lines of a photo's page, in words: the same for HTML and PDF."""

from core.measure.classes import UNRESOLVED_COLOUR, WidthClasses
from core.report.model import Page
from core.report.wording import Wording

MOST_CRACKS = 8
SPECK_SHARE = 0.01
"""Of a photo's crack length: what is shorter says nothing by itself."""


def facts(page: Page, say: Wording) -> list[tuple[str, str]]:
    """Heading and value of everything known about a photo besides its cracks."""
    photo = page.photo
    lines = [
        (say("tag"), say(str(page.tag) if page.tag else "untagged")),
        (say("severity"), photo.severity),
        (say("element"), photo.element),
        (say("location"), photo.location),
        (say("taken"), say.moment(page.taken) if page.taken else ""),
        (say("position"), say.position(page.gps) if page.gps else ""),
        (say("camera"), photo.camera),
        (say("reviewed_by"), _review(page, say)),
        (say("scale"), _scale(page, say)),
        (say("threshold"), say.number(page.threshold, 2) if page.threshold is not None else ""),
        (say("model"), page.model),
        (say("notes"), photo.notes),
    ]
    return [(heading, value) for heading, value in lines if value]


def totals(page: Page, say: Wording) -> list[tuple[str, str]]:
    """The sums of the photo's cracks."""
    found = page.figures
    if found is None or found.widest is None:
        return []
    return [
        (say("cracks"), str(len(found.cracks))),
        (say("length"), say.length(found.length, found.unit)),
        (say("largest_width"), say.width(found.widest.max_width)),
        (say("mean_width"), say.width(found.mean_width)),
        (say("area"), say.area(found.area, found.unit)),
        (say("share"), say.share(found.crack_share)),
    ]


def class_labels(classes: WidthClasses, say: Wording) -> list[tuple[str, str]]:
    """Every class of widths with its colour as #rrggbb, last what is below resolution."""
    names = [*(say.decimal(f"{name} mm") for name in classes.names), say("unresolved")]
    colours = [*classes.colours, UNRESOLVED_COLOUR]
    return [(name, "#{:02x}{:02x}{:02x}".format(*colour)) for name, colour in zip(names, colours, strict=True)]


def legend(page: Page, classes: WidthClasses, say: Wording) -> list[tuple[str, str]]:
    """The classes that the photo's cracks are painted in; none without a scale, where all are painted alike."""
    return [label for label, length in zip(class_labels(classes, say), page.class_lengths, strict=False) if length > 0]


def crack_heading(say: Wording) -> tuple[str, ...]:
    """Columns of the table of cracks."""
    keys = ("crack", "length", "mean_width", "p95_width", "largest_width", "orientation", "branches")
    return tuple(say(key) for key in keys)


def cracks(page: Page, say: Wording) -> list[tuple[str, ...]]:
    """The longest cracks, a row each."""
    found = page.figures.cracks if page.figures else ()
    return [
        (
            crack.id,
            say.length(crack.length, crack.unit),
            say.width(crack.mean_width),
            say.width(crack.p95_width),
            say.width(crack.max_width),
            "–" if crack.orientation_deg is None else f"{say.number(crack.orientation_deg, 0)}°",
            str(crack.branches),
        )
        for crack in found[: _listed(page)]
    ]


def _listed(page: Page) -> int:
    """How many of the longest cracks the table names: those that are more than a speck, but the longest always."""
    found = page.figures.cracks if page.figures else ()
    least = SPECK_SHARE * sum(crack.length for crack in found)
    return max(sum(crack.length >= least for crack in found[:MOST_CRACKS]), min(1, len(found)))


def more_cracks(page: Page, say: Wording) -> str:
    """How many cracks the table leaves out; empty for none."""
    left = (len(page.figures.cracks) if page.figures else 0) - _listed(page)
    return say("more_cracks", count=left) if left > 0 else ""


def _review(page: Page, say: Wording) -> str:
    photo = page.photo
    if not photo.is_reviewed:
        return say("not_reviewed")
    parts = [photo.reviewer, say.moment(photo.reviewed_at) if photo.reviewed_at else ""]
    return ", ".join(part for part in parts if part) or "✓"


def _scale(page: Page, say: Wording) -> str:
    if page.figures is None:
        return ""
    if page.figures.unit == "px":
        return say("scale_none")
    return say("scale_per_px", size=f"{say.number(page.per_px, 3)} mm")
