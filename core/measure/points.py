"""What places are written as: light enough to be imported by whoever only names them."""

import numpy as np
from numpy.typing import NDArray

Points = NDArray[np.float64]
"""(N, 2) x, y; the centre of a pixel lies at whole numbers."""
