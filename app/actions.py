"""Everything that the user can do, as one declared table.

Menus, the command palette and the shortcut sheet are made from it; the window connects each id to a slot.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenuBar


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """One row: ``keys`` are portable key names, the first is shown. Without a ``menu`` it is in none."""

    id: str
    text: str
    menu: str
    keys: tuple[str, ...] = ()
    hint: str = ""
    is_checkable: bool = False
    is_checked: bool = False
    starts_group: bool = False


MENUS = ("File", "Edit", "Go", "View", "Model", "Record", "Help")

ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec("open_folder", "Open folder…", "File", ("Ctrl+O",)),
    ActionSpec("choose_masks", "Choose folder of true masks…", "File"),
    ActionSpec("refresh", "Look for new photos", "File", ("F5",)),
    ActionSpec("import_tags", "Import tags…", "File", starts_group=True),
    ActionSpec("export_tags", "Export tags…", "File", ("Ctrl+E",)),
    ActionSpec("hand_over", "Hand over the project…", "File", starts_group=True),
    ActionSpec("merge_file", "Merge a colleague's project…", "File"),
    ActionSpec("merge_folder", "Merge the project of a folder…", "File"),
    ActionSpec("settings", "Settings…", "File", ("Ctrl+,",), starts_group=True),
    ActionSpec("quit", "Quit", "File", ("Ctrl+Q",), starts_group=True),
    ActionSpec("undo", "Undo", "Edit", ("Ctrl+Z",)),
    ActionSpec("redo", "Redo", "Edit", ("Ctrl+Shift+Z", "Ctrl+Y")),
    ActionSpec("history", "History…", "Edit", ("Ctrl+H",)),
    ActionSpec("tag_cracked", "Tag as cracked", "Edit", ("C",), starts_group=True),
    ActionSpec("tag_not_cracked", "Tag as not cracked", "Edit", ("N",)),
    ActionSpec("tag_unsure", "Tag as unsure", "Edit", ("U",)),
    ActionSpec("clear_tag", "Clear tag", "Edit", ("Backspace", "Del")),
    ActionSpec("accept", "Accept as reviewed, go on", "Edit", ("R",), starts_group=True),
    ActionSpec("withdraw", "Not reviewed after all", "Edit", ("Shift+R",)),
    ActionSpec("next_crack", "Next crack", "Edit", (".",)),
    ActionSpec("previous_crack", "Previous crack", "Edit", (",",)),
    ActionSpec("reject_crack", "Reject the chosen crack", "Edit", ("X",)),
    ActionSpec("accept_crack", "Accept the chosen crack", "Edit", ("A",)),
    ActionSpec("note", "Write a note on the photo", "Edit", ("W",)),
    ActionSpec("crack_note", "Write a note on the chosen crack", "Edit", ("Shift+W",)),
    ActionSpec("judge", "Judge structure, element, severity", "Edit", ("Q",)),
    ActionSpec("judgement_settings", "Scale of severity, names of folders…", "Edit"),
    ActionSpec("select_all", "Select all shown photos", "Edit", ("Ctrl+A",), starts_group=True),
    ActionSpec("search", "Search", "Edit", ("Ctrl+F", "/")),
    ActionSpec("next_photo", "Next photo", "Go", ("Right", "J")),
    ActionSpec("previous_photo", "Previous photo", "Go", ("Left", "K")),
    ActionSpec("first_photo", "First photo", "Go", ("Home",)),
    ActionSpec("last_photo", "Last photo", "Go", ("End",)),
    ActionSpec("queue_all", "All photos", "Go", ("Alt+1",), starts_group=True),
    ActionSpec("queue_untagged", "Untagged", "Go", ("Alt+2",)),
    ActionSpec("queue_cracked", "Cracked", "Go", ("Alt+3",)),
    ActionSpec("queue_not_cracked", "Not cracked", "Go", ("Alt+4",)),
    ActionSpec("queue_unsure", "Unsure", "Go", ("Alt+5",)),
    ActionSpec("queue_unreviewed", "Unreviewed", "Go", ("Alt+0",)),
    ActionSpec("queue_contradicts", "Contradict model", "Go", ("Alt+6",)),
    ActionSpec("queue_uncertain", "Most uncertain", "Go", ("Alt+7",)),
    ActionSpec("queue_lowest_dice", "Lowest Dice", "Go", ("Alt+8",)),
    ActionSpec("queue_unreadable", "Unreadable", "Go", ("Alt+9",)),
    ActionSpec("fit", "Fit photo to window", "View", ("F",)),
    ActionSpec("actual_size", "Actual size (1:1)", "View", ("1",)),
    ActionSpec("zoom_in", "Zoom in", "View", ("+", "=", "Ctrl++")),
    ActionSpec("zoom_out", "Zoom out", "View", ("-", "Ctrl+-")),
    ActionSpec("mask_style", "Fill, outline or heat map", "View", ("O",), starts_group=True),
    ActionSpec("split", "Split slider: photo beside mask", "View", ("S",), is_checkable=True),
    ActionSpec("split_versions", "Split slider: two model versions", "View", ("Shift+S",), is_checkable=True),
    ActionSpec("loupe", "Loupe", "View", ("L",), is_checkable=True),
    ActionSpec("compare_truth", "Found, missed, false (with true masks)", "View", ("T",), is_checkable=True),
    ActionSpec("width_colours", "Cracks in colours of their width", "View", ("D",), is_checkable=True),
    ActionSpec("hide_mask", "Hide mask while held", "", ("Space",), "Hold the key; let go to see the mask again."),
    ActionSpec("tool_pan", "Move the photo", "View", ("V",), starts_group=True),
    ActionSpec("tool_brush", "Draw what is missing", "View", ("B",)),
    ActionSpec("tool_eraser", "Erase what is wrong", "View", ("E",)),
    ActionSpec("tool_ruler", "Ruler", "View", ("M",)),
    ActionSpec("tool_region", "Mark a region to ignore", "View", ("I",)),
    ActionSpec("tool_corners", "Mark the corners of a known rectangle", "View"),
    ActionSpec("clear_regions", "Forget ignored regions of this photo", "View"),
    ActionSpec("lower_threshold", "Lower threshold (more mask)", "View", ("[",)),
    ActionSpec("raise_threshold", "Raise threshold (less mask)", "View", ("]",)),
    ActionSpec("reset_threshold", "Model's own threshold", "View", ("\\",)),
    ActionSpec("show_grid", "Photo list", "View", ("F7",), is_checkable=True, is_checked=True, starts_group=True),
    ActionSpec("photo_rows", "Photos as rows of words", "View", ("F6",), is_checkable=True),
    ActionSpec("show_inspector", "Inspector", "View", ("F8",), is_checkable=True, is_checked=True),
    ActionSpec("full_screen", "Full screen", "View", ("F11",), is_checkable=True),
    ActionSpec("predict_folder", "Predict whole folder", "Model", ("Ctrl+P",)),
    ActionSpec("cancel_work", "Cancel running work", "Model", ("Ctrl+.",)),
    ActionSpec("retrain", "Retrain from tags…", "Model", ("Ctrl+T",), starts_group=True),
    ActionSpec("model_shelf", "Model shelf…", "Model", ("Ctrl+M",)),
    ActionSpec("roll_back", "Roll back to the previous model", "Model"),
    ActionSpec("scale", "Scale and width classes…", "Record", ("Ctrl+Shift+M",)),
    ActionSpec("widest", "Show the widest place", "Record", ("P",)),
    ActionSpec("compare_dates", "Compare two dates…", "Record", ("Ctrl+D",), starts_group=True),
    ActionSpec("report", "Report…", "Record", ("Ctrl+R",), starts_group=True),
    ActionSpec("export", "Export…", "Record", ("Ctrl+Shift+E",)),
    ActionSpec("import", "Import masks or tags…", "Record", ("Ctrl+I",)),
    ActionSpec("palette", "Command palette…", "Help", ("Ctrl+K", "Ctrl+Shift+P")),
    ActionSpec("shortcuts", "Keyboard shortcuts", "Help", ("F1",)),
    ActionSpec("tour", "Tour of the window", "Help"),
    ActionSpec("log", "Log", "Help", ("Ctrl+L",)),
    ActionSpec("support", "Report a problem…", "Help"),
    ActionSpec("about", "About Crack Review", "Help", starts_group=True),
)

BY_ID: Mapping[str, ActionSpec] = {spec.id: spec for spec in ACTIONS}
assert len(BY_ID) == len(ACTIONS), "two actions share an id"
assert {spec.menu for spec in ACTIONS} <= {*MENUS, ""}, "an action names a menu that does not exist"

# Held, not pressed: the window listens for press and release itself.
HELD = frozenset({"hide_mask"})


def build(parent: QObject, own_keys: Callable[[str], str | None]) -> dict[str, QAction]:
    """The table as QActions. ``own_keys`` gives the user's keys for an id, None where the table's hold."""
    return {spec.id: _build_one(spec, parent, own_keys(spec.id)) for spec in ACTIONS if spec.id not in HELD}


def set_keys(action: QAction, own_keys: str | None) -> None:
    """Give an action the user's keys, or the table's where ``own_keys`` is None."""
    spec = BY_ID[action.objectName()]
    action.setShortcuts([QKeySequence(keys) for keys in keys_of(spec, own_keys)])


def _build_one(spec: ActionSpec, parent: QObject, own_keys: str | None) -> QAction:
    action = QAction(words_of(spec), parent)
    action.setObjectName(spec.id)
    action.setCheckable(spec.is_checkable)
    action.setChecked(spec.is_checked)
    action.setToolTip(QCoreApplication.translate("actions", spec.hint or spec.text))
    action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
    action.setShortcuts([QKeySequence(keys) for keys in keys_of(spec, own_keys)])
    return action


def keys_of(spec: ActionSpec, own_keys: str | None) -> tuple[str, ...]:
    """The keys that hold: the user's own, if any, else the table's."""
    if own_keys is None:
        return spec.keys
    return (own_keys,) if own_keys else ()


def fill_menus(bar: QMenuBar, actions: Mapping[str, QAction]) -> None:
    """Make the menus from the table."""
    for title in MENUS:
        menu = bar.addMenu(menu_words(title))
        menu.setObjectName(title)
        for spec in in_menu(title):
            if spec.starts_group:
                menu.addSeparator()
            menu.addAction(actions[spec.id])


def in_menu(title: str) -> Iterator[ActionSpec]:
    """The rows of one menu, in order."""
    return (spec for spec in ACTIONS if spec.menu == title and spec.id not in HELD)


def words_of(spec: ActionSpec) -> str:
    """What an action is called in the user's language."""
    return QCoreApplication.translate("actions", spec.text)


def menu_words(title: str) -> str:
    """What a menu is called, with the letter that opens it marked; without a mark it is the first."""
    words = QCoreApplication.translate("menus", title)
    return words if "&" in words else f"&{words}"


def plain(words: str) -> str:
    """Without the mark of its letter."""
    return words.replace("&", "")


def shown_keys(keys: str) -> str:
    """Portable key names as the user's keyboard has them."""
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
