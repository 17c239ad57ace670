"""What a kind of public file looks like: its columns, where its coordinates are, what its codes mean.

A schema is data, one JSON file each (``resources/profiles/<profile>/schemas/``); users may add folders of their own.
:func:`.schemas.load_schemas` reads them, ``matching.py`` finds the one of a file.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

NAME_LENGTH = 10
KINDS = ("text", "code", "int", "real", "date", "datetime", "bool")
GEOMETRIES = ("point", "grid", "table", "vector")
HEADERS = ("row", "none", "either")
RULES = ("required", "codes", "date", "range", "coordinates", "unique", "year")
AUTHORITY_MATCHES = ("equal", "prefix")
AUTHORITY_FORMS = ("", "authority7", "code5", "code8", "code10", "pnu", "sido2", "name")


@dataclass(frozen=True)
class Column:
    """One column of a schema.

    Attributes:
        name: output field: ASCII lower case, at most 10 characters. Of a family of columns (``pattern``) a template:
            ``p{1}`` with the first group of the pattern; the column of a match carries the finished name.
        headers: headers in the source, compared by :func:`header_key`.
        kind: one of ``KINDS``. A code is text that must not become a number.
        label: {"en", "ko"}, the alias with its unit; of a family with ``{1}``, ``{2}``.
        unit: of the values, "" = none.
        required: the schema is not recognized without it.
        personal: may hold data about a person (telephone, name); never shown in reports or messages.
        masked: may hold ``*`` or ``N/A`` for a hidden value.
        codes: code -> {"en", "ko"}.
        low, high: range of plausible values, None = open.
        position: 0-based, of files without a header; None = none.
        pattern: regular expression on the header's key, for families of columns; "" = none.
        shape: regular expression that the values of a file without a header satisfy; "" = any.
    """

    name: str
    headers: tuple[str, ...] = ()
    kind: str = "text"
    label: Mapping[str, str] = field(default_factory=dict)
    unit: str = ""
    required: bool = False
    personal: bool = False
    masked: bool = False
    codes: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    low: float | None = None
    high: float | None = None
    position: int | None = None
    pattern: str = ""
    shape: str = ""


@dataclass(frozen=True)
class Rule:
    """A requirement of a standard data set: ``kind`` one of ``RULES``, on ``column`` ("" = the whole row).

    ``values``: of "codes" the allowed values; of "range" and "year" least and greatest; of "coordinates" the x and y
    columns, then west, south, east, north; of "unique" the columns that together must not repeat; of "required" with
    several values, the columns of which at least one must be filled; else empty.
    """

    kind: str
    column: str = ""
    values: tuple[str, ...] = ()


@dataclass(frozen=True)
class Schema:
    """A kind of file.

    Attributes:
        id: ASCII, unique.
        title: {"en", "ko"}.
        profile: "kr" or "generic", or a user's word.
        files: regular expressions on the NFC file name; a hint that breaks ties, nothing more.
        columns: what it may hold.
        geometry: "point" (columns ``x`` and ``y``), "grid" (column ``grid``), "table" or "vector" (of the file).
        x, y: names of the coordinate columns.
        crs: EPSG codes in order of trust; the first is the rule. Empty: ask, or take it from the file.
        grid: name of the column that holds a national grid code.
        authority: name of the column that tells the district.
        authority_match: "equal" or "prefix".
        authority_form: form of the codes in it: "authority7" (3660000), "code5", "code8", "code10", "pnu", "sido2",
            "name" (the district's Korean name).
        key: columns that together identify a row.
        date: column of the reference date.
        source: provider {"en", "ko"}, portal, url, license, confidence (A, B, C or ?), note {"en", "ko"}.
        header: "row", "none" or "either".
        delimiter: of files without a header, "" = any.
        widths: numbers of columns that a file without a header may have.
        rules: requirements of a standard data set, for checking.
        status: column whose codes tell whether a business is open, "" = none.
        open_codes: its codes that mean open.
        prefer: wins over schemas that fit about as well (higher first).
        extra: anything else, as it stands in the file.
    """

    id: str
    title: Mapping[str, str]
    profile: str
    files: tuple[str, ...] = ()
    columns: tuple[Column, ...] = ()
    geometry: str = "table"
    x: str = ""
    y: str = ""
    crs: tuple[int, ...] = ()
    grid: str = ""
    authority: str = ""
    authority_match: str = "equal"
    authority_form: str = ""
    key: tuple[str, ...] = ()
    date: str = ""
    source: Mapping[str, object] = field(default_factory=dict)
    header: str = "row"
    delimiter: str = ""
    widths: tuple[int, ...] = ()
    rules: tuple[Rule, ...] = ()
    status: str = ""
    open_codes: tuple[str, ...] = ()
    prefer: int = 0
    extra: Mapping[str, object] = field(default_factory=dict)

    def column(self, name: str) -> Column | None:
        """The column of that output name (of a family: of the template)."""
        return next((column for column in self.columns if column.name == name), None)
