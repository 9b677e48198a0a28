"""What a report says, whatever it looks like: the model that HTML and PDF share."""

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from re import fullmatch

from core.errors import ExportError
from core.export.photo import ExportPhoto
from core.measure.classes import WidthClasses
from core.measure.figures import PhotoFigures
from core.report.texts import Language
from core.values import RGB, Tag

Loaded = tuple[RGB, ExportPhoto]


class Paper(StrEnum):
    """Of the PDF."""

    A4 = "a4"
    LETTER = "letter"


class Order(StrEnum):
    """Of the photo pages."""

    GIVEN = "given"
    NAME = "name"
    ELEMENT = "element"
    WIDEST = "widest"
    SEVERITY = "severity"


@dataclass(frozen=True, slots=True)
class ReportPhoto:
    """A photo to report on. ``load`` reads it and its final mask when its turn comes, and may raise CoreError."""

    name: str
    load: Callable[[], Loaded]
    is_reviewed: bool = False
    reviewer: str = ""
    reviewed_at: datetime | None = None
    element: str = ""
    location: str = ""
    severity: str = ""
    notes: str = ""
    camera: str = ""


@dataclass(frozen=True, slots=True)
class Style:
    """Colours (#rrggbb) and a TrueType font for the PDF; the default one draws Latin letters."""

    accent: str = "#1f5fa8"
    text: str = "#1b1f24"
    dim: str = "#5f6b78"
    line: str = "#d5dbe1"
    font: Path | None = None

    @staticmethod
    def read(path: Path) -> "Style":
        """From a TOML file of these names. Raises ExportError."""
        try:
            said = tomllib.loads(path.read_text(encoding="utf-8"))
        except (OSError, ValueError, RecursionError) as error:
            raise ExportError(f"{path} should be a TOML file of a style and is not ({error}); correct it.") from error
        known = {one.name for one in fields(Style)}
        colours = {name: value for name, value in said.items() if name != "font"}
        odd = set(said) - known or {n for n, v in colours.items() if not fullmatch(r"#[0-9a-fA-F]{6}", str(v))}
        if odd:
            raise ExportError(f"{path} may set {', '.join(sorted(known))}, colours as #rrggbb; correct {min(odd)!r}.")
        font = path.parent / said["font"] if "font" in said else None
        if font is not None and not font.is_file():
            raise ExportError(f"{path} names the font {font}, which is not there; correct it.")
        return Style(**colours, font=font)


@dataclass(frozen=True, slots=True)
class ReportOptions:
    """Everything about the report that is not in its photos. ``severities`` lists the grades from best to worst."""

    title: str = ""
    site: str = ""
    client: str = ""
    inspector: str = ""
    date: date = field(default_factory=date.today)
    logo: Path | None = None
    language: Language = Language.ENGLISH
    paper: Paper = Paper.A4
    order: Order = Order.GIVEN
    classes: WidthClasses = field(default_factory=WidthClasses)
    severities: tuple[str, ...] = ()
    overlaps: tuple[tuple[str, str], ...] = ()
    template: Path | None = None
    style: Style = field(default_factory=Style)


@dataclass(frozen=True, slots=True)
class Page:
    """One photo of the finished model: figures in memory, pictures on disk (JPEG); ``error`` if it was unreadable."""

    photo: ReportPhoto
    figures: PhotoFigures | None = None
    per_px: float = 1.0
    tag: Tag | None = None
    threshold: float | None = None
    model: str = ""
    taken: datetime | None = None
    gps: tuple[float, float] | None = None
    class_lengths: tuple[float, ...] = ()
    original: Path | None = None
    overlay: Path | None = None
    detail: Path | None = None
    error: str = ""


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar of a chart; ``text`` is its value with unit."""

    label: str
    value: float
    text: str
    colour: str


@dataclass(frozen=True, slots=True)
class Chart:
    """Bars from top to bottom."""

    title: str
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class Summary:
    """The first pages: rows of key figures, charts, and which photos were not looked at or could not be read."""

    rows: tuple[tuple[str, str], ...]
    charts: tuple[Chart, ...]
    unreviewed: tuple[str, ...]
    total: int
    unread: tuple[str, ...] = ()
    severity_colours: Mapping[str, str] = field(default_factory=dict)
