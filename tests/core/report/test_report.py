"""One report, two faces: what it says, in three languages, and what it does with bad input."""

import os
import re
import tracemalloc
from dataclasses import replace
from datetime import date, datetime
from html import unescape
from pathlib import Path

import numpy as np
import pikepdf
import pytest
from PIL import Image

from core.errors import ExportError, PhotoError
from core.export.photo import ExportPhoto
from core.measure.figures import Width
from core.measure.photo import measure
from core.measure.scale import UNCALIBRATED, from_mm_per_pixel
from core.report.model import Order, ReportOptions, ReportPhoto, Style
from core.report.report import write
from core.report.texts import Language
from core.report.wording import Wording
from core.values import Finished, Progress, Tag

TENTH = from_mm_per_pixel(0.1)
OPTIONS = ReportOptions(site="Brücke 7001", inspector="A. Müller", date=date(2026, 11, 23), severities=("CS1", "CS2"))


def _photo(name, *, width=6, scale=TENTH, is_reviewed=True, **more):
    def load():
        rgb = np.random.default_rng(1).integers(140, 170, (120, 180, 3), dtype=np.uint8)
        mask = np.zeros((120, 180), bool)
        mask[50 : 50 + width, 20:160] = True
        rgb[mask] = 40
        shown = ExportPhoto(
            name, Path(name), mask, measure(mask, rgb), scale, Tag.CRACKED, 0.5, "modelid", datetime(2026, 5, 1, 9, 30)
        )
        return rgb, shown

    return ReportPhoto(name, load, is_reviewed=is_reviewed, **more)


def _broken():
    raise PhotoError("b.jpg is empty; copy it again.")


def _written(tmp_path, photos, options=OPTIONS, ending="html"):
    *_, last = write(photos, [tmp_path / f"r.{ending}"], options)
    assert isinstance(last, Finished)
    return unescape((tmp_path / "r.html").read_text(encoding="utf-8")) if ending == "html" else last.result[0]


def test_html_is_one_file_that_asks_for_nothing_from_outside(tmp_path):
    text = _written(tmp_path, [_photo("a.jpg")])
    assert [path.name for path in tmp_path.iterdir()] == ["r.html"]
    assert not re.search(r"(src|href)=.(?!data:)|url\(|@import|<script", text)
    assert text.count("data:image/jpeg;base64,") == 3


def test_photos_not_reviewed_are_named_on_the_first_page(tmp_path):
    text = _written(tmp_path, [_photo("a.jpg"), _photo("b.jpg", is_reviewed=False)])
    head = text[: text.index("<h2>")]
    assert "1 of 2 photos are not yet reviewed" in head
    assert "b.jpg" in head
    assert "a.jpg" not in head


def test_page_says_measures_tag_severity_notes_threshold_model_who_and_when(tmp_path):
    photo = _photo("a.jpg", severity="CS2", notes="wet", reviewer="B. Ruiz", reviewed_at=datetime(2026, 6, 2, 8, 0))
    text = _written(tmp_path, [photo])
    for said in (
        "14.0 mm",
        "Cracked",
        "CS2",
        "wet",
        "0.50",
        "modelid",
        "B. Ruiz, 2026-06-02 08:00",
        "2026-05-01 09:30",
    ):
        assert said in text
    assert re.search(r"0\.[56]\d mm", text)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (Language.GERMAN, ("Bericht zur Rissaufnahme", "14,0 mm", "Gerissen", "23.11.2026", "Verfahren und Grenzen")),
        (Language.SPANISH, ("Informe de inspección de fisuras", "14,0 mm", "Fisurada", "23/11/2026")),
    ],
)
def test_other_languages_say_the_same_with_their_own_numbers_and_dates(tmp_path, language, said):
    text = _written(tmp_path, [_photo("a.jpg")], replace(OPTIONS, language=language))
    assert all(one in text for one in said)


def test_pdf_has_a_cover_a_summary_each_photo_and_the_appendix(tmp_path):
    path = _written(tmp_path, [_photo(f"{i}.jpg") for i in range(30)], ending="pdf")
    with pikepdf.open(path) as file:
        assert len(file.pages) == 1 + 1 + 30 + 1
        assert str(file.docinfo["/Title"]) == "Crack inspection report"
    assert [one.name for one in tmp_path.iterdir()] == ["r.pdf"]


def test_names_and_notes_from_outside_stay_text(tmp_path):
    hostile = _photo("<script>alert(1)</script>张.jpg", notes="<b>&{{ 7*7 }}")
    list(write([hostile], [tmp_path / "r.html", tmp_path / "r.pdf"], OPTIONS))
    text = (tmp_path / "r.html").read_text(encoding="utf-8")
    assert "<script>" not in text
    assert "&lt;b&gt;&amp;{{ 7*7 }}" in text


def test_millimetres_and_pixels_are_never_added(tmp_path):
    text = _written(tmp_path, [_photo("a.jpg"), _photo("b.jpg", scale=UNCALIBRATED)])
    summary = text[text.index("Total crack length") :]
    assert re.search(r"Total crack length</dt><dd>14\.0 mm", summary)
    assert re.search(r"Total crack length</dt><dd>140 px", summary)


def test_unreadable_photo_stands_in_the_report_with_its_reason(tmp_path):
    list(write([_photo("a.jpg"), ReportPhoto("b.jpg", _broken)], [tmp_path / "r.html", tmp_path / "r.pdf"], OPTIONS))
    assert "b.jpg is empty; copy it again." in (tmp_path / "r.html").read_text(encoding="utf-8")


def test_first_page_names_what_could_not_be_read_and_pages_say_where_a_photo_was_taken(tmp_path):
    def broken():
        raise PhotoError("b.jpg is damaged")

    photos = [_photo("a.jpg", location="north face"), ReportPhoto("b.jpg", broken)]
    list(write(photos, [tmp_path / "r.html"], OPTIONS))
    first, second, _ = unescape((tmp_path / "r.html").read_text("utf-8")).split('<section class="photo">')[:3]
    assert re.search(r"could not be read and count in no sum[^<]*b\.jpg", first)
    assert re.search(r"Location</dt><dd>north face", second)


def test_specks_are_counted_and_not_listed(tmp_path):
    def load():
        mask = np.zeros((120, 400), bool)
        mask[50:54, 20:380] = mask[100, 50] = True
        return np.full((120, 400, 3), 150, np.uint8), ExportPhoto("a.jpg", Path("a.jpg"), mask, measure(mask))

    list(write([ReportPhoto("a.jpg", load)], [tmp_path / "r.html"], OPTIONS))
    text = unescape((tmp_path / "r.html").read_text("utf-8"))
    assert text.count("<tr>") == 2
    assert "Shorter cracks not listed: 1" in text


def test_order_by_width_and_by_severity(tmp_path):
    photos = [
        _photo("a.jpg", width=3, severity="CS2"),
        _photo("b.jpg", width=9, severity="CS1"),
        _photo("c.jpg", width=5),
    ]
    for order, names in ((Order.WIDEST, "bca"), (Order.SEVERITY, "abc"), (Order.GIVEN, "abc")):
        text = _written(tmp_path, photos, replace(OPTIONS, order=order))
        assert "".join(re.findall(r"<h2>(\w)\.jpg", text)) == names


def test_width_below_a_pixel_says_so_with_its_millimetres():
    say = Wording(Language.ENGLISH)
    assert say.width(Width(0.3, "mm", True)) == "below one pixel (0.30 mm)"
    assert say.width(Width(1.8, "px", True, 1.8)) == "below 1.8 pixels"
    assert Wording(Language.GERMAN).width(Width(0.3, "mm", True)) == "unter einem Pixel (0,30 mm)"


def test_colours_of_widths_are_explained_where_they_are_used(tmp_path):
    text = _written(tmp_path, [_photo("a.jpg"), _photo("b.jpg", scale=UNCALIBRATED)])
    pages = text.split("<section")
    assert "> 0.5 mm" in pages[1]
    assert " mm</figcaption>" not in pages[2]


def test_own_template_and_style_replace_the_programs_and_cannot_run_code(tmp_path):
    (tmp_path / "own.j2").write_text(
        "{% for page in pages %}[{{ page.photo.name }}]{% endfor %}{{ options.style.accent }}"
    )
    (tmp_path / "s.toml").write_text('accent = "#112233"')
    options = replace(OPTIONS, template=tmp_path / "own.j2", style=Style.read(tmp_path / "s.toml"))
    assert _written(tmp_path, [_photo("a.jpg")], options) == "[a.jpg]#112233"
    (tmp_path / "own.j2").write_text("{{ options.__class__.__mro__[1].__subclasses__() }}")
    with pytest.raises(ExportError, match="template of the report fails"):
        _written(tmp_path, [_photo("a.jpg")], options)


@pytest.mark.parametrize("said", ["accent = 3", "odd = 1", "accent = '#12'", "font = 'none.ttf'", "=", "x"])
def test_odd_style_is_refused_with_a_sentence(tmp_path, said):
    (tmp_path / "s.toml").write_text(said)
    with pytest.raises(ExportError, match="correct"):
        Style.read(tmp_path / "s.toml")


def test_no_photos_wrong_endings_bad_logo_and_unwritable_targets_are_sentences(tmp_path):
    (tmp_path / "logo.png").write_text("no picture")
    (tmp_path / "file").write_text("")
    for photos, target, options in (
        ([], "r.pdf", OPTIONS),
        ([_photo("a")], "r.doc", OPTIONS),
        ([_photo("a")], "r.pdf", replace(OPTIONS, logo=tmp_path / "logo.png")),
        ([_photo("a")], "file/r.pdf", OPTIONS),
    ):
        with pytest.raises(ExportError, match="; "):
            list(write(photos, [tmp_path / target], options))


def test_cancelled_report_leaves_what_was_there_and_nothing_else(tmp_path):
    (tmp_path / "r.pdf").write_text("before")
    events = write([_photo(f"{i}.jpg") for i in range(5)], [tmp_path / "r.pdf"], OPTIONS)
    for event in events:
        if isinstance(event, Progress) and event.done >= 7:
            break
    events.close()
    assert (tmp_path / "r.pdf").read_text() == "before"
    assert [path.name for path in tmp_path.iterdir()] == ["r.pdf"]


def test_pictures_of_a_killed_report_are_swept_after_a_day_those_of_a_running_one_are_not(tmp_path, monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    left, running = (tmp_path / f"crack-review-report-{name}" for name in ("left", "running"))
    for folder in (left, running):
        folder.mkdir()
        (folder / "0-photo.jpg").touch()
    os.utime(left, (0, 0))
    _written(tmp_path, [_photo("a.jpg")])
    assert sorted(path.name for path in tmp_path.iterdir()) == [running.name, "r.html"]


def test_logo_is_on_the_cover_of_both(tmp_path):
    Image.new("RGB", (40, 20), "red").save(tmp_path / "logo.png")
    options = replace(OPTIONS, logo=tmp_path / "logo.png")
    list(write([_photo("a.jpg")], [tmp_path / "r.html", tmp_path / "r.pdf"], options))
    assert "data:image/png;base64," in (tmp_path / "r.html").read_text(encoding="utf-8")
    with pikepdf.open(tmp_path / "r.pdf") as file:
        assert len(file.pages[0].get_images()) == 1


@pytest.mark.slow
def test_memory_does_not_grow_with_the_number_of_photos(tmp_path):
    loaded = _photo("a.jpg").load()
    peaks = []
    for count in (25, 25, 75):
        photos = [ReportPhoto(f"{i}.jpg", lambda: loaded) for i in range(count)]
        tracemalloc.start()
        list(write(photos, [tmp_path / "r.html", tmp_path / "r.pdf"], OPTIONS))
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    # The pictures of a photo are above 50 kB: they are not held, only its figures are.
    assert (peaks[2] - peaks[1]) / 50 < 20_000
