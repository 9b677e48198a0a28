"""Every export, opened by a reader that shares no code with its writer, by that reader's own pixel convention."""

import csv
import io
import itertools
import json
import math
import weakref
from datetime import datetime

import cv2
import ezdxf
import numpy as np
import openpyxl
import pytest
from ezdxf import bbox
from PIL import Image, ImageDraw
from pycocotools.coco import COCO

from core.errors import ExportError
from core.export import coco, dxf, geo, labelling, masks, overlay, tables
from core.export.photo import ExportPhoto
from core.measure.classes import WidthClasses
from core.measure.photo import measure
from core.measure.scale import UNCALIBRATED, from_mm_per_pixel
from core.values import Tag

SIZE = (150, 220)


def _mask(kind):
    mask = np.zeros(SIZE, np.uint8)
    if kind == "hairlines":
        cv2.line(mask, (5, 5), (200, 90), 1, 1)
        cv2.line(mask, (10, 140), (215, 100), 1, 1)
        cv2.polylines(mask, [np.array([[30, 120], [60, 60], [90, 130], [120, 20]], np.int32)], False, 1, 1)
    elif kind == "mesh":
        for x in range(20, 200, 30):
            cv2.line(mask, (x, 10), (x + 12, 140), 1, 2)
        for y in range(20, 140, 25):
            cv2.line(mask, (10, y), (210, y + 7), 1, 3)
    elif kind == "specks":
        mask = (np.random.default_rng(1).random(SIZE) > 0.9).astype(np.uint8)
    elif kind == "blobs":
        field = cv2.GaussianBlur(np.random.default_rng(2).standard_normal(SIZE), (0, 0), 3)
        mask = (field > 0.05).astype(np.uint8)
    elif kind == "single pixel":
        mask[40, 50] = 1
    return mask > 0


KINDS = ("hairlines", "mesh", "specks", "blobs", "single pixel", "empty")


def _photo(mask, scale=UNCALIBRATED, name="a/ü photo.jpg", **facts):
    return ExportPhoto(name=name, path=facts.pop("path", None), mask=mask, cracks=measure(mask), scale=scale, **facts)


def _dice(first, second):
    total = first.sum() + second.sum()
    return 1.0 if total == 0 else 2 * (first & second).sum() / total


def _every_piece_is_there(mask, read):
    count, labels = cv2.connectedComponents(mask.astype(np.uint8), connectivity=8)
    return all(read[labels == label].any() for label in range(1, count))


def _assert_round_trip(mask, read):
    assert read.shape == mask.shape
    assert _dice(mask, read) >= 0.98
    assert _every_piece_is_there(mask, read)


@pytest.mark.filterwarnings("ignore:__array__ implementation:DeprecationWarning")  # of pycocotools, within its reader
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("form", list(coco.Segmentation))
def test_coco_is_read_by_pycocotools(tmp_path, kind, form, capsys):
    mask = _mask(kind)
    coco.write_coco(tmp_path / "c.json", [_photo(_mask("mesh"), name="first.jpg"), _photo(mask)], form)
    reader = COCO(str(tmp_path / "c.json"))
    (image,) = [image for image in reader.imgs.values() if image["file_name"] == "a/ü photo.jpg"]
    read = np.zeros(SIZE, bool)
    for annotation in reader.loadAnns(reader.getAnnIds(imgIds=[image["id"]])):
        one = reader.annToMask(annotation) > 0
        assert one.sum() == annotation["area"]
        read |= one
    _assert_round_trip(mask, read)
    assert len(reader.getAnnIds(imgIds=[image["id"]])) == cv2.connectedComponents(mask.astype(np.uint8))[0] - 1


@pytest.mark.parametrize("kind", KINDS)
def test_labelme_shapes_fill_the_same_pixels_as_labelme_fills_them(tmp_path, kind):
    mask = _mask(kind)
    labelling.write_labelme(tmp_path / "l.json", _photo(mask, path=tmp_path / "p.jpg", tag=Tag.CRACKED))
    content = json.loads((tmp_path / "l.json").read_bytes())
    picture = Image.new("L", (content["imageWidth"], content["imageHeight"]))
    for shape in content["shapes"]:
        assert shape["shape_type"] == "polygon"
        assert len(shape["points"]) > 2
        ImageDraw.Draw(picture).polygon(xy=[tuple(point) for point in shape["points"]], outline=1, fill=1)
    _assert_round_trip(mask, np.array(picture) > 0)
    assert content["imagePath"] == "p.jpg"
    assert content["flags"] == {"cracked": True}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("as_pixels", [np.trunc, np.rint])
def test_yolo_labels_fill_the_same_pixels_as_its_trainer_fills_them(tmp_path, kind, as_pixels):
    mask = _mask(kind)
    labelling.write_yolo(tmp_path / "y.txt", _photo(mask))
    read = np.zeros(SIZE, np.uint8)
    for line in (tmp_path / "y.txt").read_text().splitlines():
        number, *values = line.split()
        points = np.array(values, np.float32).reshape(-1, 2)
        assert number == "0"
        assert (points >= 0).all()
        assert (points <= 1).all()
        cv2.fillPoly(read, [as_pixels(points * np.array(SIZE[::-1], np.float32)).astype(np.int32)], 1)
    _assert_round_trip(mask, read > 0)


def _filled(polygons, size):
    """Even-odd filling at pixel centres: what a GIS does, by crossing numbers."""
    y, x = np.mgrid[: size[0], : size[1]] + 0.5
    inside = np.zeros(size, bool)
    for rings in polygons:
        for ring in rings:
            for (x1, y1), (x2, y2) in itertools.pairwise(ring):
                if y1 != y2:
                    crosses = (y1 > y) != (y2 > y)
                    inside ^= crosses & (x < x1 + (y - y1) * (x2 - x1) / (y2 - y1))
    return inside


@pytest.mark.parametrize("kind", KINDS)
def test_geojson_outlines_hold_the_mask_with_its_holes(tmp_path, kind):
    mask = _mask(kind)
    geo.write_geojson(tmp_path / "g.json", [_photo(mask)])
    features = json.loads((tmp_path / "g.json").read_text())["features"]
    read = np.zeros(SIZE, bool)
    for feature in features:
        geometry = feature["geometry"]
        if geometry["type"] == "MultiPolygon":
            assert all(ring[0] == ring[-1] and len(ring) >= 5 for rings in geometry["coordinates"] for ring in rings)
            read |= _filled(geometry["coordinates"], SIZE)
    _assert_round_trip(mask, read)
    assert all(feature["properties"]["photo"] == "a/ü photo.jpg" for feature in features)


def test_geojson_on_the_map_lies_where_gps_scale_and_heading_say(tmp_path):
    mask = np.zeros((101, 201), bool)
    mask[50, 150] = True  # 50 px to the right of the middle: with the upper edge to the east, that is south
    photo = _photo(mask, from_mm_per_pixel(100.0), gps=(48.0, 11.0), heading_deg=90.0)
    geo.write_geojson(tmp_path / "g.json", [photo], on_map=True)
    outline = json.loads((tmp_path / "g.json").read_text())["features"][0]["geometry"]["coordinates"][0][0]
    longitude, latitude = np.mean(outline[:-1], axis=0)
    assert (latitude - 48.0) * 111_320 == pytest.approx(-5.0, abs=0.01)
    assert (longitude - 11.0) * 111_320 * math.cos(math.radians(48)) == pytest.approx(0.0, abs=0.01)


def test_geojson_on_the_map_is_refused_without_gps_with_a_sentence(tmp_path):
    with pytest.raises(ExportError, match="needs GPS, a scale and the heading"):
        geo.write_geojson(tmp_path / "g.json", [_photo(_mask("mesh"))], on_map=True)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "write",
    [coco.write_coco, lambda path, photos: coco.write_coco(path, photos, coco.Segmentation.POLYGONS),
     tables.write_xlsx, geo.write_geojson],
    ids=["coco", "coco polygons", "xlsx", "geojson"],
)  # fmt: skip
def test_files_for_all_photos_hold_one_mask_at_a_time(tmp_path, write):
    made = []
    most = []

    def photos():
        for number in range(8):
            photo = _photo(_mask("hairlines"), name=f"{number}.jpg")
            made.append(weakref.ref(photo))
            most.append(sum(one() is not None for one in made))
            yield photo
            del photo

    write(tmp_path / "all", photos())
    assert len(most) == 8
    assert max(most) <= 2  # the one at work and the one that takes its place


def test_dxf_passes_the_audit_and_carries_layers_widths_and_millimetres(tmp_path):
    mask = np.zeros(SIZE, bool)
    mask[70:76, 20:200] = True
    photo = _photo(mask, from_mm_per_pixel(0.5))
    dxf.write_dxf(tmp_path / "d.dxf", photo)
    drawing = ezdxf.readfile(tmp_path / "d.dxf")
    assert not drawing.audit().has_errors
    assert drawing.header["$INSUNITS"] == 4
    (line,) = drawing.modelspace().query('LWPOLYLINE[layer=="CRACK_CENTRE_LINES"]')
    points = np.array(line.get_points("xyse"))
    assert np.hypot(*np.diff(points[:, :2], axis=0).T).sum() == pytest.approx(photo.figures.length, rel=1e-3)
    assert np.median(points[:, 2]) == pytest.approx(3, abs=0.6)
    data = [value for _, value in line.get_xdata("CRACK_REVIEW")]
    assert photo.figures.length in data
    outlines = drawing.modelspace().query('LWPOLYLINE[layer=="CRACK_OUTLINES"]')
    box = bbox.extents(outlines)
    assert tuple(box.size)[:2] == pytest.approx((90, 3))
    assert box.extmax.y == pytest.approx(-(70 - 0.5) * 0.5)


@pytest.mark.parametrize("kind", KINDS)
def test_png_mask_is_0_and_255_and_exact(tmp_path, kind):
    masks.write_mask(tmp_path / "m.png", _mask(kind))
    read = np.array(Image.open(tmp_path / "m.png"))
    assert read.dtype == np.uint8
    assert set(np.unique(read)) <= {0, 255}
    assert ((read == 255) == _mask(kind)).all()


def test_tables_have_one_row_a_crack_and_one_a_photo_with_the_same_numbers(tmp_path):
    photos = [
        _photo(
            _mask("mesh"), from_mm_per_pixel(0.2), name="=cmd()|x.jpg", taken=datetime(2026, 5, 1), gps=(48.1, 11.5)
        ),
        _photo(_mask("hairlines"), name="b.jpg"),
        _photo(_mask("empty"), name="c\x07.jpg"),
    ]
    rows = [row for photo in photos for row in tables.crack_rows(photo)]
    tables.write_csv(tmp_path / "c.csv", tables.CRACK_COLUMNS, rows)
    tables.write_xlsx(tmp_path / "t.xlsx", photos)
    read = list(csv.DictReader(io.StringIO((tmp_path / "c.csv").read_text(encoding="utf-8"))))
    book = openpyxl.load_workbook(tmp_path / "t.xlsx")
    sheet = list(book["Cracks"].iter_rows(values_only=True))
    assert [row["crack"] for row in read] == [row[1] for row in sheet[1:]]
    assert [float(row["length"]) for row in read] == [row[3] for row in sheet[1:]]
    assert len(list(book["Photos"].iter_rows())) == 1 + len(photos)
    assert {row["unit"] for row in read} == {"mm", "px"}


def test_formulas_in_names_are_text_in_csv_and_xlsx(tmp_path):
    photo = _photo(_mask("hairlines"), name="=HYPERLINK(1).jpg")
    tables.write_csv(tmp_path / "c.csv", tables.PHOTO_COLUMNS, [tables.photo_row(photo)])
    tables.write_xlsx(tmp_path / "t.xlsx", [photo])
    assert (tmp_path / "c.csv").read_text().splitlines()[1].startswith("'=HYPERLINK")
    cell = openpyxl.load_workbook(tmp_path / "t.xlsx")["Photos"]["A2"]
    assert (cell.data_type, cell.value) == ("s", "'=HYPERLINK(1).jpg")


def test_width_below_a_pixel_leaves_the_value_empty_and_names_the_limit(tmp_path):
    row = dict(zip(tables.CRACK_COLUMNS, tables.crack_rows(_photo(_mask("single pixel")))[0], strict=True))
    assert row["mean_width"] == 1.0
    thin = measure(_mask("single pixel"))
    thin.cracks[0].centre_lines[0].widths_px[:] = 0.4
    photo = ExportPhoto("a", None, _mask("single pixel"), thin, from_mm_per_pixel(0.3))
    row = dict(zip(tables.CRACK_COLUMNS, tables.crack_rows(photo)[0], strict=True))
    assert (row["mean_width"], row["mean_width_below"]) == (None, 0.3)


def test_overlay_has_the_photos_size_colours_of_the_classes_and_a_scale_bar(tmp_path):
    rgb = np.full((*SIZE, 3), 160, np.uint8)
    mask = np.zeros(SIZE, bool)
    mask[40:50, 20:200] = True
    overlay.write_overlay(tmp_path / "o.jpg", _photo(mask, from_mm_per_pixel(0.1)), rgb, WidthClasses())
    read = np.array(Image.open(tmp_path / "o.jpg")).astype(int)
    assert read.shape == (*SIZE, 3)
    assert read[45, 60, 0] > read[45, 60, 2] + 60
    assert (read[-20:, :60].min(axis=(0, 1)) < 40).all()
    assert (rgb == 160).all()


@pytest.mark.parametrize(
    ("per_px", "width", "length"), [(1, 400, 100), (0.1, 4000, 100), (0.013, 1000, 2), (1, 90, 20)]
)
def test_scale_bar_is_round_and_at_most_a_quarter_of_the_photo(per_px, width, length):
    assert overlay.bar_length(per_px, width) == pytest.approx(length)


def test_table_is_never_written_over_a_photo(tmp_path):
    (tmp_path / "wall.JPG").write_bytes(b"a photo")
    with pytest.raises(ExportError, match="named as a photo"):
        tables.write_csv(tmp_path / "wall.JPG", ("photo",), [])
    assert (tmp_path / "wall.JPG").read_bytes() == b"a photo"
