"""Files whose text was read in the wrong encoding: seen by the mark that stands for bytes that are no UTF-8."""

from __future__ import annotations

from collections.abc import Iterator

from ..texts import tr

BROKEN = "\ufffd"


def encoding_problems(inputs: dict[str, object]) -> Iterator[str]:
    """A layer whose column names hold the mark cannot be used by name, and its texts are lost too."""
    for given in inputs.values():
        for source in given if isinstance(given, list) else [given]:
            names = source.field_names() if hasattr(source, "field_names") else []
            if any(BROKEN in name for name in names):
                yield tr(
                    "The column names of '{layer}' cannot be read: the file is not UTF-8 (Korean files are often "
                    "CP949). Save it as 'CSV UTF-8' in a table program, or choose its encoding when adding it to QGIS."
                ).format(layer=source.title)
