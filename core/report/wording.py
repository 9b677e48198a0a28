"""Numbers and words as a reader of the report's language expects them."""

from dataclasses import dataclass
from datetime import date, datetime

from core.measure.figures import Width
from core.report.texts import TEXTS, Language

_DATES = {Language.ENGLISH: "%Y-%m-%d", Language.GERMAN: "%d.%m.%Y", Language.SPANISH: "%d/%m/%Y"}


@dataclass(frozen=True, slots=True)
class Wording:
    """Texts and formats of one language."""

    language: Language

    def __call__(self, key: str, **values: object) -> str:
        """The text of ``key`` with its places filled."""
        text = TEXTS[key][list(Language).index(self.language)]
        return text.format(**values) if values else text

    def number(self, value: float, decimals: int) -> str:
        """With a decimal comma outside English; a thin space between thousands."""
        text = f"{value:,.{decimals}f}".replace(",", "\u202f")
        return text if self.language is Language.ENGLISH else text.replace(".", ",")

    def decimal(self, text: str) -> str:
        """A text with numbers written in English, with this language's decimal mark."""
        return text if self.language is Language.ENGLISH else text.replace(".", ",")

    def length(self, value: float, unit: str) -> str:
        """Pixels whole, millimetres up to a metre, metres above."""
        if unit == "px":
            return f"{self.number(value, 0)} px"
        if value >= 1000:
            return f"{self.number(value / 1000, 2)} m"
        return f"{self.number(value, 0 if value >= 100 else 1)} mm"

    def area(self, value: float, unit: str) -> str:
        """Square pixels, square millimetres or square centimetres."""
        if unit == "px":
            return f"{self.number(value, 0)} px²"
        if value >= 1000:
            return f"{self.number(value / 100, 1)} cm²"
        return f"{self.number(value, 1)} mm²"

    def width(self, width: Width | None) -> str:
        """A width with its unit, or below what it lies: "below one pixel (0.30 mm)"."""
        if width is None:
            return "–"
        value = f"{self.number(width.value, 1 if width.unit == 'px' else 2)} {width.unit}"
        if not width.is_below:
            return value
        one = width.limit_px < 1.05
        below = self("below_one") if one else self("below_px", count=self.number(width.limit_px, 1))
        return below if width.unit == "px" else f"{below} ({value})"

    def share(self, value: float) -> str:
        """A share as per cent."""
        return f"{self.number(100 * value, 2)} %"

    def day(self, when: date) -> str:
        """A date."""
        return when.strftime(_DATES[self.language])

    def moment(self, when: datetime) -> str:
        """A date and time of day."""
        return when.strftime(f"{_DATES[self.language]} %H:%M")

    def position(self, gps: tuple[float, float]) -> str:
        """Latitude and longitude in degrees."""
        north, east = ("N" if gps[0] >= 0 else "S"), ("E" if gps[1] >= 0 else "W")
        west = "O" if self.language is Language.SPANISH and east == "W" else east
        east = "O" if self.language is Language.GERMAN and east == "E" else west
        return f"{self.number(abs(gps[0]), 5)}° {north}, {self.number(abs(gps[1]), 5)}° {east}"
