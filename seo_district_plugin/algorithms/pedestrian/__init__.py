"""Group 2: pedestrian traffic."""
