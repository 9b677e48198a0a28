"""What holds for a whole project: its width classes, its grades of severity, its network, where its maps lie."""

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from core.errors import MeasureError
from core.measure.classes import WidthClasses
from core.project import scales
from core.project.project import Project

# Okabe and Ito's, which colour-blind people tell apart, from thin to wide.
COLOURS = (*WidthClasses().colours, (204, 121, 167), (0, 114, 178))
CLASSES_SETTING = "width_classes"
MAPS_FOLDER = "maps"


@dataclass(frozen=True, slots=True)
class Standards:
    """``severities`` are the grades' codes from best to worst; ``model`` is None for the shipped network."""

    classes: WidthClasses = field(default_factory=WidthClasses)
    severities: tuple[str, ...] = ()
    model: str | None = None
    maps: Path | None = None


def standards(project: Project) -> Standards:
    """Those of a project. Raises ProjectError where it cannot be read."""
    grades = tuple(grade.code for grade in scales.scale(project).grades)
    return Standards(width_classes(project), grades, project.active_model, project.place.store / MAPS_FOLDER)


def width_classes(project: Project) -> WidthClasses:
    """As the user set them, else the usual ones."""
    said = project.setting(CLASSES_SETTING)
    with suppress(MeasureError, TypeError, ValueError, KeyError):  # a foreign or newer project file
        if said is not None:
            colours = tuple((int(red), int(green), int(blue)) for red, green, blue in said["colours"])
            return WidthClasses(tuple(float(limit) for limit in said["limits_mm"]), colours)
    return WidthClasses()


def classes_of(limits_mm: Iterable[float]) -> WidthClasses:
    """Classes with these upper limits, each in a colour of its own. Raises MeasureError for what cannot be."""
    limits = tuple(limits_mm)
    if len(limits) >= len(COLOURS):
        raise MeasureError(f"Eyes tell at most {len(COLOURS)} classes apart, not {len(limits) + 1}; leave some out.")
    return WidthClasses(limits, COLOURS[: len(limits) + 1])


def keep_width_classes(project: Project, classes: WidthClasses) -> None:
    """Widths are told apart so from now on, in the window, in exports and in reports."""
    said = {"limits_mm": list(classes.limits_mm), "colours": [list(colour) for colour in classes.colours]}
    project.set_setting(CLASSES_SETTING, None if classes == WidthClasses() else said)
