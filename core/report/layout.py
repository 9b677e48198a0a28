"""The blocks of the PDF, and how they fall on pages."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PIL import Image as Picture

from core.report import rows
from core.report.fonts import Fonts
from core.report.model import Chart, Page, ReportOptions, Summary
from core.report.texts import METHOD
from core.report.wording import Wording

MARGIN = 48.0
FOOT = 30.0
GAP = 12.0
PAIR_HEIGHT = 300.0
DETAIL_SIDE = 190.0
MOST_UNREVIEWED = 40
LABELS_IN_LINE = 3

Block = Any
Sheet = list[tuple[Block, float]]


class Layout:
    """Makes blocks in one style and language; ``width`` and ``height`` are those of a page's inside in points."""

    def __init__(self, options: ReportOptions) -> None:
        from reportlab.lib.colors import HexColor
        from reportlab.lib.enums import TA_LEFT, TA_RIGHT
        from reportlab.lib.pagesizes import A4, LETTER
        from reportlab.lib.styles import ParagraphStyle

        self.size = {"a4": A4, "letter": LETTER}[options.paper]
        self.width, self.height = self.size[0] - 2 * MARGIN, self.size[1] - 2 * MARGIN - FOOT
        self.options, self.say, self.fonts = options, Wording(options.language), Fonts(options.style.font)
        self.colours = {name: HexColor(getattr(options.style, name)) for name in ("accent", "text", "dim", "line")}

        def style(
            name: str, size: float, *, is_bold: bool = False, colour: str = "text", is_right: bool = False
        ) -> Any:
            font = self.fonts.bold if is_bold else self.fonts.body
            return ParagraphStyle(
                name, fontName=font, fontSize=size, leading=1.35 * size, textColor=self.colours[colour],
                alignment=TA_RIGHT if is_right else TA_LEFT, splitLongWords=True,
            )  # fmt: skip

        self.styles = {
            "title": style("title", 22, is_bold=True),
            "heading": style("heading", 14, is_bold=True),
            "small_heading": style("small_heading", 9.5, is_bold=True),
            "text": style("text", 9),
            "small": style("small", 7.5),
            "dim": style("dim", 7.5, colour="dim"),
            "dim_right": style("dim_right", 7.5, colour="dim", is_right=True),
        }

    def text(self, said: str, style: str = "text") -> Block:
        """A paragraph."""
        from reportlab.platypus import Paragraph

        return Paragraph(self.fonts.markup(said), self.styles[style])

    def cover(self, summary: Summary) -> list[Block]:
        """The first page: what, where, who, what nobody has looked at, and a line to sign on."""
        options, say = self.options, self.say
        facts = [
            (say("site"), options.site),
            (say("client"), options.client),
            (say("inspector"), options.inspector),
            (say("date"), say.day(options.date)),
        ]
        blocks: list[Block] = [self._picture(options.logo, 180, 64)] if options.logo else []
        blocks += [self.text(options.title or say("report"), "title"), self._pairs([fact for fact in facts if fact[1]])]
        blocks.append(self._pairs(list(summary.rows)))
        blocks.append(self._notice(self._reviewed(summary)))
        if summary.unread:
            blocks.append(self._notice(f"{say('unread_list')} {', '.join(summary.unread[:MOST_UNREVIEWED])}"))
        if options.overlaps:
            pairs = "; ".join(f"{first} – {second}" for first, second in options.overlaps[:MOST_UNREVIEWED])
            blocks.append(self._notice(f"{say('overlaps')} {pairs}"))
        return [*blocks, self._signature()]

    def summary(self, summary: Summary) -> list[Block]:
        """The charts."""
        return [self.text(self.say("summary"), "heading"), *(self._chart(chart) for chart in summary.charts)]

    def photo(self, page: Page) -> list[Block]:
        """Everything about one photo."""
        say = self.say
        blocks = [self.text(page.photo.name, "heading")]
        if page.error:
            return [*blocks, self._notice(f"{say('unread')}: {page.error}")]
        half = (self.width - GAP) / 2
        pair = [[self._picture(picture, half, PAIR_HEIGHT) for picture in (page.original, page.overlay)]]
        pair.append([self.text(say("original"), "dim"), self._overlay_caption(page, half)])
        blocks.append(self._grid(pair, [half + GAP, half]))
        left: list[Block] = [self.text(say("no_cracks"), "dim")]
        if page.detail:
            left = [self._picture(page.detail, DETAIL_SIDE, DETAIL_SIDE), self.text(say("widest"), "dim")]
        rest = self.width - DETAIL_SIDE - GAP
        widths = [DETAIL_SIDE + GAP, 0.42 * rest, 0.58 * rest]
        totals, facts = (self._pairs(part(page, say), widths[i]) for i, part in ((1, rows.totals), (2, rows.facts)))
        blocks.append(self._grid([[left, totals, facts]], widths))
        return blocks + self._cracks(page)

    def appendix(self, summary: Summary) -> list[Block]:
        """Method and limits, and the rest of the photos that nobody has looked at."""
        blocks = [self.text(self.say("appendix"), "heading"), *(self.text(self.say(key)) for key in METHOD)]
        if len(summary.unreviewed) > MOST_UNREVIEWED:
            blocks.append(self.text(self.say("unreviewed_list"), "small_heading"))
            blocks.append(self.text(", ".join(summary.unreviewed), "small"))
        return blocks

    def sheets(self, blocks: Sequence[Block]) -> list[Sheet]:
        """Blocks with their heights, page by page; a block that does not fit is split or moves on."""
        pages: list[Sheet] = [[]]
        left, waiting = self.height, list(blocks)
        while waiting:
            block = waiting.pop(0)
            _, height = block.wrap(self.width, left)
            if height <= left:
                pages[-1].append((block, height))
                left -= height + GAP
                continue
            parts = block.split(self.width, left) if left > 60 or not pages[-1] else []
            if len(parts) > 1:
                waiting[:0] = parts
            elif pages[-1]:
                waiting.insert(0, block)
                pages.append([])
                left = self.height
            else:  # alone on a page and still too tall: shown as far as it goes
                pages[-1].append((block, self.height))
                left = 0.0
        return pages

    def _reviewed(self, summary: Summary) -> str:
        say, names = self.say, summary.unreviewed
        if not names:
            return say("unreviewed_none")
        said = f"{say('unreviewed', count=len(names), total=summary.total)} {', '.join(names[:MOST_UNREVIEWED])}"
        more = len(names) - MOST_UNREVIEWED
        return f"{said} {say('unreviewed_more', count=more)}" if more > 0 else said

    def _pairs(self, lines: Sequence[tuple[str, str]], width: float | None = None) -> Block:
        """Headings on the left, values on the right."""
        width = width or self.width
        first = min(0.5 * width, 130.0)
        cells = [[self.text(heading, "dim"), self.text(value, "small")] for heading, value in lines]
        return self._grid(cells or [["", ""]], [first, width - first], pad=1.5)

    def _grid(self, cells: list[list[Any]], widths: list[float], *, pad: float = 0.0) -> Block:
        from reportlab.platypus import Table

        rules = [
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("LEFTPADDING", (0, 0), (-1, -1), 0),
            ("RIGHTPADDING", (0, 0), (-1, -1), 6),
            ("TOPPADDING", (0, 0), (-1, -1), pad),
            ("BOTTOMPADDING", (0, 0), (-1, -1), pad),
        ]
        return Table(cells, colWidths=widths, style=rules, hAlign="LEFT")

    def _cracks(self, page: Page) -> list[Block]:
        from reportlab.platypus import Table

        lines = rows.cracks(page, self.say)
        if not lines:
            return []
        cells = [[self.text(cell, "dim") for cell in rows.crack_heading(self.say)]]
        cells += [[self.text(cell, "small") for cell in line] for line in lines]
        shares = (0.14, 0.12, 0.18, 0.18, 0.18, 0.1, 0.1)
        rules = [
            ("LINEBELOW", (0, 0), (-1, -1), 0.5, self.colours["line"]),
            ("LEFTPADDING", (0, 0), (-1, -1), 0),
            ("TOPPADDING", (0, 0), (-1, -1), 2),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 3),
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ]
        table = Table(cells, colWidths=[share * self.width for share in shares], style=rules, hAlign="LEFT")
        more = rows.more_cracks(page, self.say)
        return [table, self.text(more, "dim")] if more else [table]

    def _overlay_caption(self, page: Page, width: float) -> Block:
        """What the picture is and, where widths have colours, which."""
        said = self.text(self.say("overlay"), "dim")
        labels = rows.legend(page, self.options.classes, self.say)
        if not labels:
            return said
        from reportlab.lib.colors import HexColor

        lines = [labels[i : i + LABELS_IN_LINE] for i in range(0, len(labels), LABELS_IN_LINE)]
        cells: list[list[Any]] = [
            [part for label, colour in line for part in (_bar(7, HexColor(colour)), self.text(label, "dim"))]
            for line in lines
        ]
        filled = [line + [""] * (2 * LABELS_IN_LINE - len(line)) for line in cells]
        each = width / LABELS_IN_LINE
        return [said, self._grid(filled, [14, each - 14] * LABELS_IN_LINE, pad=1)]

    def _notice(self, said: str) -> Block:
        from reportlab.lib.colors import HexColor
        from reportlab.platypus import Table

        rules = [
            ("BACKGROUND", (0, 0), (-1, -1), HexColor("#fdf4e7")),
            ("LINEBEFORE", (0, 0), (0, -1), 3, HexColor("#d9822b")),
            ("LEFTPADDING", (0, 0), (-1, -1), 8),
            ("TOPPADDING", (0, 0), (-1, -1), 5),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 6),
        ]
        return Table([[self.text(said)]], colWidths=[self.width], style=rules, hAlign="LEFT")

    def _picture(self, path: Path | None, width: float, height: float) -> Block:
        from reportlab.platypus import Image

        if path is None:
            return ""
        with Picture.open(path) as picture:
            factor = min(width / picture.width, height / picture.height)
            size = picture.width * factor, picture.height * factor
        return Image(str(path), *size, hAlign="LEFT", lazy=2)

    def _signature(self) -> Block:
        from reportlab.platypus import Table

        rules = [("LINEABOVE", (0, 1), (0, 1), 0.7, self.colours["text"]), ("LEFTPADDING", (0, 0), (-1, -1), 0)]
        cells = [[""], [self.text(self.say("signature"), "dim")]]
        return Table(cells, colWidths=[260], rowHeights=[56, None], style=rules, hAlign="LEFT")

    def _chart(self, chart: Chart) -> Block:
        from reportlab.lib.colors import HexColor
        from reportlab.platypus import Table

        most = max(bar.value for bar in chart.bars)
        longest = self.width - 240
        cells: list[list[Any]] = [[self.text(chart.title, "small_heading"), "", ""]]
        for bar in chart.bars:
            drawn = _bar(longest * bar.value / most, HexColor(bar.colour))
            cells.append([self.text(bar.label, "small"), drawn, self.text(bar.text, "small")])
        rules = [
            ("SPAN", (0, 0), (-1, 0)),
            ("LEFTPADDING", (0, 0), (-1, -1), 0),
            ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
            ("TOPPADDING", (0, 0), (-1, -1), 1.5),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 1.5),
            ("BOTTOMPADDING", (0, 0), (-1, 0), 5),
        ]
        return Table(cells, colWidths=[140, longest + 10, 90], style=rules, hAlign="LEFT")


def _moved_down(rules: list[tuple]) -> list[tuple]:
    """The line to sign on lies above the second row."""
    return [
        (name, (0, 1), (0, 1), *rest) if name == "LINEABOVE" else (name, a, b, *rest) for name, a, b, *rest in rules
    ]


def _bar(length: float, colour: Any) -> Block:
    from reportlab.graphics.shapes import Drawing, Rect

    drawing = Drawing(max(length, 0.8), 9)
    if length > 0:  # nothing looks like nothing, little like something
        drawing.add(Rect(0, 0, max(length, 0.8), 9, fillColor=colour, strokeColor=None, rx=1.5, ry=1.5))
    return drawing
