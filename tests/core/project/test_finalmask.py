import numpy as np

from core.project import corrections, cracks, regions
from core.project.corrections import Stroke
from core.project.cracks import Anchor, Verdict
from core.project.finalmask import final_mask
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
