"""What the program keeps for a project without asking: no statements, so not undone."""

import json
import sqlite3

from core.project.audit import Json
from core.project.database import told_if_damaged


@told_if_damaged
def find(connection: sqlite3.Connection, key: str) -> Json:
    """A setting, None where there is none."""
    row = connection.execute("SELECT value FROM settings WHERE key = ?", (key,)).fetchone()
    return None if row is None else json.loads(row[0])


def keep(connection: sqlite3.Connection, key: str, value: Json) -> None:
    """Keeps a setting; None forgets it."""
    if value is None:
        connection.execute("DELETE FROM settings WHERE key = ?", (key,))
    else:
        connection.execute("INSERT OR REPLACE INTO settings (key, value) VALUES (?, ?)", (key, json.dumps(value)))
