"""A word on the desktop, where the system has a place for it."""

import pytest
from PySide6.QtWidgets import QSystemTrayIcon, QWidget

from app import desktop


@pytest.fixture
def said(monkeypatch):
    messages = []
    monkeypatch.setattr(QSystemTrayIcon, "showMessage", lambda tray, *message: messages.append(message))
    return messages


def test_a_notice_carries_the_sentence_and_leaves_one_icon(qtbot, monkeypatch, said):
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", staticmethod(lambda: True))
    window = QWidget()
    qtbot.addWidget(window)
    desktop.notify(window, "Training has ended.")
    desktop.notify(window, "Predicting has ended.")
    assert [message[:2] for message in said] == [
        ("Crack Review", "Training has ended."),
        ("Crack Review", "Predicting has ended."),
    ]
    assert len(window.findChildren(QSystemTrayIcon)) == 1


def test_without_a_tray_nothing_happens(qtbot, monkeypatch, said):
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", staticmethod(lambda: False))
    window = QWidget()
    qtbot.addWidget(window)
    desktop.notify(window, "Training has ended.")
    assert not said and not window.findChildren(QSystemTrayIcon)
