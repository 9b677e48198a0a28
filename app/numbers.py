"""Numbers and dates as the user's language writes them."""

import re
from datetime import datetime

from PySide6.QtCore import QDateTime, QLocale

_SHORT = QLocale.FormatType.ShortFormat


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


def percent(share: float) -> str:
    """A share (0..1) with as many digits as it needs to be told from 0."""
    value = 100 * share
    if value == 0 or value >= 10:
        return f"{decimal(value, 0)} %"
    return f"{decimal(value, 1)} %" if value >= 0.1 else f"{short(value, 2)} %"


def localised(text: str) -> str:
    """A text with numbers written in English, with this language's decimal mark."""
    return text.replace(".", QLocale().decimalPoint())


def moment(when: datetime) -> str:
    """Date and time, short: 23.11.2026 09:30, and 2026-11-23 09:30 in English, where 3/4 may be March or April."""
    here = QLocale()
    if here.language() == QLocale.Language.English:
        return f"{when:%Y-%m-%d %H:%M}"
    days = re.sub("y+", "yyyy", here.dateFormat(_SHORT))
    return here.toString(QDateTime(when), f"{days} {here.timeFormat(_SHORT)}")
