"""Places and what lies in or around them: grids, points in polygons, neighbors and zone measures."""
