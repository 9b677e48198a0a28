"""Retraining: what there is to learn from, how it goes, and whether it helped."""

from app.widgets.training.dialog import TrainingDialog

__all__ = ["TrainingDialog"]
