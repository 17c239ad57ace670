"""Weights of criteria and what they do to scores: pairwise comparison, aggregation, weight uncertainty."""
