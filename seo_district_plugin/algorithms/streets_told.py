"""What is told of a street network: key figures, what a reader should know, what became of the lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..texts import tr

if TYPE_CHECKING:
    from ..reports.report import Section
    from .run import Run
    from .streets import Streets

SMALL_SHARE = 0.9
"""Below this share of the length in the largest connected part, the report warns of a torn network."""


def streets_figures(run: Run, streets: Streets) -> None:
    """Key figures NODE_COUNT, SEGMENT_COUNT, COMPONENT_COUNT, LARGEST_SHARE, for an algorithm that declares them."""
    run.figure("NODE_COUNT", streets.network.nodes)
    run.figure("SEGMENT_COUNT", streets.network.edges)
    run.figure("COMPONENT_COUNT", streets.noding.components)
    run.figure("LARGEST_SHARE", streets.noding.largest_share)


def streets_notes(streets: Streets) -> list[str]:
    """What a reader should know of these streets before trusting what was computed on them."""
    noding, notes = streets.noding, []
    if noding.components > 1 and noding.largest_share < SMALL_SHARE:
        notes.append(
            tr(
                "The streets fall into {parts:,} parts that are not connected; the largest holds {share:.0%} of their "
                "length. Ends that do not meet can be joined by a larger snap tolerance."
            ).format(parts=noding.components, share=noding.largest_share)
        )
    if noding.unresolved:
        notes.append(
            tr("{count:,} crossings could not be resolved: their lines lie almost on each other.").format(
                count=noding.unresolved
            )
        )
    return notes


def streets_section(streets: Streets) -> Section:
    """What became of the lines, for a report."""
    from ..reports.report import Section, TableView

    noding, network = streets.noding, streets.network
    rows: list[list[object]] = [
        [tr("Lines read"), noding.read],
        [tr("Lines without length or coordinates"), noding.rejected],
        [tr("Lines that run the same way as another (counted once)"), noding.duplicates],
        [tr("Stretches left out as a second carriageway"), noding.carriageways],
        [tr("Crossings without a node, now split"), noding.crossings],
        [tr("Ends that touched a line, now joined to it"), noding.touches],
        [tr("Ends moved by the snap tolerance"), noding.snapped],
        [tr("Street segments"), network.edges],
        [tr("Crossings and ends"), network.nodes],
        [tr("Connected parts"), noding.components],
        [tr("Share of the length in the largest part (%)"), round(100 * noding.largest_share, 1)],
        [tr("Length of the streets (km)"), round(float(network.length.sum()) / 1000, 1)],
    ]
    if network.closed.any():
        rows.append([tr("Segments closed for walking"), int(network.closed.sum())])
    text = []
    if streets.grades:
        text.append(
            tr("Lines that differ in {fields} cross without meeting (bridges, underpasses).").format(
                fields=", ".join(streets.grades.values())
            )
        )
    else:
        text.append(
            tr(
                "No field tells bridges and underpasses apart, so lines meet wherever they cross. Where that is wrong, "
                "ways are too short."
            )
        )
    text += streets_notes(streets)
    return Section(
        tr("The streets"), text, [], [TableView(tr("From lines to a network"), [tr("What"), tr("Number")], rows)]
    )
