"""The report as one HTML file that needs nothing besides itself."""

import base64
from collections.abc import Generator, Iterator, Sequence
from pathlib import Path
from typing import Any

from core.errors import ExportError
from core.report import rows
from core.report.model import Page, ReportOptions, Summary
from core.report.texts import METHOD
from core.report.wording import Wording

MOST_UNREVIEWED = 40


def template_folder() -> Path:
    """Where the program's own template lies."""
    import resources

    return Path(resources.__file__).parent / "report"


def write(path: Path, pages: Sequence[Page], summary: Summary, options: ReportOptions) -> Generator[int, None, None]:
    """Write the file photo by photo, yielding how many are done. Raises ExportError for a template that fails."""
    from jinja2 import TemplateError

    done = [0]

    def counted() -> Iterator[Page]:
        for page in pages:
            yield page
            done[0] += 1

    values = _values(counted(), summary, options)
    try:
        with path.open("w", encoding="utf-8", errors="replace") as file:
            before = 0
            for text in _template(options).generate(values):
                file.write(text)
                if done[0] > before:
                    before = done[0]
                    yield before
    except TemplateError as error:
        raise ExportError(f"The template of the report fails ({error}); correct it or leave it out.") from error


def _template(options: ReportOptions) -> Any:
    """In a sandbox: a template is somebody's file and must not run programs."""
    from jinja2 import FileSystemLoader, StrictUndefined
    from jinja2.sandbox import SandboxedEnvironment

    chosen = options.template or template_folder() / "report.html.j2"
    if not chosen.is_file():
        raise ExportError(f"The template {chosen} is not there; choose another or leave it out.")
    environment = SandboxedEnvironment(
        loader=FileSystemLoader([chosen.parent, template_folder()]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template(chosen.name)


def _values(pages: Iterator[Page], summary: Summary, options: ReportOptions) -> dict[str, object]:
    say = Wording(options.language)
    return {
        "say": say,
        "options": options,
        "summary": summary,
        "pages": pages,
        "unreviewed": summary.unreviewed[:MOST_UNREVIEWED],
        "unreviewed_rest": summary.unreviewed[MOST_UNREVIEWED:],
        "method": [say(key) for key in METHOD],
        "facts": lambda page: rows.facts(page, say),
        "totals": lambda page: rows.totals(page, say),
        "cracks": lambda page: rows.cracks(page, say),
        "more_cracks": lambda page: rows.more_cracks(page, say),
        "legend": lambda page: rows.legend(page, options.classes, say),
        "crack_heading": rows.crack_heading(say),
        "embedded": embedded,
    }


def embedded(picture: Path) -> str:
    """A picture's bytes as a data address."""
    kind = "png" if picture.suffix.lower() == ".png" else "jpeg"
    return f"data:image/{kind};base64,{base64.b64encode(picture.read_bytes()).decode('ascii')}"
