"""The one table of design tokens, and all that is derived from it: palette, style sheet, fonts, icons.

Widgets take their colours from ``tokens_of(self)`` when they paint; no other module of the
window names a colour.
"""

from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path
from string import Template

from PySide6.QtCore import QByteArray, QObject, QRectF, Qt, Slot
from PySide6.QtGui import QColor, QFont, QFontDatabase, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication, QWidget

import resources

FOLDER = Path(resources.__file__).parent
BASE_PX = 13
SMALL_PX = 11
STEP_PX = 4
RADIUS_PX = 6


@dataclass(frozen=True, slots=True)
class Tokens:
    """Every colour of one theme. ``on_…`` is the text colour upon the colour of that name."""

    background: str
    panel: str
    raised: str
    line: str
    text: str
    dim: str
    accent: str
    on_accent: str
    mask: str
    cracked: str
    on_cracked: str
    not_cracked: str
    on_not_cracked: str
    unsure: str
    on_unsure: str
    canvas: str
    on_canvas: str
    canvas_dim: str
    chip: str


DARK = Tokens(
    background="#17191c",
    panel="#1f2226",
    raised="#282c31",
    line="#33383e",
    text="#e7e9ec",
    dim="#9aa3ad",
    accent="#4c9be8",
    on_accent="#0b1017",
    mask="#ff7a28",
    cracked="#f2555a",
    on_cracked="#16090a",
    not_cracked="#35b779",
    on_not_cracked="#06140d",
    unsure="#f0b429",
    on_unsure="#191204",
    canvas="#0c0d0e",
    on_canvas="#e7e9ec",
    canvas_dim="#9aa3ad",
    chip="#17191c",
)

# Derived, not inverted: the same hues, darkened until they read on white; the canvas stays near black.
LIGHT = Tokens(
    background="#eef0f2",
    panel="#f8f9fa",
    raised="#ffffff",
    line="#d3d8dd",
    text="#1b1f23",
    dim="#56606b",
    accent="#1f6fbf",
    on_accent="#ffffff",
    mask="#b84a05",
    cracked="#c5282e",
    on_cracked="#ffffff",
    not_cracked="#12744a",
    on_not_cracked="#ffffff",
    unsure="#8a5f00",
    on_unsure="#ffffff",
    canvas=DARK.canvas,
    on_canvas=DARK.on_canvas,
    canvas_dim=DARK.canvas_dim,
    chip=DARK.chip,
)

# Every pair of (text, ground) that the window uses; a test holds each to WCAG AA in both themes.
TEXT_ON_GROUND = (
    *(
        (text, ground)
        for text in ("text", "dim", "cracked", "not_cracked", "unsure", "accent", "mask")
        for ground in ("background", "panel")
    ),
    ("text", "raised"),
    ("dim", "raised"),
    *((f"on_{ground}", ground) for ground in ("accent", "cracked", "not_cracked", "unsure", "canvas")),
    *((text, ground) for text in ("on_canvas", "canvas_dim") for ground in ("canvas", "chip")),
)


def tokens_for(scheme: Qt.ColorScheme) -> Tokens:
    """The theme of a colour scheme; a system that names none gets the dark one, which suits photos."""
    return LIGHT if scheme is Qt.ColorScheme.Light else DARK


def tokens_of(widget: QWidget) -> Tokens:
    """The theme that ``widget`` is shown in."""
    # By the colour of lines: a style sheet puts a widget's own background, a transparent one too, in place of Window.
    return DARK if widget.palette().color(QPalette.ColorRole.Mid).lightness() < 128 else LIGHT


def palette(tokens: Tokens) -> QPalette:
    role = QPalette.ColorRole
    colours = {
        role.Window: tokens.panel,
        role.WindowText: tokens.text,
        role.Base: tokens.background,
        role.AlternateBase: tokens.panel,
        role.Text: tokens.text,
        role.PlaceholderText: tokens.dim,
        role.Button: tokens.raised,
        role.ButtonText: tokens.text,
        role.ToolTipBase: tokens.raised,
        role.ToolTipText: tokens.text,
        role.Highlight: tokens.accent,
        role.HighlightedText: tokens.on_accent,
        role.Accent: tokens.accent,
        role.Link: tokens.accent,
        role.Mid: tokens.line,
    }
    made = QPalette(QColor(tokens.raised), QColor(tokens.panel))
    for each, colour in colours.items():
        made.setColor(each, QColor(colour))
    for each in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, each, QColor(tokens.dim))
    return made


def style_sheet(tokens: Tokens) -> str:
    template = Template((FOLDER / "style.qss").read_text(encoding="utf-8"))
    check = FOLDER / ("check-light.svg" if tokens is LIGHT else "check-dark.svg")
    return template.substitute(
        asdict(tokens), radius=RADIUS_PX, small=SMALL_PX, check=check.as_posix(), arrows=FOLDER.as_posix()
    )


def ui_font(*, pixel_size: int = BASE_PX, is_bold: bool = False) -> QFont:
    """The system's own UI font with tabular figures, so that changing numbers do not jump."""
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    font.setPixelSize(pixel_size)
    font.setWeight(QFont.Weight.DemiBold if is_bold else QFont.Weight.Normal)
    font.setFeature(QFont.Tag("tnum"), 1)
    return font


def heading_font() -> QFont:
    """Small, spaced capitals for the heading of a panel."""
    font = ui_font(pixel_size=SMALL_PX, is_bold=True)
    font.setCapitalization(QFont.Capitalization.AllUppercase)
    font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, 0.6)
    return font


def icon(name: str, tokens: Tokens) -> QIcon:
    """The drawing ``resources/icons/<name>.svg`` in the theme's text colour, dim where disabled."""
    made = QIcon()
    for size in (16, 24, 32, 48):
        made.addPixmap(pixmap(name, tokens.text, size))
        made.addPixmap(pixmap(name, tokens.dim, size), QIcon.Mode.Disabled)
        made.addPixmap(pixmap(name, tokens.on_accent, size), QIcon.Mode.Selected)
    return made


def pixmap(name: str, colour: str, size_px: int) -> QPixmap:
    """An icon of ``size_px`` device pixels with its ``currentColor`` set to ``colour``."""
    drawn = QPixmap(size_px, size_px)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    svg = _svg(name).replace("currentColor", colour)
    QSvgRenderer(QByteArray(svg.encode())).render(painter, QRectF(0, 0, size_px, size_px))
    painter.end()
    return drawn


def program_icon() -> QIcon:
    made = QIcon()
    for size in (16, 32, 64, 128, 256):
        made.addPixmap(pixmap("crack-review", DARK.text, size))
    return made


@cache
def _svg(name: str) -> str:
    return (FOLDER / "icons" / f"{name}.svg").read_text(encoding="utf-8")


class Theme(QObject):
    """Dresses the application and follows the system's colour scheme while the program runs."""

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._application = application
        application.setStyle("Fusion")
        application.setFont(ui_font())
        application.setWindowIcon(program_icon())
        self._preferred = Qt.ColorScheme.Unknown
        hints = application.styleHints()
        hints.colorSchemeChanged.connect(self._on_scheme_changed)
        self._on_scheme_changed(hints.colorScheme())

    def prefer(self, scheme: Qt.ColorScheme) -> None:
        """Holds to one scheme whatever the system does; ``Unknown`` follows the system again."""
        self._preferred = scheme
        self._on_scheme_changed(self._application.styleHints().colorScheme())

    @Slot(Qt.ColorScheme)
    def _on_scheme_changed(self, of_system: Qt.ColorScheme) -> None:
        is_free = self._preferred is Qt.ColorScheme.Unknown
        tokens = tokens_for(of_system if is_free else self._preferred)
        self._application.setPalette(palette(tokens))
        self._application.setStyleSheet(style_sheet(tokens))
