"""Numbers and dates as the user's language writes them."""

from datetime import datetime

from PySide6.QtCore import QDateTime, QLocale


def whole(number: int) -> str:
    """1,234 or 1.234."""
    return QLocale().toString(int(number))


def decimal(number: float, digits: int, *, is_signed: bool = False) -> str:
    """0.61 or 0,61; with a plus before positive ones where ``is_signed``."""
    sign = "+" if is_signed and number >= 0 else ""
    return sign + QLocale().toString(float(number), "f", digits)


def short(number: float, figures: int = 6) -> str:
    """At most so many figures, and no zeros at the end."""
    return QLocale().toString(float(number), "g", figures)


def moment(when: datetime) -> str:
    """Date and time, short."""
    return QLocale().toString(QDateTime(when), QLocale.FormatType.ShortFormat)
