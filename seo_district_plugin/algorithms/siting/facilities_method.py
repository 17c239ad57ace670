"""What each model asks, in one sentence, and where it comes from."""

from __future__ import annotations

from ...texts import tr

_SOURCES = {
    "pmedian": (
        "Hakimi, S. L. (1964). Optimum locations of switching centers. Operations Research 12, 450-459.",
        "Teitz, M. B. & Bart, P. (1968). Heuristic methods for estimating the generalized vertex median. Operations "
        "Research 16, 955-961.",
    ),
    "pcenter": ("Hakimi, S. L. (1964). Optimum locations of switching centers. Operations Research 12, 450-459.",),
    "lscp": ("Toregas, C., Swain, R., ReVelle, C. & Bergman, L. (1971). The location of emergency service facilities. "
             "Operations Research 19, 1363-1373.",),
    "lscpb": ("Hogan, K. & ReVelle, C. (1986). Concepts and applications of backup coverage. Management Science 32, "
              "1434-1444.",),
    "mclp": ("Church, R. & ReVelle, C. (1974). The maximal covering location problem. Papers of the Regional Science "
             "Association 32, 101-118.",),
    "capacitated": ("Mulvey, J. M. & Beck, M. P. (1984). Solving capacitated clustering problems. European Journal of "
                    "Operational Research 18, 339-348.",),
    "dispersion": ("Kuby, M. J. (1987). Programming models for facility dispersion. Geographical Analysis 19, "
                   "315-329.",),
}  # fmt: skip
_EQUITY = (
    "Kolm, S.-C. (1976). Unequal inequalities I. Journal of Economic Theory 12, 416-442.",
    "Pollak, R. A. (1971). Additive utility functions and linear Engel curves. Review of Economic Studies 38, 401-414.",
)


def citations(model: str, equity: bool) -> list[str]:
    """Sources of a model."""
    return [*_SOURCES[model], *(_EQUITY if equity else ())]


def formulation(model: str) -> str:
    """What a model asks, in one sentence."""
    return {
        "pmedian": tr(
            "p-median: open so many sites that the sum of weight times cost to the nearest open site is least."
        ),
        "pcenter": tr(
            "p-center: open so many sites that the largest cost to the nearest open site is smallest, whatever the "
            "weights; among all such sets the one with the least mean cost."
        ),
        "lscp": tr("LSCP: open as few sites as possible so that everybody has an open site within the radius."),
        "lscpb": tr(
            "LSCP-B: as few sites as possible so that everybody has an open site within the radius; among these sets "
            "the one that covers most weight at least twice."
        ),
        "mclp": tr("MCLP: open so many sites that most weight has an open site within the radius."),
        "capacitated": tr(
            "Capacitated p-median: open so many sites that the sum of weight times cost is least while no site serves "
            "more than its capacity."
        ),
        "dispersion": tr("p-dispersion: open so many sites that the smallest distance between two of them is largest."),
    }[model]
