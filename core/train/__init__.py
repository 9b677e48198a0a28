"""Learning to draw cracks from tags alone."""
