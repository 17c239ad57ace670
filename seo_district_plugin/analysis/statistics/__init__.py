"""Statistics that every kernel may use: intervals, conformal prediction, correlation."""
