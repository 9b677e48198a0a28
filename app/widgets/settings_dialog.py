"""The settings, made from their declared table; a change holds at once."""

from functools import partial

from PySide6.QtCore import QCoreApplication, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QSpinBox,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from app.assets import STEP_PX
from app.form_rows import fit, pad
from app.settings import SETTINGS, Setting, Settings


class SettingsDialog(QDialog):
    """One tab a page of the table, one row a setting."""

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Settings"))
        fit(self, 520, 340)
        self._settings = settings
        self.editors: dict[str, QWidget] = {}
        tabs = QTabWidget()
        for page in dict.fromkeys(setting.page for setting in SETTINGS):
            tabs.addTab(self._page(page), _words(page))
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.RestoreDefaults | QDialogButtonBox.StandardButton.Close
        )
        buttons.button(QDialogButtonBox.StandardButton.RestoreDefaults).clicked.connect(settings.reset)
        buttons.rejected.connect(self.close)
        column = QVBoxLayout(self)
        column.addWidget(tabs)
        column.addWidget(buttons)
        settings.changed.connect(self._on_changed)

    def _page(self, page: str) -> QWidget:
        widget = QWidget()
        form = QFormLayout(widget)
        form.setContentsMargins(16, 16, 16, 16)
        form.setHorizontalSpacing(4 * STEP_PX)
        form.setVerticalSpacing(2 * STEP_PX)
        for setting in SETTINGS:
            if setting.page == page:
                editor = self.editors[setting.key] = self._editor(setting)
                editor.setToolTip(_words(setting.hint))
                editor.setAccessibleName(_words(setting.label))
                form.addRow("" if isinstance(editor, QCheckBox) else _words(setting.label), editor)
                self._show(setting)
        return widget

    def _editor(self, setting: Setting) -> QWidget:
        keep = partial(self._settings.set_value, setting.key)
        if setting.choices is not None:
            box = QComboBox()
            for value, name in setting.choices.items():
                box.addItem(_words(name), value)
            box.activated.connect(lambda row: keep(box.itemData(row)))
            return box
        if isinstance(setting.default, bool):
            tick = QCheckBox(_words(setting.label))
            tick.toggled.connect(keep)
            return tick
        number = QSpinBox(minimum=int(setting.minimum), maximum=int(setting.maximum), suffix=setting.unit)
        number.setSpecialValueText(_words(setting.least))
        pad(number)
        number.valueChanged.connect(keep)
        return number

    def _show(self, setting: Setting) -> None:
        editor, value = self.editors[setting.key], self._settings.value(setting.key)
        if isinstance(editor, QComboBox):
            editor.setCurrentIndex(editor.findData(value))
        elif isinstance(editor, QCheckBox):
            editor.setChecked(value)
        elif isinstance(editor, QSpinBox):
            editor.setValue(value)

    @Slot(str)
    def _on_changed(self, key: str) -> None:
        setting = next((each for each in SETTINGS if each.key == key), None)
        if setting is not None:
            self._show(setting)


def _words(text: str) -> str:
    """A text of the table in the user's language."""
    return QCoreApplication.translate("settings", text) if text else ""
