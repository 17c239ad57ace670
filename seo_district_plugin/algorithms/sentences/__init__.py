"""Sentences for error codes, one module per topic; ``messages.py`` looks them up."""

from __future__ import annotations

from . import (
    access,
    addresses,
    care,
    centrality,
    covering,
    facilities,
    hotspots,
    learning,
    location,
    merging,
    network,
    population,
    predicting,
    publicdata,
    quality,
)

TOPICS = (
    publicdata, addresses, population, quality, learning, predicting, hotspots, network, centrality, location,
    covering, facilities, access, care, merging,
)  # fmt: skip


def all_sentences() -> dict[str, str]:
    """The sentence of each code of these topics."""
    return {code: text for topic in TOPICS for code, text in topic.sentences().items()}
