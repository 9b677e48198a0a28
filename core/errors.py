"""The two kinds of error: the world's fault (told to the user) and ours (a traceback)."""


class CoreError(Exception):
    """The world's fault. Its message is one sentence: what was expected, what came, what to do."""


class PhotoError(CoreError):
    """A photo cannot be read: missing, broken, too large, or of an unknown kind."""


class ProjectError(CoreError):
    """A project cannot be opened or written."""


class CheckpointError(CoreError):
    """A file is not a network of this program, or is damaged."""


class TrainingError(CoreError):
    """Training cannot start or go on: too few tags, no disk space, no memory."""


class ScoreError(CoreError):
    """Photos and masks (or tags) do not fit together."""


class ExportError(CoreError):
    """A result cannot be written where it should go."""


class UsageError(CoreError):
    """The command line asks for something that does not exist or contradicts itself."""


class MeasureError(CoreError):
    """A scale, a marker or two photos of one spot cannot be used for measuring."""


class ImportFileError(CoreError):
    """Tags or masks from another program cannot be taken over."""
