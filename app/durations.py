"""Time in words."""

from PySide6.QtCore import QCoreApplication


def clock(seconds: float) -> str:
    """Seconds as 0:42 or 1:05:00."""
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def span(seconds: float) -> str:
    """Seconds in words that suit a guess: "under a minute", "about 12 minutes", "about 3 hours"."""
    if seconds < 50:
        return QCoreApplication.translate("durations", "under a minute")
    minutes = round(seconds / 60)
    if minutes < 90:
        return QCoreApplication.translate("durations", "about %Ln minutes", "", minutes)
    return QCoreApplication.translate("durations", "about %Ln hours", "", round(minutes / 60))
