"""What the window is made of: its services and widgets, built and laid out. Who talks to whom is in ``wiring``."""

from functools import partial

from PySide6.QtCore import QByteArray, QSize, Qt, Slot
from PySide6.QtWidgets import QMainWindow, QMenu, QSplitter, QVBoxLayout, QWidget

from app import actions
from app.archive import Archive
from app.choosers import Choosers
from app.dialogs import Dialogs
from app.dropping import Dropping
from app.failures import Door
from app.flows.cataloguing import Cataloguing
from app.flows.centre import TaskCentre
from app.flows.comparing import Comparing
from app.flows.comparing_dates import ComparingDates
from app.flows.engines import EngineTrial
from app.flows.exporting import Exporting
from app.flows.finishing import Finishing
from app.flows.importing import Importing
from app.flows.merging import Merging
from app.flows.opening import Opening
from app.flows.predicting import Predicting
from app.flows.reporting import Reporting
from app.flows.retraining import Retraining
from app.flows.reviewing import Reviewing
from app.flows.scoring import Scoring
from app.flows.shelving import Shelving
from app.flows.side_by_side import SideBySide
from app.flows.supporting import Supporting
from app.flows.tag_files import TagFiles
from app.log import RecentLog
from app.meeting import MeetingRoom
from app.models.photo_list import PhotoList
from app.models.thumbnails import Thumbnails
from app.office import Office
from app.photo_area import PhotoArea
from app.resuming import Resuming
from app.session import Session
from app.settings import Settings
from app.which import Pick, picks
from app.widgets.inspector import WIDTH_PX
from app.widgets.photo_grid import PhotoGrid
from app.widgets.queue_bar import QueueBar
from app.widgets.task_bar import TaskBar
from app.widgets.tour import Tour
from app.workshop import Workshop

GRID_PX = 270


class Parts(QMainWindow):
    """The parts of one window, not yet connected."""

    def __init__(self, settings: Settings, log: RecentLog) -> None:
        super().__init__()
        self.settings = settings
        self._log = log
        self.setWindowTitle("Crack Review")
        self.resize(QSize(1440, 900).boundedTo(self.screen().availableSize()))
        self.setAcceptDrops(True)
        self._build_services()
        self._build_widgets()
        self._build_actions()
        self._arrange()

    def _build_services(self) -> None:
        self.door = Door(self)
        self.session = session = Session(self)
        self.centre = centre = TaskCentre(self)
        self.thumbnails = Thumbnails(self)
        self.photos = PhotoList(session, self.thumbnails, self)
        self.opening = Opening(session, centre, self)
        self.dropping = Dropping(session, self.opening, self)
        self.reviewing = Reviewing(session, self.photos, self.settings, self)
        self.shelving = Shelving(session, centre, self)
        self.predicting = Predicting(session, self.photos, self.settings, centre, self)
        self.engine_trial = EngineTrial(session, self.predicting, centre, self)
        self.comparing = Comparing(session, self.shelving, self.predicting, centre=centre, parent=self)
        self.finishing = Finishing(session, self.predicting, self)
        self.scoring = Scoring(session, self.predicting, centre, self)
        self.cataloguing = Cataloguing(session, centre, self)
        self.area = PhotoArea(
            session,
            self.settings,
            photos=self.photos,
            reviewing=self.reviewing,
            predicting=self.predicting,
            scoring=self.scoring,
            centre=centre,
            selected_ids=lambda: self.grid.selected_ids(),
            parent=self,
        )
        self.retraining = Retraining(
            session, self.settings, predicting=self.predicting, scoring=self.scoring, centre=centre, parent=self
        )
        self.tag_files = TagFiles(session, self)
        self.merging = Merging(session, centre, self)
        self.meeting_room = MeetingRoom(self, session, opening=self.opening, merging=self.merging)
        self.exporting = Exporting(session, self.predicting, centre, self)
        self.importing = Importing(session, self.predicting, centre, self)
        self.reporting = Reporting(session, self.predicting, centre, self)
        self.comparing_dates = ComparingDates(session, self.predicting, centre, self)
        self.supporting = Supporting(centre, self)
        self.dialogs = Dialogs(
            self, session, self.settings, shelving=self.shelving, supporting=self.supporting, log=self._log
        )
        self.workshop = Workshop(
            self,
            session,
            retraining=self.retraining,
            shelving=self.shelving,
            side_by_side=SideBySide(session, self.predicting, centre, self),
            thumbnails=self.thumbnails,
            look=lambda: self.area.canvas.look,
        )

    def _build_widgets(self) -> None:
        self.queue_bar = QueueBar()
        self.grid = PhotoGrid(self.photos)
        self.task_bar = TaskBar()
        self.resuming = Resuming(
            self,
            self.session,
            reviewing=self.reviewing,
            photos=self.photos,
            showing=self.area.showing,
            canvas=self.area.canvas,
            queue_bar=self.queue_bar,
            grid=self.grid,
        )
        self.choosers = Choosers(
            self,
            opening=self.opening,
            scoring=self.scoring,
            tag_files=self.tag_files,
            merging=self.merging,
        )
        self.office = Office(
            self,
            self.session,
            self.settings,
            reporting=self.reporting,
            exporting=self.exporting,
            importing=self.importing,
            picks=self._picks,
        )
        self.archive = Archive(self, self.session, self.settings, comparing=self.comparing_dates, picks=self._picks)

    def _picks(self) -> Pick:
        return picks(self.session.items(), self.photos.shown_ids(), self.grid.selected_ids())

    def _build_actions(self) -> None:
        self.actions_by_id = actions.build(self, self.settings.shortcut)
        actions.fill_menus(self.menuBar(), self.actions_by_id)
        self.addActions(list(self.actions_by_id.values()))
        self.recent_menu = QMenu(self.tr("Recent folders"), self)
        self.recent_menu.aboutToShow.connect(self._fill_recent)
        file_menu = self.menuBar().findChild(QMenu, "File")
        file_menu.insertMenu(self.actions_by_id["choose_masks"], self.recent_menu)

    @Slot()
    def _fill_recent(self) -> None:
        self.recent_menu.clear()
        for folder in self.settings.recent_folders():
            self.recent_menu.addAction(str(folder), partial(self.opening.open, folder))
        self.recent_menu.setEnabled(True)

    def _arrange(self) -> None:
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setHandleWidth(1)
        for widget in (self.grid, self.area.canvas, self.area.inspector):
            self.splitter.addWidget(widget)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setSizes([GRID_PX, 1440 - GRID_PX - WIDTH_PX, WIDTH_PX])
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.queue_bar)
        column.addWidget(self.splitter, 1)
        column.addWidget(self.task_bar)
        middle = QWidget()
        middle.setLayout(column)
        self.setCentralWidget(middle)
        places = (self.area.tag_bar, self.area.threshold_panel, self.queue_bar, self.task_bar.retrain_button)
        self.tour = Tour(places, self)
        self._restore_places()

    def _restore_places(self) -> None:
        for name, restore in (("geometry", self.restoreGeometry), ("splitter", self.splitter.restoreState)):
            kept = self.settings.remembered(name)
            if isinstance(kept, QByteArray):
                restore(kept)

    def remember_places(self) -> None:
        """Keep where the window and its panels are."""
        self.settings.remember("geometry", self.saveGeometry())
        self.settings.remember("splitter", self.splitter.saveState())
