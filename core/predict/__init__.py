"""From upright pixels to a finished, stored probability map."""
