"""What a version says about itself, in words: for the shelf."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from app.numbers import decimal, moment, short, whole
from core.values import ModelVersion

UNKNOWN = "–"

FACTS = (
    QT_TRANSLATE_NOOP("version", "Made"),
    QT_TRANSLATE_NOOP("version", "Learnt from"),
    QT_TRANSLATE_NOOP("version", "Sources"),
    QT_TRANSLATE_NOOP("version", "Tags as of"),
    QT_TRANSLATE_NOOP("version", "Seed"),
    QT_TRANSLATE_NOOP("version", "Held-out figures"),
    QT_TRANSLATE_NOOP("version", "Threshold, gate"),
    QT_TRANSLATE_NOOP("version", "Parent"),
    QT_TRANSLATE_NOOP("version", "Architecture"),
    QT_TRANSLATE_NOOP("version", "Input"),
    QT_TRANSLATE_NOOP("version", "Format, id"),
)
# What the shelf and the curves tell of a training, in this order; a network's file knows more.
FIGURES = {
    "painted_dice": QT_TRANSLATE_NOOP("version", "Dice on painted cracks"),
    "tag_auroc": QT_TRANSLATE_NOOP("version", "AUROC of tags"),
}


def titles() -> list[str]:
    """What each fact is called."""
    return [QCoreApplication.translate("version", title) for title in FACTS]


def facts(version: ModelVersion, name_of: Callable[[str], str]) -> list[str]:
    """One value for each of ``FACTS``; ``name_of`` tells what another version is called here."""
    said = version.metadata
    tags = said.get("tags")
    tags = tags if isinstance(tags, Mapping) else {}
    gate = said.get("gate")
    return [
        made(version),
        _counts(tags) if tags else UNKNOWN,
        _listed(tags.get("sources")),
        str(tags.get("snapshot") or UNKNOWN),
        str(said.get("seed", UNKNOWN)),
        figures(version),
        f"{decimal(version.threshold, 2)}, {decimal(gate, 2) if isinstance(gate, float | int) else UNKNOWN}",
        _parent(said.get("parent"), name_of),
        str(said.get("architecture") or UNKNOWN),
        _input(said),
        f"{said.get('format_version', UNKNOWN)}, {version.id}",
    ]


def made(version: ModelVersion) -> str:
    """When it was trained."""
    try:
        return moment(datetime.fromisoformat(str(version.metadata.get("created"))).astimezone())
    except ValueError:
        return UNKNOWN


def learnt(version: ModelVersion) -> str:
    """Photos tagged cracked and not cracked, short."""
    tags = version.metadata.get("tags")
    if not isinstance(tags, Mapping):
        return UNKNOWN
    return " / ".join(whole(tags.get(tag, 0)) for tag in ("cracked", "not_cracked"))


def figure_name(figure: str) -> str:
    """What a figure is called; a strange one by its own name."""
    known = FIGURES.get(figure)
    return figure.replace("_", " ") if known is None else QCoreApplication.translate("version", known)


def figures(version: ModelVersion) -> str:
    """Its figures on photos and paintings that it did not learn from."""
    found = version.metadata.get("figures")
    if not isinstance(found, Mapping):
        return UNKNOWN
    numbers = {name: found[name] for name in FIGURES if isinstance(found.get(name), int | float)}
    return ", ".join(f"{figure_name(name)} {decimal(value, 3)}" for name, value in numbers.items()) or UNKNOWN


def _counts(tags: Mapping) -> str:
    words = QCoreApplication.translate("version", "{cracked} cracked, {clean} not cracked, {held_out} held out")
    numbers = {"cracked": "cracked", "clean": "not_cracked", "held_out": "held_out"}
    return words.format(**{name: whole(tags.get(tag, 0)) for name, tag in numbers.items()})


def _listed(sources: object) -> str:
    return ", ".join(map(str, sources)) if isinstance(sources, Sequence) and sources else UNKNOWN


def _parent(parent: object, name_of: Callable[[str], str]) -> str:
    return UNKNOWN if parent is None else name_of(str(parent))


def _input(said: Mapping) -> str:
    scale = said.get("working_scale")
    words = QCoreApplication.translate("version", "normalised as {kind}, working scale {scale}")
    known = short(scale) if isinstance(scale, float | int) else UNKNOWN
    return words.format(kind=said.get("normalisation") or UNKNOWN, scale=known)
