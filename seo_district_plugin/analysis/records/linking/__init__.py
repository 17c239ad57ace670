"""Record linkage: which rows of several registers, or of one, are the same thing."""
