"""Before a training: what there is to learn from, how long it takes, start."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from app.durations import span
from app.models.material import Material
from app.models.thumbnails import Thumbnails
from app.numbers import whole
from app.value_rows import heading
from app.widgets.training.sample_view import SampleView
from core.values import Preset, Progress

_PRESET_WORDS = {
    Preset.QUICK: QT_TRANSLATE_NOOP("Before", "Quick: enough to learn this site's surfaces"),
    Preset.THOROUGH: QT_TRANSLATE_NOOP("Before", "Thorough: for a model that is kept"),
}


class Before(QWidget):
    """The photos with their parts, presets with their time, start."""

    def __init__(self, thumbnails: Thumbnails) -> None:
        super().__init__()
        self.samples = SampleView(thumbnails)
        self._legend = QLabel(wordWrap=True)
        self._machine = QLabel(wordWrap=True)
        for label in (self._legend, self._machine):
            label.setProperty("role", "dim")
        self._counts = {
            key: QLabel("…", alignment=Qt.AlignmentFlag.AlignRight) for key in ("cracked", "not_cracked", "unsure")
        }
        self._words = QLabel(wordWrap=True)
        self._bar = QProgressBar(textVisible=False)
        self.note = QLineEdit(placeholderText=self.tr("A note for the shelf, for example: after the pier photos"))
        self.note.setAccessibleName(self.tr("Note for the shelf"))
        self.corrections_box = QCheckBox()
        self.corrections_box.setToolTip(
            self.tr("Painted and erased pixels become labels; off, tags are all that the model learns from")
        )
        self.corrections_box.hide()
        self.start_button = QPushButton(self.tr("Start training"))
        self.start_button.setProperty("role", "primary")
        self.start_button.setEnabled(False)
        self.doubtful_button = QPushButton()
        self.doubtful_button.setToolTip(
            self.tr("Tags that the active model contradicts; some may be slips of the finger")
        )
        self.doubtful_button.hide()
        self.resume_button = QPushButton(self.tr("Resume"))
        self.resume_button.hide()
        self.forget_button = QPushButton(self.tr("Forget it"))
        self.forget_button.setToolTip(self.tr("The interrupted run is not offered any more; its best is dropped too"))
        self.forget_button.hide()
        self._group = QButtonGroup(self)
        self.radios = {preset: QRadioButton() for preset in Preset}
        self._arrange()
        self._write_presets({})
        self.radios[Preset.QUICK].setChecked(True)

    def preset(self) -> Preset:
        """The preset that is chosen."""
        return next(preset for preset, radio in self.radios.items() if radio.isChecked())

    def words(self) -> str:
        """What is said about the photos."""
        return self._words.text()

    def machine_words(self) -> str:
        """What is said about the machine."""
        return self._machine.text()

    def counts(self) -> dict[str, str]:
        """What is said about each kind of tag."""
        return {key: label.text() for key, label in self._counts.items()}

    def set_preparing(self, progress: Progress) -> None:
        self._bar.setRange(0, progress.total)
        self._bar.setValue(progress.done)
        self._bar.show()
        self._words.setText(self.tr("Looking for near-duplicates, so that no photo is both learnt from and judged by."))
        self.start_button.setEnabled(False)

    def set_material(self, material: Material) -> None:
        self._bar.hide()
        for key, pair in (("cracked", material.cracked), ("not_cracked", material.not_cracked)):
            words = self.tr("{learning} to learn from · {held_out} held out")
            self._counts[key].setText(words.format(learning=whole(pair[0]), held_out=whole(pair[1])))
        self._counts["unsure"].setText(self.tr("%Ln left out", "", material.unsure))
        self._write_presets(material.seconds)
        self._words.setText("\n".join([material.problem, *material.advice]).strip())
        self.start_button.setEnabled(not material.problem)
        self.doubtful_button.setVisible(material.doubtful > 0)
        self.doubtful_button.setText(self.tr("Look at %Ln doubtful tags first", "", material.doubtful))
        self.corrections_box.setVisible(material.corrected > 0)
        self.corrections_box.setText(self.tr("Learn from the strokes on %Ln photos, too", "", material.corrected))
        self.samples.show_samples(material.samples)
        self._legend.setText(self._said_of(material))
        self._machine.setText(material.machine)
        for button in (self.resume_button, self.forget_button):
            button.setVisible(bool(material.resumable))
        self.resume_button.setText(self.tr("Resume {run}").format(run=material.resumable))

    def set_outdated(self) -> None:
        """A tag was changed: what is shown no longer holds, and is looked up again."""
        self.start_button.setEnabled(False)

    def set_problem(self, sentence: str) -> None:
        self._bar.hide()
        self._words.setText(sentence)
        self.start_button.setEnabled(True)

    def _said_of(self, material: Material) -> str:
        if not material.samples:
            return self.tr("Tag photos with C, N and U; they appear here.")
        opens = self.tr("A click opens the photo; held-out photos and their near-duplicates never train.")
        if not material.doubtful:
            return opens
        return self.tr("▲ The active model contradicts the tag.") + " " + opens

    def _write_presets(self, seconds: dict[Preset, float]) -> None:
        for preset, radio in self.radios.items():
            words = self.tr(_PRESET_WORDS[preset])
            if preset in seconds:
                timed = self.tr("{preset}, {time} on this machine")
                words = timed.format(preset=words, time=span(seconds[preset]))
            radio.setText(words)

    def _arrange(self) -> None:
        form = QFormLayout()
        form.addRow(self.tr("Tagged cracked"), self._counts["cracked"])
        form.addRow(self.tr("Tagged not cracked"), self._counts["not_cracked"])
        form.addRow(self.tr("Tagged unsure"), self._counts["unsure"])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(heading(self.tr("What the model will learn from")))
        column.addLayout(form)
        column.addWidget(self.samples, 1)
        column.addWidget(self._legend)
        column.addWidget(self._bar)
        column.addWidget(self._words)
        column.addWidget(self.doubtful_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(heading(self.tr("How thoroughly")))
        for radio in self.radios.values():
            self._group.addButton(radio)
            column.addWidget(radio)
        column.addWidget(self.corrections_box)
        column.addWidget(self.note)
        column.addWidget(self._machine)
        buttons = QHBoxLayout()
        buttons.addWidget(self.resume_button)
        buttons.addWidget(self.forget_button)
        buttons.addStretch(1)
        buttons.addWidget(self.start_button)
        column.addLayout(buttons)
