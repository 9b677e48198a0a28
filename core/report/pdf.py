"""The report as PDF, written in parts of some photos so that memory does not grow with their number."""

from collections.abc import Generator, Sequence
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from core.report.layout import FOOT, GAP, MARGIN, Layout, Sheet
from core.report.model import Page, ReportOptions, Summary

PHOTOS_PER_PART = 25


def write(path: Path, pages: Sequence[Page], summary: Summary, options: ReportOptions) -> Generator[int, None, None]:
    """Write the file, yielding how many photos are done. The parts are joined at the end."""
    layout = Layout(options)
    total = _count(layout, pages, summary)
    with TemporaryDirectory(prefix="crack-review-report-") as folder:
        parts = [Path(folder) / "front.pdf"]
        front = [*layout.sheets(layout.cover(summary)), *_charts(layout, summary)]
        number = _draw(parts[0], layout, front, (1, total))
        for start in range(0, len(pages), PHOTOS_PER_PART):
            parts.append(Path(folder) / f"{start}.pdf")
            canvas = _canvas(parts[-1], layout)
            for done, page in enumerate(pages[start : start + PHOTOS_PER_PART], start=start + 1):
                number = _draw_on(canvas, layout, layout.sheets(layout.photo(page)), (number, total))
                yield done
            canvas.save()
        parts.append(Path(folder) / "back.pdf")
        _draw(parts[-1], layout, layout.sheets(layout.appendix(summary)), (number, total))
        _join(parts, path, options.title or layout.say("report"))


def _charts(layout: Layout, summary: Summary) -> list[Sheet]:
    return layout.sheets(layout.summary(summary)) if summary.charts else []


def _count(layout: Layout, pages: Sequence[Page], summary: Summary) -> int:
    front = len(layout.sheets(layout.cover(summary))) + len(_charts(layout, summary))
    photos = sum(len(layout.sheets(layout.photo(page))) for page in pages)
    return front + photos + len(layout.sheets(layout.appendix(summary)))


def _canvas(path: Path, layout: Layout) -> Any:
    from reportlab.pdfgen.canvas import Canvas

    return Canvas(str(path), pagesize=layout.size, pageCompression=1, lang=str(layout.options.language))


def _draw(path: Path, layout: Layout, sheets: list[Sheet], numbers: tuple[int, int]) -> int:
    canvas = _canvas(path, layout)
    following = _draw_on(canvas, layout, sheets, numbers)
    canvas.save()
    return following


def _draw_on(canvas: Any, layout: Layout, sheets: list[Sheet], numbers: tuple[int, int]) -> int:
    """Draw the sheets; ``numbers`` is the first page's number and the total. Returns the number that follows."""
    number, total = numbers
    for sheet in sheets:
        top = layout.size[1] - MARGIN
        for block, height in sheet:
            block.drawOn(canvas, MARGIN, top - height)
            top -= height + GAP
        _foot(canvas, layout, layout.say("page", page=number, pages=total))
        canvas.showPage()
        number += 1
    return number


def _foot(canvas: Any, layout: Layout, said: str) -> None:
    canvas.setStrokeColor(layout.colours["line"])
    canvas.line(MARGIN, MARGIN + FOOT - 14, layout.size[0] - MARGIN, MARGIN + FOOT - 14)
    options = layout.options
    left = layout.text(" · ".join(filter(None, (options.title or layout.say("report"), options.site)))[:110], "dim")
    left.wrap(layout.width - 110, FOOT)
    left.drawOn(canvas, MARGIN, MARGIN)
    right = layout.text(said, "dim_right")
    right.wrap(100, FOOT)
    right.drawOn(canvas, layout.size[0] - MARGIN - 100, MARGIN)


def _join(parts: Sequence[Path], path: Path, title: str) -> None:
    """qpdf copies page by page from the parts' files."""
    import pikepdf

    with ExitStack() as opened, pikepdf.new() as whole:
        for part in parts:
            whole.pages.extend(opened.enter_context(pikepdf.open(part)).pages)
        whole.docinfo["/Title"] = title
        whole.save(path)
