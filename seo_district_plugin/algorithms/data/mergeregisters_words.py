"""What the codes of a merge mean."""

from __future__ import annotations

from ...texts import tr


def status_words() -> dict[str, str]:
    """What a source row became."""
    return {
        "single": tr("alone: no other row is of this business"),
        "linked": tr("merged with other rows"),
        "review": tr("alone or merged, but a pair of it is in doubt"),
        "successor": tr("another business at the place of one that had closed before"),
    }


def decision_words() -> dict[str, str]:
    """What a person can say of a pair; nothing (NULL) is shown as not decided."""
    return {
        "": tr("not decided yet"),
        "same": tr("the same business"),
        "different": tr("different businesses"),
        "unsure": tr("cannot be told"),
    }


def why_words() -> dict[str, str]:
    """Why a pair is to be reviewed."""
    return {
        "doubtful": tr("probability between the two limits"),
        "bridge": tr("the only link between two groups"),
        "succession": tr("one closed before the other opened at the same place"),
        "moved": tr("same name and phone, another place"),
    }
