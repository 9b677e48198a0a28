"""Who talks to whom: the signals of the window's parts and the slots of other parts that hear them."""

from functools import partial

from app.parts import Parts


def connect_list(window: Parts) -> None:
    """The list, the photo and what is said of it."""
    window.session.current_changed.connect(window.grid.set_current)
    window.area.told.connect(window.door.tell)
    window.area.showing.ready.connect(window.comparing.show)
    window.area.showing.revised.connect(window.comparing.show)
    window.area.showing.cleared.connect(window.comparing.show)
    window.comparing.second_changed.connect(window.area.show_second)
    window.comparing.turned.connect(window.actions_by_id["split_versions"].setChecked)
    window.comparing.turned.connect(window.area.canvas.set_split)
    window.area.canvas.loupe_changed.connect(window.actions_by_id["loupe"].setChecked)
    window.area.desk.judging.failed.connect(window.door.mention)
    window.area.gauge.calibrating.failed.connect(window.door.mention)
    window.area.gauge.told.connect(window.door.tell)
    window.grid.current_chosen.connect(window.session.set_current)
    window.grid.sort_chosen.connect(window.reviewing.set_sort)
    window.photos.shown_changed.connect(window.reviewing.choose_first)
    window.queue_bar.queue_chosen.connect(window.reviewing.set_queue)
    window.queue_bar.search_changed.connect(window.reviewing.set_search)
    window.queue_bar.search_left.connect(window.grid.view.setFocus)
    window.reviewing.queue_changed.connect(window.queue_bar.set_queue)
    window.reviewing.search_refused.connect(window.queue_bar.set_search_problem)
    window.reviewing.queue_counts_changed.connect(window.queue_bar.set_counts)
    window.reviewing.tag_counts_changed.connect(window.task_bar.set_counts)
    window.thumbnails.unreadable.connect(window.session.set_error)


def connect_work(window: Parts) -> None:
    """Folders, long work, and what the user is told."""
    window.opening.told.connect(window.door.tell)
    window.opening.leaving.connect(window.resuming.remember)
    window.opening.opened.connect(window.resuming.go_back)
    window.opening.opened.connect(window.dropping.show_wanted)
    window.opening.walked.connect(window.dropping.show_found)
    window.dropping.told.connect(window.door.tell)
    window.opening.walked.connect(window.scoring.look_for_masks)
    window.opening.walked.connect(window.cataloguing.start)
    for source in (window.opening.failed, window.scoring.failed, window.session.write_failed):
        source.connect(window.door.report)
    window.centre.failed.connect(window.door.mention)
    window.office.told.connect(window.door.tell)
    window.importing.told.connect(window.door.tell)
    window.importing.masks_came.connect(partial(window.area.showing.revise, has_other_layer=True))
    window.archive.told.connect(window.door.tell)
    window.comparing.told.connect(window.door.tell)
    window.dialogs.comparison_requested.connect(window.comparing.set_on)
    window.merging.told.connect(window.door.tell)
    window.tag_files.told.connect(window.door.tell)
    window.shelving.told.connect(window.door.tell)
    window.supporting.told.connect(window.door.tell)
    window.supporting.failed.connect(window.door.report)
    window.workshop.doubtful_requested.connect(partial(window.reviewing.set_queue, "contradicts"))
    window.session.trouble.connect(window.door.tell)
    window.door.notice_given.connect(window.task_bar.set_notice)
    window.centre.progress_changed.connect(window.task_bar.set_progress)
    window.centre.became_idle.connect(window.task_bar.set_idle)
    window.predicting.estimate_changed.connect(window.task_bar.set_estimate)
    window.task_bar.predict_requested.connect(window.predicting.predict_all)
    window.task_bar.cancel_requested.connect(window.centre.cancel_shown)
    window.task_bar.model_requested.connect(window.dialogs.open_shelf)
    window.retraining.told.connect(window.door.tell)
    window.retraining.resumable_changed.connect(window.task_bar.set_resumable)
    window.task_bar.resume_requested.connect(window.workshop.resume)
    window.task_bar.retrain_requested.connect(window.workshop.open)
