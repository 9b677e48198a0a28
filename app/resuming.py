"""Where one was in a folder, for the next time: photo, zoom and place in it, queue, search, order."""

from typing import Any

from PySide6.QtCore import QObject, Slot

from app.flows.reviewing import Reviewing
from app.flows.showing import Showing, Shown
from app.models.photo_list import PhotoList
from app.models.queues import SORTS
from app.session import Session
from app.widgets.canvas import Canvas
from app.widgets.photo_grid import PhotoGrid
from app.widgets.queue_bar import QueueBar
from core.project.audit import Json

SETTING = "place"


class Resuming(QObject):
    """Kept with the project when the folder is left; what no longer fits is left out."""

    def __init__(
        self,
        window: QObject,
        session: Session,
        *,
        reviewing: Reviewing,
        photos: PhotoList,
        showing: Showing,
        canvas: Canvas,
        queue_bar: QueueBar,
        grid: PhotoGrid,
    ) -> None:
        super().__init__(window)
        self._session = session
        self._reviewing = reviewing
        self._photos = photos
        self._canvas = canvas
        self._queue_bar = queue_bar
        self._grid = grid
        self._view: tuple[int, float, float, float] | None = None
        showing.ready.connect(self._on_ready)

    @Slot()
    def remember(self) -> None:
        """Keep where one is."""
        if not self._session.has(self._session.current):
            return
        place = {
            "photo": self._session.current,
            "queue": self._photos.queue.id,
            "search": "" if self._part() else self._queue_bar.search_line.text(),
            "sort": self._grid.sort,
            "view": None if self._canvas.is_fitted else [self._canvas.zoom, *self._canvas.middle],
        }
        self._session.write(lambda project: project.set_setting(SETTING, place))

    @Slot()
    def go_back(self) -> None:
        """Go on where one was the last time."""
        project = self._session.project
        place = None if project is None else project.setting(SETTING)
        if not isinstance(place, dict):
            place = {}
        self._go_to_list(place)
        photo = place.get("photo")
        self._view = None
        if isinstance(photo, int) and self._session.has(photo):
            self._view = _view(photo, place.get("view"))
            self._session.set_current(photo)

    def _go_to_list(self, place: dict[str, Any]) -> None:
        """A folder that says nothing begins with all photos; a search of the folder before means nothing here."""
        sort, search = place.get("sort"), place.get("search")
        self._grid.set_sort(sort if isinstance(sort, str) and sort in SORTS else next(iter(SORTS)))
        self._queue_bar.set_search(self._part() or (search if isinstance(search, str) else ""))
        queue = place.get("queue")
        self._reviewing.set_queue(queue if queue in self._reviewing.queue_ids else self._reviewing.queue_ids[0])

    def _part(self) -> str:
        """What finds the photos of the sub-folder that was opened; "" for a whole project."""
        project = self._session.project
        is_part = project is not None and project.folder != project.root
        return f"{project.folder.relative_to(project.root).as_posix()}/" if is_part else ""

    @Slot(object)
    def _on_ready(self, shown: Shown) -> None:
        if self._view is not None and shown.id == self._view[0]:
            _, zoom, x, y = self._view
            self._canvas.look_at(zoom, (x, y))
        self._view = None


def _view(photo: int, said: Json) -> tuple[int, float, float, float] | None:
    if not (isinstance(said, list) and len(said) == 3 and all(isinstance(each, int | float) for each in said)):
        return None
    return (photo, float(said[0]), float(said[1]), float(said[2]))
