"""Streets as a graph: noding, simplifying, places on streets, shortest paths and centrality."""
