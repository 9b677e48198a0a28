"""A report from photos, page by page: bounded memory, progress, cancel at any photo."""

from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory, gettempdir
from time import monotonic

from core.errors import CoreError, ExportError
from core.export.files import staged
from core.measure.classes import length_by_class
from core.project.files import sweep
from core.report import html, pdf, pictures
from core.report.model import Order, Page, ReportOptions, ReportPhoto, Summary
from core.report.summary import summarise
from core.report.wording import Wording
from core.values import Finished, Progress

Face = Callable[[Path, Sequence[Page], Summary, ReportOptions], Generator[int, None, None]]
PICTURES = "crack-review-report-"
FACES: dict[str, Face] = {".html": html.write, ".pdf": pdf.write}


def write(
    photos: Sequence[ReportPhoto], targets: Sequence[Path], options: ReportOptions
) -> Iterator[Progress | Finished[tuple[Path, ...]]]:
    """Write the report to each of ``targets`` (.html, .pdf).

    A photo that cannot be read stands in the report with its reason. Stopped half-way, it leaves what was
    there before. Raises ExportError for no photos, another kind of target, and what cannot be written.
    """
    _check(photos, targets, options)
    total = len(photos) * (1 + len(targets))
    started = monotonic()
    sweep(Path(gettempdir()).glob(f"{PICTURES}*"))
    with TemporaryDirectory(prefix=PICTURES) as folder:
        pages: list[Page] = []
        for number, photo in enumerate(photos):
            yield Progress(number, total, photo.name, _left(started, number, total))
            pages.append(_page(photo, Path(folder), number, options))
        ordered = _ordered(pages, options)
        summary = summarise(ordered, options, Wording(options.language))
        for i, target in enumerate(targets, start=1):
            draw = FACES[target.suffix.lower()]
            with staged(target) as part, closing(draw(part, ordered, summary, options)) as steps:
                for done in steps:
                    yield Progress(
                        i * len(photos) + done, total, target.name, _left(started, i * len(photos) + done, total)
                    )
    yield Finished(tuple(targets))


def _check(photos: Sequence[ReportPhoto], targets: Sequence[Path], options: ReportOptions) -> None:
    if not photos:
        raise ExportError("A report needs at least one photo; choose some.")
    for target in targets:
        if target.suffix.lower() not in FACES:
            raise ExportError(f"A report ends in {' or '.join(FACES)}, {target.name} does not; rename it.")
    if options.logo is not None:
        from PIL import Image

        try:
            with Image.open(options.logo, formats=("PNG", "JPEG")) as logo:
                logo.verify()
        except (OSError, SyntaxError) as error:
            raise ExportError(f"The logo {options.logo} should be a PNG or JPEG and is not; choose another.") from error


def _left(started: float, done: int, total: int) -> float | None:
    return (monotonic() - started) / done * (total - done) if done else None


def _page(photo: ReportPhoto, folder: Path, number: int, options: ReportOptions) -> Page:
    try:
        rgb, shown = photo.load()
    except CoreError as error:
        return Page(photo, error=str(error))
    original, overlay, detail = pictures.save(folder, number, rgb, shown, options.classes)
    return Page(
        photo=photo,
        figures=shown.figures,
        per_px=shown.scale.per_pixel((shown.size[1] / 2, shown.size[0] / 2)),
        tag=shown.tag,
        threshold=shown.threshold,
        model=shown.model,
        taken=shown.taken,
        gps=shown.gps,
        class_lengths=length_by_class(shown.cracks, shown.scale, options.classes),
        original=original,
        overlay=overlay,
        detail=detail,
    )


def _ordered(pages: list[Page], options: ReportOptions) -> list[Page]:
    from core.photos.folder import natural_key

    grades = {grade: -rank for rank, grade in enumerate(options.severities)}

    def widest(page: Page) -> tuple[bool, float]:
        found = page.figures.widest if page.figures else None
        return (found is None, -found.max_width.value if found else 0.0)

    keys: dict[Order, Callable[[Page], object]] = {
        Order.GIVEN: lambda _: 0,
        Order.NAME: lambda page: natural_key(page.photo.name),
        Order.ELEMENT: lambda page: (page.photo.element.casefold(), natural_key(page.photo.name)),
        Order.WIDEST: widest,
        Order.SEVERITY: lambda page: grades.get(page.photo.severity, 1),
    }
    return sorted(pages, key=keys[options.order])  # type: ignore[arg-type]
