"""People of zones spread over the buildings or cells in them, with every total kept."""
