"""Location models with proof: which sites to open, how good the set is, and how much better any set could be."""
