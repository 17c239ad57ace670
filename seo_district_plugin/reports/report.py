"""What a report says, and the page that says it.

``render`` writes one HTML file that is complete in itself: style, picture, plots and the plotting script are inside,
and a content security policy with the hashes of the page's own two scripts keeps out everything else. Without plots
the page has no script at all.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import lru_cache
from pathlib import Path

import jinja2
from jinja2.ext import extract_from_ast
from markupsafe import Markup
from plotly.offline import get_plotlyjs

from .formatting import (
    Translate,
    decimals_of_column,
    flatten_record,
    format_moment,
    format_value,
    is_missing,
    is_number,
    json_ready,
    keep_units,
    paragraphs,
    text_width,
)

TEMPLATES = Path(__file__).parent / "templates"
TEMPLATE = "report.html.j2"
_PNG_SIGNATURE = b"\x89PNG\r\n\x1a\n"
# Widths of text columns in half-width characters: short ones never break, a long one turns the table into cards on a
# phone, because scrolling sideways through sentences is hard.
_SHORT_TEXT, _LONG_TEXT = 12, 44
_DEFAULT_PLOT_HEIGHT = 360
_FORMAT_WORDS = ("yes", "no")  # words that formatting.format_value looks up besides those in the template


@dataclass(frozen=True)
class InputUse:
    """One input of the run: was it there, what was read of it, and what follows from that.

    Attributes:
        name: parameter name (``STORES``), shown small so that a run can be repeated.
        label: what a reader calls the data.
        status: ``used`` or ``missing``.
        detail: what was read (file, rows, rejected rows), or where the missing data can be had.
        consequence: what this means for the result; empty when there is nothing to say.
    """

    name: str
    label: str
    status: str
    detail: str = ""
    consequence: str = ""

    def __post_init__(self) -> None:
        if self.status not in ("used", "missing"):
            raise ValueError(f"status must be 'used' or 'missing', not {self.status!r}")


@dataclass(frozen=True)
class KeyFigure:
    """One number that the reader should take away; ``value`` None or NaN shows as a dash with the note."""

    label: str
    value: object
    unit: str = ""
    note: str = ""
    decimals: int | None = None


@dataclass(frozen=True)
class Plot:
    """A plot: ``figure`` is a plotly figure as a dictionary (``reports/figures.py``) or an object that gives one."""

    title: str
    figure: object
    caption: str = ""


@dataclass(frozen=True)
class Column:
    """A table column: title, unit (shown in the head) and decimals (chosen by the values when None)."""

    title: str
    unit: str = ""
    decimals: int | None = None


@dataclass(frozen=True)
class TableView:
    """A table: columns (titles or :class:`Column`), rows of plain values, a note below.

    Columns that hold only numbers stand right; codes and years must be given as text.
    """

    title: str
    columns: Sequence[str | Column]
    rows: Sequence[Sequence[object]]
    caption: str = ""

    def __post_init__(self) -> None:
        for number, row in enumerate(self.rows, start=1):
            if len(row) != len(self.columns):
                raise ValueError(f"row {number} of table {self.title!r} has {len(row)} cells, not {len(self.columns)}")


@dataclass(frozen=True)
class Section:
    """A section of results: paragraphs, then plots, then tables."""

    title: str
    text: str | Sequence[str] = ()
    plots: Sequence[Plot] = ()
    tables: Sequence[TableView] = ()


@dataclass(frozen=True)
class Report:
    """All that one run tells its reader; every text is already in the reader's language.

    Attributes:
        title: what the report is about.
        summary: the answer in a few sentences; blank lines separate paragraphs.
        language: ``ko``, ``en`` or another BCP 47 code.
        algorithm: display name of the tool.
        when: moment of the run; text is shown as it is.
        picture_png: the map picture as PNG bytes.
        record: the run record, as it is also written beside the data.
        synthetic: True puts a notice on top that the data describe no real place.
    """

    title: str
    summary: str
    language: str
    algorithm: str
    when: datetime | date | str
    picture_png: bytes | None = None
    picture_caption: str = ""
    inputs: Sequence[InputUse] = ()
    figures: Sequence[KeyFigure] = ()
    sections: Sequence[Section] = ()
    method: Sequence[str] = ()
    citations: Sequence[str] = ()
    limits: Sequence[str] = ()
    record: Mapping[str, object] = field(default_factory=dict)
    synthetic: bool = False


def render(report: Report, translate: Translate) -> str:
    """The report as one HTML page, the same text for the same report.

    Args:
        report: what to say.
        translate: gives the page's fixed texts in the reader's language; ``template_texts`` lists them.

    Raises:
        ValueError: the picture is not a PNG.
        TypeError: a plot or the record holds something that JSON cannot carry.
    """
    has_plots = any(section.plots for section in report.sections)
    starter = _script((TEMPLATES / "plots.js").read_text(encoding="utf-8")) if has_plots else ""
    library = _plotly_library() if has_plots else ""
    page = _environment().get_template(TEMPLATE)
    return page.render(
        _=translate,
        report=report,
        # Our own files and scripts made here, no text of a user: these alone are not escaped.
        style=Markup((TEMPLATES / "report.css").read_text(encoding="utf-8")),  # nosec B704
        policy=_content_policy([library, starter] if has_plots else []),
        library=Markup(library),  # nosec B704
        starter=Markup(starter),  # nosec B704
        moment=format_moment(report.when, report.language),
        picture=_picture_uri(report.picture_png),
        paragraphs=paragraphs,
        show=lambda value, decimals=None: format_value(value, translate, decimals),
        table_cells=lambda table: _table_cells(table, translate),
        is_missing=is_missing,
        tiles_per_row=_tiles_per_row,
        figure_json=_figure_json,
        plot_height=_plot_height,
        record=flatten_record(report.record),
    )


def template_texts() -> list[str]:
    """The English literals of the page's fixed texts, sorted: what a translation has to hold."""
    source = (TEMPLATES / TEMPLATE).read_text(encoding="utf-8")
    found = extract_from_ast(_environment().parse(source), gettext_functions=("_",))
    return sorted({text for _line, _function, text in found if isinstance(text, str)} | set(_FORMAT_WORDS))


@dataclass(frozen=True)
class _Cells:
    """A table ready for the template.

    Attributes:
        heads: the columns.
        kinds: style class per column: ``numeric``, ``short``, ``medium`` or ``long``.
        rows: text of every cell.
        stacked: True shows each row as a card on a phone.
    """

    heads: list[Column]
    kinds: list[str]
    rows: list[list[str]]
    stacked: bool


def _table_cells(table: TableView, translate: Translate) -> _Cells:
    """Format a table column by column, so that a column has one number of decimals."""
    heads = [column if isinstance(column, Column) else Column(column) for column in table.columns]
    columns = [[row[index] for row in table.rows] for index in range(len(heads))]
    numeric = [any(map(is_number, cells)) and not any(isinstance(cell, str) for cell in cells) for cells in columns]
    decimals = [
        decimals_of_column(cells) if head.decimals is None else head.decimals
        for head, cells in zip(heads, columns, strict=True)
    ]
    rows = [
        [format_value(cell, translate, digits) for cell, digits in zip(row, decimals, strict=True)]
        for row in table.rows
    ]
    widths = [max((text_width(row[index]) for row in rows), default=0) for index in range(len(heads))]
    kinds = ["numeric" if number else _text_kind(width) for number, width in zip(numeric, widths, strict=True)]
    return _Cells(heads, kinds, rows, stacked="long" in kinds)


def _text_kind(width: int) -> str:
    """Style class of a text column by its widest cell (half-width characters)."""
    if width <= _SHORT_TEXT:
        return "short"
    return "medium" if width <= _LONG_TEXT else "long"


def _tiles_per_row(count: int) -> int:
    """Key figures per row on a wide page: three or four, whichever leaves no or the smaller gap in the last row."""
    return min((4, 3), key=lambda width: -count % width) if count > 2 else max(1, count)


@lru_cache(maxsize=1)
def _environment() -> jinja2.Environment:
    """Jinja with escaping on for every template and an error for a name that the template does not get."""
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(TEMPLATES, encoding="utf-8"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["units"] = keep_units
    return environment


def _script(source: str) -> str:
    """A script as it can stand inside ``<script>``: no end tag, and the line ends that the HTML parser would make."""
    normal = source.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "")
    return re.sub(r"<(?=/script|!--)", r"<\\", normal, flags=re.IGNORECASE)


@lru_cache(maxsize=1)
def _plotly_library() -> str:
    """The plotting script that comes with plotly, ready to stand in the page."""
    return _script(get_plotlyjs())


def _content_policy(scripts: Sequence[str]) -> str:
    """Content security policy: nothing from outside, and of scripts only these very texts."""
    hashes = [base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii") for text in scripts]
    allowed = " ".join(f"'sha256-{value}'" for value in hashes) or "'none'"
    # Plotly sets style attributes on what it draws; styles cannot run anything and cannot load anything here.
    return (
        f"default-src 'none'; script-src {allowed}; style-src 'unsafe-inline'; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )


def _picture_uri(png: bytes | None) -> str:
    """The picture as a data address; empty text when there is none."""
    if not png:
        return ""
    if not png.startswith(_PNG_SIGNATURE):
        raise ValueError("the picture of a report must be a PNG")
    return "data:image/png;base64," + base64.b64encode(png).decode("ascii")


def _figure_dictionary(plot: Plot) -> Mapping[str, object]:
    """The plotly figure of a plot as a dictionary, whichever of the two forms was given."""
    if isinstance(plot.figure, Mapping):
        return plot.figure
    convert: Callable[[], Mapping[str, object]] | None = getattr(plot.figure, "to_plotly_json", None)
    if convert is None:
        raise TypeError(f"plot {plot.title!r} is neither a dictionary nor a plotly figure")
    return convert()


def _figure_json(plot: Plot) -> object:
    """The figure's data and layout, finite and plain, for the template's ``tojson`` (which escapes for HTML)."""
    figure = _figure_dictionary(plot)
    return json_ready({"data": figure.get("data", []), "layout": figure.get("layout", {})})


def _plot_height(plot: Plot) -> int:
    """Height in pixels that the page keeps free for a plot, so that nothing jumps when it is drawn."""
    layout = _figure_dictionary(plot).get("layout")
    height = layout.get("height") if isinstance(layout, Mapping) else None
    return int(height) if isinstance(height, (int, float)) else _DEFAULT_PLOT_HEIGHT
