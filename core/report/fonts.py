"""Fonts of the PDF: Vera, which ReportLab brings, and for other scripts what the system has."""

from functools import cache
from html import escape
from itertools import groupby
from pathlib import Path
from typing import Any

BODY, BOLD, CHINESE = "Vera", "VeraBd", "STSong-Light"
_FIRST_CHINESE = 0x2E80
_SYSTEM = (
    "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf",
    "/Library/Fonts/Arial Unicode.ttf",
    "/System/Library/Fonts/Supplemental/Arial Unicode.ttf",
    "C:/Windows/Fonts/arial.ttf",
)


class Fonts:
    """``body`` and ``bold`` by name; a style's own font serves for both."""

    def __init__(self, own: Path | None = None) -> None:
        """Raises ExportError where the style's font is none."""
        if own is None:
            self.body, self.bold = BODY, BOLD
            self._faces = [_registered(BODY, "Vera.ttf")]
            _registered(BOLD, "VeraBd.ttf")
        else:
            self.body = self.bold = f"own-{own.stem}"
            self._faces = [_registered(self.body, str(own))]
        other = next((path for path in _SYSTEM if Path(path).is_file()), None)
        if other is not None:
            self._faces.append(_registered("other", other))

    def markup(self, text: str) -> str:
        """``text`` escaped for a paragraph; letters that the font lacks in one that has them."""
        spaced = text.replace("\u202f", "\u00a0")
        parts = []
        for name, letters in groupby(spaced, self._font_of):
            run = escape("".join(letters), quote=False).replace("\n", "<br/>")
            parts.append(run if name == self.body else f'<font name="{name}">{run}</font>')
        return "".join(parts)

    def _font_of(self, letter: str) -> str:
        for font in self._faces:
            if letter == "\n" or ord(letter) in font.face.charToGlyph:
                return str(font.fontName) if font is not self._faces[0] else self.body
        if ord(letter) >= _FIRST_CHINESE:
            _register_chinese()
            return CHINESE
        return self.body


@cache
def _registered(name: str, file: str) -> Any:
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFError, TTFont

    from core.errors import ExportError

    try:
        font = TTFont(name, file)
    except TTFError as error:
        raise ExportError(f"{file} should be a TrueType font and is not ({error}); choose another.") from error
    pdfmetrics.registerFont(font)
    return font


@cache
def _register_chinese() -> None:
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.cidfonts import UnicodeCIDFont

    pdfmetrics.registerFont(UnicodeCIDFont(CHINESE))
