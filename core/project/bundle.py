"""A project in one file, to be handed to a colleague: what was said and drawn, without the photos."""

import re
import shutil
import tempfile
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from core.errors import ProjectError
from core.project import backups, corrections, place
from core.project.files import discard
from core.project.place import Place
from core.project.project import Project

SUFFIX = ".crackreview"
MAX_BYTES = 8 << 30
_DATABASE = place.FILE
_CORRECTION = re.compile(rf"{corrections.FOLDER}/{corrections.NAME.pattern}")


def export_bundle(project: Project, file: Path) -> None:
    """Writes the project as it stands, corrections included.

    Raises:
        ProjectError: the file cannot be written; an older one is untouched.
    """
    part = file.with_name(f"{file.name}.part")
    try:
        with tempfile.TemporaryDirectory() as folder:
            copy = Path(folder) / _DATABASE
            backups.copy(project, copy)
            with zipfile.ZipFile(part, "w", zipfile.ZIP_DEFLATED) as bundle:
                bundle.write(copy, _DATABASE)
                for name in sorted(corrections.files(project)):
                    bundle.write(corrections.folder(project) / name, f"{corrections.FOLDER}/{name}")
        part.replace(file)
    except OSError as error:
        raise ProjectError(f"{file} could not be written ({error.strerror}); choose another place.") from error
    finally:
        discard(part)


# What zipfile raises for files that were cut, flipped or made by another program.
_DAMAGE = (zipfile.BadZipFile, zipfile.LargeZipFile, NotImplementedError, RuntimeError, EOFError, zlib.error)


@contextmanager
def opened(file: Path) -> Iterator[Project]:
    """Unpacks a bundle for as long as the block lasts. What is no part of a bundle is refused, not unpacked.

    Raises:
        ProjectError: the file is no bundle, is damaged, or cannot be unpacked.
    """
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        where = Place(Path(folder), Path(folder) / place.FOLDER)
        try:
            _unpack(file, where.store)
        except OSError as error:
            raise ProjectError(f"{file} could not be unpacked ({error.strerror}); make space for it.") from error
        except _DAMAGE as error:
            raise _no_bundle(file) from error
        if not backups.is_whole(where.database):
            raise _no_bundle(file)
        with Project(where, folder=where.root, user="bundle") as project:
            yield project


def _unpack(file: Path, store: Path) -> None:
    with zipfile.ZipFile(file) as bundle:
        members = bundle.infolist()
        names = [member.filename for member in members]
        if _DATABASE not in names or not all(name == _DATABASE or _CORRECTION.fullmatch(name) for name in names):
            raise _no_bundle(file)
        size = sum(member.file_size for member in members)
        if size > MAX_BYTES:
            raise ProjectError(
                f"{file} would unpack to {size >> 20} MiB, more than {MAX_BYTES >> 20}; do not trust it."
            )
        (store / corrections.FOLDER).mkdir(parents=True)
        for member in members:
            with bundle.open(member) as source, (store / member.filename).open("wb") as target:
                shutil.copyfileobj(source, target)


def _no_bundle(file: Path) -> ProjectError:
    return ProjectError(f"{file} is no project that Crack Review exported, or it is damaged; ask for it again.")
