"""What is to be imported: the files in what the user gave, opened, each with its schema, one table per schema."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from ...layers.errors import LayerError
from ...texts import PACKAGE, language

if TYPE_CHECKING:
    from ...analysis.records.districts import District
    from ...analysis.records.intake import FieldRegister, Intake, Wanted
    from ...analysis.records.matching import Match
    from ...analysis.records.schemas import Schema
    from ...layers.publicdata import OpenedPart, Part, Skipped

PROFILES = PACKAGE / "resources" / "profiles"
SHIPPED = (PROFILES / "kr" / "schemas", PROFILES / "generic" / "schemas")
SHAPES = ("point", "line", "polygon")
_SHAPES_LOOKED_AT = 2000
AUTO = "auto"
SAMPLE = 2000  # rows by which columns are typed that no schema knows
GENERIC = "generic"


@dataclass
class FilePlan:
    """A file that can be read, and how."""

    opened: OpenedPart
    match: Match
    intake: Intake

    @property
    def name(self) -> str:
        return self.opened.part.name


@dataclass
class KindPlan:
    """One table to be made: all files of a schema that have the same kind of shapes.

    Attributes:
        shape: point, line, polygon, or none.
        file: name of the only file of a table that nobody has described; empty for all others.
    """

    schema: Schema
    shape: str
    file: str = ""
    files: list[FilePlan] = field(default_factory=list)
    register: FieldRegister | None = None

    @property
    def size(self) -> int:
        return sum(plan.opened.part.size for plan in self.files)

    @property
    def table(self) -> str:
        """Name of the table, unique among the kinds of a run."""
        if self.file:
            stem = PurePosixPath(self.file.replace(":", "_")).with_suffix("").name
            return re.sub(r"[^\w]+", "_", stem).strip("_")[:50] or self.schema.id
        mixed = self.schema.geometry == "vector" and self.shape != "none"
        return f"{self.schema.id}_{self.shape}" if mixed else self.schema.id


@dataclass
class Plan:
    """Everything that will be imported, and the files that will not, with their reasons."""

    kinds: list[KindPlan]
    skipped: list[Skipped]
    failed: list[tuple[Part, Exception]]

    def close(self) -> None:
        """Let go of the files and remove temporary copies."""
        for kind in self.kinds:
            for file in kind.files:
                file.opened.close()


def all_schemas(own_folder: str) -> list[Schema]:
    """The schemas of the plugin and of the user's folder; the user's come first and replace those of the same id."""
    from ...analysis.records.schemas import load_schemas

    own = load_schemas([Path(own_folder)]) if own_folder else []
    ids = {schema.id for schema in own}
    return own + [schema for schema in _shipped() if schema.id not in ids]


@lru_cache(maxsize=1)
def _shipped() -> tuple[Schema, ...]:
    """The schemas of the plugin, read once: the dialog asks for them at every change of a setting."""
    from ...analysis.records.schemas import load_schemas

    return tuple(load_schemas(list(SHIPPED)))


def shipped_ids() -> list[str]:
    """Ids of the schemas in the plugin, from their file names: nothing is read."""
    names = {path.stem for folder in SHIPPED for path in folder.glob("*.json")}
    return sorted(name for name in names if not name.startswith(GENERIC))


def make_plan(
    path: Path,
    schemas: Sequence[Schema],
    profile: str,
    district: District | None,
    *,
    open_only: bool,
    code: str = "",
    own: Collection[Path] = (),
) -> Plan:
    """Open every file and find its schema.

    ``own``: files that this run is going to replace; in a folder they are results of a former run and no data.

    Raises:
        LayerError: nothing at all can be read.
        AnalysisError: the only file there is fits no schema.
    """
    from ...analysis.errors import AnalysisError
    from ...layers.publicdata import Skipped, list_parts, open_part

    parts, skipped = list_parts(path)
    if path.is_dir():
        former = {part.path for part in parts if part.path.resolve() in own or part.path.name.endswith(".run.json")}
        skipped += [Skipped(each.name, "public_own_result", {"name": each.name}) for each in sorted(former)]
        parts = [part for part in parts if part.path not in former]
    parts, twice = _without_copies(parts)
    skipped += twice
    kinds: dict[tuple[str, str, str], KindPlan] = {}
    failed: list[tuple[Part, Exception]] = []
    only = "" if profile in ("", AUTO) else profile
    for part in parts:
        opened = None
        try:
            opened = open_part(part)
            plan = _file_plan(opened, schemas, only, district, open_only, code)
        except (LayerError, AnalysisError) as error:
            if opened is not None:
                opened.close()
            failed.append((part, error))
            continue
        shape = _shape(plan)
        # Files that nobody has described have nothing in common but that: each is a table of its own.
        own_table = part.name if plan.match.schema.profile == GENERIC else ""
        key = (plan.match.schema.id, shape, own_table)
        kinds.setdefault(key, KindPlan(plan.match.schema, shape, own_table)).files.append(plan)
    if not kinds:
        _nothing(path, skipped, failed)
    ordered = sorted(kinds.values(), key=lambda kind: (kind.shape == "none", -kind.size, kind.schema.id))
    for kind in ordered:
        _register(kind)
    return Plan(ordered, skipped, failed)


def _without_copies(parts: list[Part]) -> tuple[list[Part], list[Skipped]]:
    """Parts of which none has the name and bytes of another: a ZIP and what was unpacked from it would count twice."""
    from ...layers.publicdata import Skipped, part_digest

    sizes = Counter(part.size for part in parts if part.kind in ("text", "json"))
    first: dict[tuple[str, str], Part] = {}
    kept, twice = [], []
    for part in parts:
        if part.kind not in ("text", "json") or sizes[part.size] < 2:
            kept.append(part)
            continue
        try:
            same = first.setdefault((PurePosixPath(part.name).name, part_digest(part)), part)
        except LayerError:
            same = part  # it will be said why it cannot be read when it is opened
        if same is part:
            kept.append(part)
        else:
            twice.append(Skipped(part.name, "public_file_twice", {"name": part.name, "first": same.name}))
    return kept, twice


def _nothing(path: Path, skipped: list[Skipped], failed: list[tuple[Part, Exception]]) -> None:
    """Say why nothing can be imported: the reason of the first file."""
    if failed:
        raise failed[0][1]
    if skipped:
        raise LayerError(skipped[0].code, **skipped[0].values)
    raise LayerError("public_nothing_readable", name=path.name, count=0)


def _file_plan(opened: OpenedPart, schemas, only: str, district, open_only: bool, code: str) -> FilePlan:
    from ...analysis.errors import AnalysisError
    from ...analysis.records.intake import Intake
    from ...analysis.records.matching import match_file
    from ...analysis.records.personal import redact

    part = opened.part
    match = match_file(schemas, part.name, opened.head, part.kind, opened.geometry, only)
    if match.missing:
        missing = [
            column.headers[0] for column in match.schema.columns if column.name in match.missing and column.headers
        ]
        found = [redact(header) for header in match.headers[:20]]
        raise AnalysisError("schema_not_fitting", file=part.name, schema=match.schema.id, missing=missing, found=found)
    sample = opened.head[match.header_row + 1 :]
    if match.schema.profile == GENERIC:  # what nobody has described is told by its values: the more the better
        sample = next(opened.blocks(match.header_row + 1, len(match.headers), size=SAMPLE)).rows
    wanted = wanted_rows(match.schema, district, code) if code else None
    sheet = part.kind == "sheet" or (part.kind == "text" and part.size < 20_000_000)
    intake = Intake(
        match, sample, wanted=wanted, open_only=open_only, sheet=sheet, serial=part.kind == "sheet", file=part.name
    )
    return FilePlan(opened, match, intake)


def wanted_rows(schema: Schema, district: District | None, code: str) -> Wanted | None:
    """Which rows of a schema belong to the district; None when its files do not tell."""
    from ...analysis.records.intake import Wanted

    if not schema.authority:
        return None
    form, prefix = schema.authority_form, schema.authority_match == "prefix"
    own = ""
    if district is not None:
        forms = {"authority7": district.authority7, "name": district.name_ko, "sido2": district.code5[:2]}
        own = forms.get(form, district.prefix() if prefix or district.is_city else district.code5)
        prefix = prefix or (district.is_city and form not in forms)
    # A code of the same length as the file's own is taken as it is: the table of districts may not know all of them.
    values = tuple(dict.fromkeys(value for value in (own, _as_given(code, form)) if value))
    return Wanted(schema.authority, values or (code,), prefix, _province(schema, district))


def _province(schema: Schema, district: District | None) -> tuple[str, tuple[str, ...]] | None:
    """Where a district is told by its name: the column of the province, and how its name begins.

    Six cities have a 서구; without the province all of them would pass.
    """
    if district is None or schema.authority_form != "name" or schema.column("sido") is None:
        return None
    name = district.sido
    return "sido", (name[:2], name[0] + name[2]) if len(name) == 4 else (name[:2],)


def _as_given(code: str, form: str) -> str:
    lengths = {"authority7": (7,), "code5": (5,), "code8": (5, 8), "code10": (5, 10), "pnu": (5, 10), "sido2": (2,)}
    return code if not form or len(code) in lengths.get(form, ()) else ""


def _shape(plan: FilePlan) -> str:
    geometry = plan.match.schema.geometry
    if plan.opened.part.kind == "vector" and plan.opened.geometry != "none":
        return plan.opened.geometry if plan.opened.geometry in SHAPES else _commonest_shape(plan.opened)
    return {"point": "point", "grid": "polygon"}.get(geometry, "none")


def _commonest_shape(opened: OpenedPart) -> str:
    """What most of the first shapes are, where the file does not say or holds several kinds.

    Where all are collections it does not matter: none fits, and all are left out with that reason.
    """
    from ...layers.promote import shape_kind

    block = next(iter(opened.blocks(1, len(opened.head[0]), size=_SHAPES_LOOKED_AT)))
    kinds = Counter(shape_kind(wkb) for wkb in block.wkb or () if wkb)
    found = [(number, kind) for kind, number in kinds.items() if kind in SHAPES]
    return max(found)[1] if found else SHAPES[-1] if kinds else "none"


def _register(kind: KindPlan) -> None:
    from ...analysis.records.intake import FieldRegister

    kind.register = FieldRegister()
    for plan in kind.files:
        kind.register.add(plan.intake)


def title_of(schema: Schema) -> str:
    """The schema's name in the user's language."""
    return schema.title.get(language()) or schema.title.get("en") or schema.id
