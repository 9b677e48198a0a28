import numpy as np

from core.project import corrections, cracks, regions
from core.project.corrections import Stroke
from core.project.cracks import Anchor, Verdict
from core.project.finalmask import final_mask, standing_map
from core.values import cut


def test_the_final_mask_is_the_networks_less_what_was_refused_and_with_what_was_drawn(project, add):
    (photo,) = add(project, "a.jpg")
    map_ = np.zeros((40, 40), np.uint8)
    map_[5, :] = map_[15, :] = map_[25, :] = 180
    map_[15, 9] = 200
    assert (final_mask(project, photo, map_, 0.5) == (map_ >= cut(0.5))).all()
    cracks.judge(project, photo, [Anchor(9, 15)], Verdict.REJECTED)
    regions.add(project, photo, ((0, 20), (10, 20), (10, 30), (0, 30)))
    layer = np.zeros_like(map_)
    layer[5, :4], layer[22, 2:6] = Stroke.ERASED, Stroke.DRAWN
    corrections.save(project, photo, layer)
    expected = np.zeros((40, 40), bool)
    expected[5, 4:] = expected[25, 11:] = expected[22, 2:6] = True
    assert (final_mask(project, photo, map_, 0.5) == expected).all()


def test_the_map_to_look_at_is_the_final_mask_at_its_threshold_and_untouched_elsewhere(project, add):
    (photo,) = add(project, "a.jpg")
    map_ = np.random.default_rng(1).integers(0, 256, (60, 60), np.uint8)
    assert standing_map(map_, 0.7, {}, {}) is map_
    for y, x in np.argwhere(map_ > 250)[:20]:
        cracks.judge(project, photo, [Anchor(int(x), int(y))], Verdict.REJECTED)
    regions.add(project, photo, ((0, 20), (10, 20), (10, 30), (0, 30)))
    said, ignored = cracks.verdicts(project, photo), regions.regions(project, photo)
    for threshold in (0.5, 0.7, 0.9):
        shown = standing_map(map_, threshold, said, ignored)
        assert ((shown >= cut(threshold)) == final_mask(project, photo, map_, threshold)).all()
        below = map_ < cut(threshold)
        assert (shown[below] == map_[below]).all()
