"""The sample photos that come with the program, for somebody who opens it without a folder."""

from pathlib import Path

import resources
from core.errors import ProjectError
from core.project.files import write_atomically
from core.project.place import user_folder

_SHIPPED = Path(resources.__file__).parent / "samples"


def unpack() -> Path:
    """The user's own copy of the sample photos, made or completed where it lacks some.

    A copy, because the program writes beside the photos that it opens and its own folder may be read-only.

    Raises:
        ProjectError: the user's folder takes no files.
    """
    target = user_folder() / "samples"
    try:
        for source in sorted(_SHIPPED.glob("*/*.*")):
            _copy(source, target / source.relative_to(_SHIPPED))
    except OSError as error:
        raise ProjectError(
            f"The sample photos should be copied to {target} and cannot be ({error.strerror}); "
            "open a folder of your own."
        ) from error
    return target


def _copy(source: Path, target: Path) -> None:
    """Whole or not at all; what is there stays as it is."""
    if target.exists():
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    write_atomically(target, source.read_bytes())
