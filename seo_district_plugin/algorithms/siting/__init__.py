"""Group 3: site selection."""
